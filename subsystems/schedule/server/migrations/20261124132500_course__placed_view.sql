-- The revision of a course, for rooms that change it through the load; and how many hours the newest timetable of its year gives it.
create or replace view schedule.v_course with (security_invoker = true) as select school_id, id, year, group_id, subject_id, hours_per_week, closed_on, revision from schedule.course;
create view schedule.v_course_placed with (security_invoker = true) as
  select e.school_id, e.course_id, sum(case when e.week is null then 1 else 0.5 end) as hours
  from schedule.timetable_entry e
  join (select distinct on (school_id, year) school_id, id from schedule.timetable order by school_id, year, valid_from desc) t on t.school_id = e.school_id and t.id = e.timetable_id
  group by e.school_id, e.course_id;
call app.published_view('schedule.v_course_placed');
