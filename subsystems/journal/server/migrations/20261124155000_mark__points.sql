-- Points beside the mark they are mapped to: of a hundred, or by the criteria of a work.
alter table journal.work_type drop constraint work_type_scale_check;
alter table journal.work_type add constraint work_type_scale_check check (scale in ('five', 'pass', 'hundred', 'criteria')) not valid;
alter table journal.work drop constraint work_scale_check;
alter table journal.work add constraint work_scale_check check (scale in ('five', 'pass', 'hundred', 'criteria')) not valid;
alter table journal.work add column criteria jsonb not null default '[]';    -- [{ "name": "Содержание", "max": 4 }, …]
alter table journal.mark add column points smallint, add column criteria jsonb; -- [3, 2, …], one for each criterion of the work
alter table journal.mark_revision add column points smallint, add column criteria jsonb;
-- Whoever counts marks reads figures of five whatever they were mapped from.
create or replace view journal.v_mark with (security_invoker = true) as
  select m.school_id, m.id, m.work_id, m.lesson_id, m.course_id, m.date, m.student_id, m.value, w.weight, case when w.scale = 'pass' then 'pass' else 'five' end as scale, t.is_control, m.retake, w.visible_from
  from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
  where m.value <> '';
create or replace view journal.v_work with (security_invoker = true) as
  select w.school_id, w.id, w.lesson_id, w.course_id, w.date, w.title, w.weight, case when w.scale = 'pass' then 'pass' else 'five' end as scale, w.sort, t.name as type_name, t.short_name as type_short_name, t.is_control
  from journal.work w join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id where w.removed_at is null;
