-- A level may have its own least number of marks.
create or replace view journal.v_marking_rule with (security_invoker = true) as
  select school_id, edition, valid_from, title, averaging, round_up_from, least_marks, absence_limit_percent, marks_from_grade, levels from journal.marking_rule;
