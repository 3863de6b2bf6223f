-- One correction waits for one record at a time, however often somebody signs in.
create unique index join_request_correction on identity.join_request (school_id, matched_id) where kind = 'correction' and state = 'PENDING';
create index join_request_corrected on identity.join_request (school_id, matched_id) where kind = 'correction';
