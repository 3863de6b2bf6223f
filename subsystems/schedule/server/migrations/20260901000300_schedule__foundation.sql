create schema schedule;
call app.open_schema('schedule');

create table schedule.school_year (
  school_id uuid not null,
  year smallint not null,                  -- 2026 is 2026/27
  starts date not null,
  ends date not null,
  week_days smallint not null default 5 check (week_days in (5, 6)),
  two_week boolean not null default false, -- A and B weeks alternate
  a_week_starts date,                      -- the Monday of an A week
  revision integer not null default 1,
  primary key (school_id, year),
  check (ends > starts)
);
call app.school_table('schedule.school_year');

-- Quarters, trimesters, half-years or modules; a class chooses its scheme.
create table schedule.period_scheme (
  school_id uuid not null,
  id uuid not null,
  year smallint not null,
  name text not null,
  kind text not null check (kind in ('quarter', 'trimester', 'semester', 'module')),
  primary key (school_id, id),
  unique (school_id, year, name),
  foreign key (school_id, year) references schedule.school_year (school_id, year)
);
call app.school_table('schedule.period_scheme');

create table schedule.period (
  school_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  ordinal smallint not null,
  name text not null,
  starts date not null,
  ends date not null,
  primary key (school_id, id),
  unique (school_id, scheme_id, ordinal),
  foreign key (school_id, scheme_id) references schedule.period_scheme (school_id, id),
  check (ends >= starts)
);
call app.school_table('schedule.period');

-- Days without lessons; null grades mean everyone.
create table schedule.vacation (
  school_id uuid not null,
  id uuid not null,
  year smallint not null,
  name text not null,
  starts date not null,
  ends date not null,
  from_grade smallint,
  to_grade smallint,
  primary key (school_id, id),
  foreign key (school_id, year) references schedule.school_year (school_id, year),
  check (ends >= starts)
);
call app.school_table('schedule.vacation');

-- A single day that differs: a holiday, or a day taught by the timetable of another weekday.
create table schedule.special_day (
  school_id uuid not null,
  date date not null,
  kind text not null check (kind in ('off', 'asWeekday')),
  as_weekday smallint check (as_weekday between 1 and 6),
  name text not null default '',
  primary key (school_id, date)
);
call app.school_table('schedule.special_day');

create table schedule.bell_schedule (
  school_id uuid not null,
  id uuid not null,
  name text not null,
  shift smallint not null default 1,
  building_id uuid,
  weekday smallint,                        -- null: every day without its own bells
  primary key (school_id, id),
  unique (school_id, name)
);
call app.school_table('schedule.bell_schedule');

create table schedule.bell (
  school_id uuid not null,
  bell_schedule_id uuid not null,
  number smallint not null check (number between 0 and 14),
  starts time not null,
  ends time not null,
  primary key (school_id, bell_schedule_id, number),
  foreign key (school_id, bell_schedule_id) references schedule.bell_schedule (school_id, id),
  check (ends > starts)
);
call app.school_table('schedule.bell');

create table schedule.class_setting (
  school_id uuid not null,
  class_id uuid not null,
  period_scheme_id uuid not null,
  bell_schedule_id uuid not null,
  week_days smallint not null check (week_days in (5, 6)),
  primary key (school_id, class_id),
  foreign key (school_id, period_scheme_id) references schedule.period_scheme (school_id, id),
  foreign key (school_id, bell_schedule_id) references schedule.bell_schedule (school_id, id)
);
call app.school_table('schedule.class_setting');

-- A subject taught to a group in a school year: the journal's page, the unit of teaching load.
create table schedule.course (
  school_id uuid not null,
  id uuid not null,
  year smallint not null,
  group_id uuid not null,
  subject_id uuid not null,
  hours_per_week numeric(4, 1) not null default 0,
  closed_on date,
  revision integer not null default 1,
  primary key (school_id, id),
  unique (school_id, year, group_id, subject_id),
  foreign key (school_id, group_id) references registry.study_group (school_id, id),
  foreign key (school_id, subject_id) references registry.subject (school_id, id)
);
call app.school_table('schedule.course');

