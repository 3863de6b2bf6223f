-- Lessons whose teacher is away and which nobody has settled yet.
create view schedule.v_open_lesson with (security_invoker = true) as
  select distinct t.school_id, t.lesson_id, t.date
  from schedule.absence a join schedule.lesson_teacher t on t.school_id = a.school_id and t.teacher_id = a.teacher_id and t.date between a.starts and a.ends
  where not a.cancelled and not exists (select 1 from schedule.cover c where c.school_id = t.school_id and c.lesson_id = t.lesson_id);
call app.published_view('schedule.v_open_lesson');
