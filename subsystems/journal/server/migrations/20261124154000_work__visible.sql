-- Marks of a work may be shown to families from an instant on; the rule may say so of control works («с 17:00 того же дня»).
alter table journal.work add column visible_from timestamptz, add column shown_at timestamptz;
alter table journal.marking_rule add column controls_visible_at text constraint marking_rule_controls_visible_at check (controls_visible_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
create or replace view journal.v_mark with (security_invoker = true) as
  select m.school_id, m.id, m.work_id, m.lesson_id, m.course_id, m.date, m.student_id, m.value, w.weight, w.scale, t.is_control, m.retake, w.visible_from
  from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
  where m.value <> '';