create table schedule.course_teacher (
  school_id uuid not null,
  course_id uuid not null,
  teacher_id uuid not null references registry.person (id),
  valid_from date not null,
  valid_to date,
  primary key (school_id, course_id, teacher_id, valid_from),
  foreign key (school_id, course_id) references schedule.course (school_id, id)
);
create index course_teacher_teacher on schedule.course_teacher (school_id, teacher_id);
call app.school_table('schedule.course_teacher');

-- A timetable holds from a date until the next one begins.
create table schedule.timetable (
  school_id uuid not null,
  id uuid not null,
  year smallint not null,
  name text not null,
  valid_from date not null,
  source text not null default 'hand',     -- hand, fet, excel
  revision integer not null default 1,
  primary key (school_id, id),
  unique (school_id, year, valid_from)
);
call app.school_table('schedule.timetable');

create table schedule.timetable_entry (
  school_id uuid not null,
  id uuid not null,
  timetable_id uuid not null,
  weekday smallint not null check (weekday between 1 and 6),
  number smallint not null check (number between 0 and 14),
  week text check (week in ('A', 'B')),    -- null: every week
  course_id uuid not null,
  room_id uuid,
  teacher_ids uuid[] not null,
  primary key (school_id, id),
  foreign key (school_id, timetable_id) references schedule.timetable (school_id, id),
  foreign key (school_id, course_id) references schedule.course (school_id, id)
);
create index timetable_entry_slot on schedule.timetable_entry (school_id, timetable_id, weekday, number);
create index timetable_entry_course on schedule.timetable_entry (school_id, course_id);
call app.school_table('schedule.timetable_entry');

-- A lesson on its day, made from the timetable or by hand.
create table schedule.lesson (
  school_id uuid not null,
  id uuid not null,
  date date not null,
  number smallint not null,
  starts time not null,
  ends time not null,
  course_id uuid not null,
  group_id uuid not null,
  subject_id uuid not null,
  room_id uuid,
  entry_id uuid,
  planned_on date,                         -- the day for which the entry made it; a moved lesson keeps it
  kept boolean not null default false,     -- something is recorded for it, so making lessons leaves it
  kind text not null default 'lesson' check (kind in ('lesson', 'extracurricular', 'consultation', 'exam')),
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled', 'moved', 'replaced')),
  closed_at timestamptz,
  revision integer not null default 1,
  primary key (school_id, id),
  foreign key (school_id, course_id) references schedule.course (school_id, id)
);
create index lesson_group_date on schedule.lesson (school_id, group_id, date, number);
create index lesson_course_date on schedule.lesson (school_id, course_id, date, number);
create index lesson_date on schedule.lesson (school_id, date);
create unique index lesson_entry_day on schedule.lesson (school_id, entry_id, planned_on) where entry_id is not null;
call app.school_table('schedule.lesson');

create table schedule.lesson_teacher (
  school_id uuid not null,
  lesson_id uuid not null,
  teacher_id uuid not null references registry.person (id),
  date date not null,
  substitute boolean not null default false,
  primary key (school_id, lesson_id, teacher_id),
  foreign key (school_id, lesson_id) references schedule.lesson (school_id, id)
);
create index lesson_teacher_day on schedule.lesson_teacher (school_id, teacher_id, date);
call app.school_table('schedule.lesson_teacher');

create view schedule.v_lesson with (security_invoker = true) as
  select school_id, id, date, number, starts, ends, course_id, group_id, subject_id, room_id, kind, state, closed_at, revision from schedule.lesson;
call app.published_view('schedule.v_lesson');
create view schedule.v_lesson_teacher with (security_invoker = true) as select school_id, lesson_id, teacher_id, date, substitute from schedule.lesson_teacher;
call app.published_view('schedule.v_lesson_teacher');
create view schedule.v_course with (security_invoker = true) as select school_id, id, year, group_id, subject_id, hours_per_week, closed_on from schedule.course;
call app.published_view('schedule.v_course');
create view schedule.v_course_teacher with (security_invoker = true) as select school_id, course_id, teacher_id, valid_from, valid_to from schedule.course_teacher;
call app.published_view('schedule.v_course_teacher');
create view schedule.v_class_setting with (security_invoker = true) as select school_id, class_id, period_scheme_id, bell_schedule_id, week_days from schedule.class_setting;
call app.published_view('schedule.v_class_setting');
create view schedule.v_period with (security_invoker = true) as select school_id, id, scheme_id, ordinal, name, starts, ends from schedule.period;
call app.published_view('schedule.v_period');
