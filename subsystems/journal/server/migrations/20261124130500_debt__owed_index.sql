-- Works that are owed are few among the marks, and asked for as a list.
create index mark_owed on journal.mark (school_id, date) where value = 'debt';
