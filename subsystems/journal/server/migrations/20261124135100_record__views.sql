-- For reports: what was recorded of a lesson, whose parents signed, by which rule, which works were given.
create view journal.v_lesson_record with (security_invoker = true) as
  select school_id, lesson_id, topic, note, attendance_checked_at, closed_at from journal.lesson_record;
call app.published_view('journal.v_lesson_record');
create view journal.v_acknowledgement with (security_invoker = true) as
  select school_id, student_id, week, guardian_id, at from journal.acknowledgement;
call app.published_view('journal.v_acknowledgement');
create view journal.v_marking_rule with (security_invoker = true) as
  select school_id, edition, valid_from, title, averaging, round_up_from, least_marks, absence_limit_percent, marks_from_grade from journal.marking_rule;
call app.published_view('journal.v_marking_rule');
create view journal.v_work with (security_invoker = true) as
  select w.school_id, w.id, w.lesson_id, w.course_id, w.date, w.title, w.weight, w.scale, w.sort, t.name as type_name, t.short_name as type_short_name, t.is_control
  from journal.work w join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id where w.removed_at is null;
call app.published_view('journal.v_work');
create view journal.v_mark_revision with (security_invoker = true) as
  select m.school_id, m.course_id, m.date, m.student_id, r.mark_id, r.revision, r.value, r.put_by, r.received_at, r.reason
  from journal.mark m join journal.mark_revision r on r.school_id = m.school_id and r.mark_id = m.id;
call app.published_view('journal.v_mark_revision');
