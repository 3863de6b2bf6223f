-- A timetable is drawn up as a draft and holds from its day once it is published.
alter table schedule.timetable add column state text not null default 'published' check (state in ('draft', 'published'));
alter table schedule.timetable drop constraint timetable_school_id_year_valid_from_key;
create unique index timetable_in_force on schedule.timetable (school_id, year, valid_from) where state = 'published';

alter table schedule.timetable_entry add column revision integer not null default 1;
alter table schedule.timetable_entry add column changed_by uuid;

-- The school's own numbers for judging a timetable, from a day on; before the first one the recommended ones hold.
create table schedule.timetable_rule (
  school_id uuid not null,
  valid_from date not null,
  rules jsonb not null,
  revision integer not null default 1,
  primary key (school_id, valid_from)
);
call app.school_table('schedule.timetable_rule');

-- A draft gives no hours yet.
create or replace view schedule.v_course_placed with (security_invoker = true) as
  select e.school_id, e.course_id, sum(case when e.week is null then 1 else 0.5 end) as hours
  from schedule.timetable_entry e
  join (select distinct on (school_id, year) school_id, id from schedule.timetable where state = 'published' order by school_id, year, valid_from desc) t on t.school_id = e.school_id and t.id = e.timetable_id
  group by e.school_id, e.course_id;
