create schema journal;
call app.open_schema('journal');

-- The school's rules of marking: an edition holds from a day on; numbers of the local act live here, never in code.
create table journal.marking_rule (
  school_id uuid not null,
  edition integer not null,
  valid_from date not null,
  title text not null,                     -- «Положение об отметках, ред. 3 от 28.08.2026»
  averaging text not null check (averaging in ('weighted', 'plain')),
  round_up_from numeric(3, 2) not null default 0.50,
  least_marks jsonb not null default '[]', -- [{ "hoursUpTo": 1, "marks": 3 }, …]
  absence_limit_percent smallint not null default 50,
  edit_days smallint not null default 7,
  debt_days smallint not null default 7,
  marks_from_grade smallint not null default 2,
  homework_norms jsonb not null default '[{"gradeUpTo": 1, "minutes": 60}, {"gradeUpTo": 3, "minutes": 90}, {"gradeUpTo": 5, "minutes": 120}, {"gradeUpTo": 8, "minutes": 150}, {"gradeUpTo": 12, "minutes": 210}]',
  revision integer not null default 1,
  primary key (school_id, edition)
);
call app.school_table('journal.marking_rule');

create table journal.work_type (
  school_id uuid not null,
  id uuid not null,
  name text not null,
  short_name text not null,
  weight smallint not null check (weight between 0 and 20),
  is_control boolean not null default false,
  scale text not null default 'five' check (scale in ('five', 'pass')),
  sort smallint not null default 100,
  archived boolean not null default false,
  revision integer not null default 1,
  primary key (school_id, id),
  unique (school_id, name)
);
call app.school_table('journal.work_type');

-- What was given in a lesson. Nothing here is typed twice: the diary, the page and the reports read it.
create table journal.lesson_record (
  school_id uuid not null,
  lesson_id uuid not null,
  topic text not null default '' check (length(topic) <= 500),
  note text not null default '' check (length(note) <= 1000),
  attendance_checked_at timestamptz,
  closed_at timestamptz,
  revision integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (school_id, lesson_id)
);
call app.school_table('journal.lesson_record');

create table journal.homework (
  school_id uuid not null,
  id uuid not null,
  lesson_id uuid not null,                 -- the lesson at which it was given
  course_id uuid not null,
  group_id uuid not null,
  due_date date not null,
  due_lesson_id uuid,
  text text not null check (length(text) <= 4000),
  minutes smallint check (minutes between 1 and 600),
  links jsonb not null default '[]',
  student_ids uuid[],                      -- null: everyone of the group
  removed_at timestamptz,
  revision integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (school_id, id)
);
create index homework_group_due on journal.homework (school_id, group_id, due_date);
create index homework_lesson on journal.homework (school_id, lesson_id);
call app.school_table('journal.homework');

create table journal.work (
  school_id uuid not null,
  id uuid not null,
  lesson_id uuid not null,
  course_id uuid not null,
  date date not null,
  work_type_id uuid not null,
  title text not null default '' check (length(title) <= 200),
  weight smallint not null check (weight between 0 and 20),
  scale text not null default 'five' check (scale in ('five', 'pass')),
  sort smallint not null default 1,
  removed_at timestamptz,
  revision integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, work_type_id) references journal.work_type (school_id, id)
);
create index work_course_date on journal.work (school_id, course_id, date);
create index work_lesson on journal.work (school_id, lesson_id);
call app.school_table('journal.work');

-- The current value; every earlier one stands in mark_revision. Course and date repeat the work's, so that a diary week and a journal page are one index range each.
create table journal.mark (
  school_id uuid not null,
  id uuid not null,
  work_id uuid not null,
  lesson_id uuid not null,
  course_id uuid not null,
  date date not null,
  student_id uuid not null,
  value text not null check (value in ('1', '2', '3', '4', '5', 'pass', 'fail', 'notAttested', 'debt', '')),
  note text not null default '' check (length(note) <= 500),
  debt_due date,
  revision integer not null,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, work_id) references journal.work (school_id, id)
);
create unique index mark_work_student on journal.mark (school_id, work_id, student_id);
create index mark_student_date on journal.mark (school_id, student_id, date);
create index mark_course_date on journal.mark (school_id, course_id, date);
call app.school_table('journal.mark');

create table journal.mark_revision (
  school_id uuid not null,
  mark_id uuid not null,
  revision integer not null,
  value text not null,
  note text not null,
  put_by uuid not null,
  entered_at timestamptz not null,         -- the device's clock, untrusted
  received_at timestamptz not null,
  reason text not null default '',
  primary key (school_id, mark_id, revision)
);
call app.school_history('journal.mark_revision');

-- The fact is the subject teacher's, the reason the class teacher's: two authors, two columns each.
create table journal.attendance (
  school_id uuid not null,
  lesson_id uuid not null,
  student_id uuid not null,
  date date not null,
  course_id uuid not null,
  code text not null check (code in ('present', 'absent', 'late', 'exempt', 'remote', 'leftEarly')),
  minutes smallint check (minutes between 0 and 300),
  reason text check (reason in ('illness', 'excused', 'unexcused')),
  reason_note text not null default '' check (length(reason_note) <= 300),
  reason_by uuid,
  span_id uuid,                            -- the range of days from which the reason came
  revision integer not null,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, lesson_id, student_id)
);
create index attendance_student_date on journal.attendance (school_id, student_id, date);
create index attendance_course_date on journal.attendance (school_id, course_id, date);
call app.school_table('journal.attendance');

create table journal.attendance_revision (
  school_id uuid not null,
  lesson_id uuid not null,
  student_id uuid not null,
  revision integer not null,
  code text not null,
  minutes smallint,
  reason text,
  reason_note text not null,
  put_by uuid not null,
  entered_at timestamptz not null,
  received_at timestamptz not null,
  why text not null default '',
  primary key (school_id, lesson_id, student_id, revision)
);
call app.school_history('journal.attendance_revision');

-- A parent's signature under a week of the diary.
create table journal.acknowledgement (
  school_id uuid not null,
  student_id uuid not null,
  week date not null,                      -- its Monday
  guardian_id uuid not null,
  at timestamptz not null,
  primary key (school_id, student_id, week, guardian_id)
);
call app.school_table('journal.acknowledgement');


-- A reason that holds for a range of days: a certificate, an application. Absences registered later get it too.
create table journal.absence_span (
  school_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  starts date not null,
  ends date not null,
  reason text not null check (reason in ('illness', 'excused', 'unexcused')),
  note text not null default '' check (length(note) <= 300),
  removed_at timestamptz,
  revision integer not null,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, id),
  check (ends >= starts)
);
create index absence_span_student on journal.absence_span (school_id, student_id, ends);
call app.school_table('journal.absence_span');

-- What a parent says of an absence; accepted, it becomes a range of days with the same id.
create table journal.excuse (
  school_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  starts date not null,
  ends date not null,
  reason text not null check (reason in ('illness', 'excused')),
  text text not null check (length(text) <= 300),
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined')),
  answer text not null default '' check (length(answer) <= 300),
  put_by uuid not null,
  put_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (school_id, id),
  check (ends >= starts)
);
create index excuse_student on journal.excuse (school_id, student_id, put_at desc);
call app.school_table('journal.excuse');

-- The pupil's own tick under a homework.
create table journal.homework_done (
  school_id uuid not null,
  homework_id uuid not null,
  student_id uuid not null,
  done_at timestamptz not null,
  primary key (school_id, homework_id, student_id),
  foreign key (school_id, homework_id) references journal.homework (school_id, id)
);
call app.school_table('journal.homework_done');

create view journal.v_mark with (security_invoker = true) as
  select m.school_id, m.id, m.work_id, m.lesson_id, m.course_id, m.date, m.student_id, m.value, w.weight, w.scale, t.is_control
  from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
  where m.value <> '';
call app.published_view('journal.v_mark');
create view journal.v_attendance with (security_invoker = true) as select school_id, lesson_id, student_id, course_id, date, code, reason from journal.attendance where code <> 'present';
call app.published_view('journal.v_attendance');
create view journal.v_homework with (security_invoker = true) as
  select school_id, id, lesson_id, course_id, group_id, due_date, text, student_ids from journal.homework where removed_at is null;
call app.published_view('journal.v_homework');

-- The courses and groups whose pages a person may have open, over all schools: for the live addresses of whoever is signed in, hence with the owner's eyes.
create function journal.heard_by(person uuid, on_day date) returns table (kind text, id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
    with role as materialized (
      select r.role, r.school_id, r.class_id from registry.v_role r
       where r.person_id = person and r.school_id is not null and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)),
    work_place as (select distinct school_id from role where role in ('teacher', 'deputyHead', 'principal', 'schoolAdmin')),
    homeroom as (select school_id, class_id from role where role = 'homeroomTeacher')
    select 'course', t.course_id from work_place p join schedule.v_course_teacher t on t.school_id = p.school_id
      where t.teacher_id = person and t.valid_from <= on_day and (t.valid_to is null or t.valid_to >= on_day)
    union select 'course', l.course_id from work_place p join schedule.v_lesson_teacher t on t.school_id = p.school_id join schedule.v_lesson l on l.school_id = t.school_id and l.id = t.lesson_id
      where t.teacher_id = person and t.substitute and t.date between on_day - 14 and on_day
    union select 'group', h.class_id from homeroom h
    union select 'course', c.id from homeroom h join registry.v_group_class g on g.school_id = h.school_id and g.class_id = h.class_id
      join schedule.v_course c on c.school_id = g.school_id and c.group_id = g.group_id
    union select 'group', m.group_id from registry.v_guardianship g join registry.v_membership m on m.student_id = g.student_id
      where g.guardian_id = person and not g.restricted and g.valid_from <= on_day and (g.valid_to is null or g.valid_to >= on_day)
        and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
  $$;
revoke all on function journal.heard_by(uuid, date) from public;
grant execute on function journal.heard_by(uuid, date) to school_app;
