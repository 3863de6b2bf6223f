create schema planning;
call app.open_schema('planning');

-- Numbers of the law and of the school, in editions by date; without any the first edition of the house holds.
create table planning.norm (
  school_id uuid not null,
  edition smallint not null,
  valid_from date not null,
  title text not null,
  data jsonb not null,
  revision integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (school_id, edition)
);
call app.school_table('planning.norm');

create table planning.curriculum (
  school_id uuid not null,
  id uuid not null,
  year smallint not null,                  -- 2026 is 2026/27
  name text not null,
  kind text not null check (kind in ('class', 'individual', 'home')),
  level text not null check (level in ('primary', 'basic', 'secondary')),
  profile text not null default '',
  week_days smallint not null check (week_days in (5, 6)),
  standard text not null default '',       -- key of the federal variant it is checked against
  from_grade smallint not null check (from_grade between 1 and 12),
  to_grade smallint not null check (to_grade between 1 and 12),
  copied_from uuid,
  revision integer not null default 1,
  primary key (school_id, id),
  unique (school_id, year, name),
  check (to_grade >= from_grade)
);
call app.school_table('planning.curriculum');

-- A plan is corrected during the year by a new edition that holds from a day on; an accepted one is never changed.
create table planning.curriculum_edition (
  school_id uuid not null,
  curriculum_id uuid not null,
  edition smallint not null,
  valid_from date not null,
  reason text not null default '',
  state text not null check (state in ('draft', 'accepted')),
  order_number text not null default '',
  accepted_by uuid,
  accepted_at timestamptz,
  despite text not null default '',        -- why it was accepted although something did not add up
  primary key (school_id, curriculum_id, edition),
  foreign key (school_id, curriculum_id) references planning.curriculum (school_id, id)
);
create unique index curriculum_edition_draft on planning.curriculum_edition (school_id, curriculum_id) where state = 'draft';
call app.school_table('planning.curriculum_edition');

create table planning.curriculum_line (
  school_id uuid not null,
  curriculum_id uuid not null,
  edition smallint not null,
  id uuid not null,
  part text not null check (part in ('core', 'school', 'extracurricular')),
  area text not null default '',
  subject_id uuid not null,
  advanced boolean not null default false,
  sort smallint not null default 0,
  primary key (school_id, curriculum_id, edition, id),
  unique (school_id, curriculum_id, edition, part, subject_id),
  foreign key (school_id, curriculum_id, edition) references planning.curriculum_edition (school_id, curriculum_id, edition),
  foreign key (school_id, subject_id) references registry.subject (school_id, id)
);
call app.school_table('planning.curriculum_line');

create table planning.curriculum_hours (
  school_id uuid not null,
  curriculum_id uuid not null,
  edition smallint not null,
  line_id uuid not null,
  grade smallint not null check (grade between 1 and 12),
  hours numeric(4, 2) not null check (hours > 0 and hours <= 40),
  groups smallint not null default 1 check (groups between 1 and 4), -- into how many subgroups a class is divided
  primary key (school_id, curriculum_id, edition, line_id, grade),
  foreign key (school_id, curriculum_id, edition, line_id) references planning.curriculum_line (school_id, curriculum_id, edition, id) on delete cascade
);
call app.school_table('planning.curriculum_hours');

-- By which plan a class of a year is taught.
create table planning.curriculum_class (
  school_id uuid not null,
  class_id uuid not null,
  curriculum_id uuid not null,
  primary key (school_id, class_id),
  foreign key (school_id, class_id) references registry.class_unit (school_id, id),
  foreign key (school_id, curriculum_id) references planning.curriculum (school_id, id)
);
create index curriculum_class_curriculum on planning.curriculum_class (school_id, curriculum_id);
call app.school_table('planning.curriculum_class');

-- Who is taught by an individual plan or at home, from when till when, on what basis.
create table planning.curriculum_student (
  school_id uuid not null,
  curriculum_id uuid not null,
  student_id uuid not null references registry.person (id),
  valid_from date not null,
  valid_to date,
  basis text not null default '',
  primary key (school_id, curriculum_id, student_id),
  foreign key (school_id, curriculum_id) references planning.curriculum (school_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
call app.school_table('planning.curriculum_student');

-- How many rates a teacher works; without a row it is one.
create table planning.teacher_rate (
  school_id uuid not null,
  year smallint not null,
  teacher_id uuid not null references registry.person (id),
  rate numeric(3, 2) not null check (rate >= 0 and rate <= 2),
  primary key (school_id, year, teacher_id)
);
call app.school_table('planning.teacher_rate');

-- The library of programmes: sections, themes and lessons of a subject in a grade.
create table planning.programme (
  school_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  grade smallint check (grade between 1 and 12),
  name text not null,
  author text not null default '',
  archived boolean not null default false,
  revision integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, subject_id) references registry.subject (school_id, id)
);
create index programme_subject on planning.programme (school_id, subject_id, grade);
call app.school_table('planning.programme');

create table planning.programme_item (
  school_id uuid not null,
  programme_id uuid not null,
  id uuid not null,
  position smallint not null,
  section text not null default '',
  topic text not null,
  hours smallint not null check (hours between 1 and 99),
  control text not null default '',        -- the kind of control work; empty: none
  homework text not null default '',
  links jsonb not null default '[]',
  primary key (school_id, programme_id, id),
  foreign key (school_id, programme_id) references planning.programme (school_id, id) on delete cascade
);
call app.school_table('planning.programme_item');

-- The programme as one course lives through it.
create table planning.course_plan (
  school_id uuid not null,
  course_id uuid not null,
  programme_id uuid,
  laid_at timestamptz,                     -- when its dates were fixed as the plan
  revision integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (school_id, course_id)
);
call app.school_table('planning.course_plan');

create table planning.course_plan_item (
  school_id uuid not null,
  course_id uuid not null,
  id uuid not null,
  position smallint not null,
  section text not null default '',
  topic text not null,
  hours smallint not null check (hours between 1 and 99),
  laid_hours smallint not null check (laid_hours between 0 and 99), -- after corrections; 0: in the lesson of the one before
  control text not null default '',
  homework text not null default '',
  links jsonb not null default '[]',
  planned_dates date[] not null default '{}',  -- one for each hour, fixed when it was laid
  primary key (school_id, course_id, id),
  foreign key (school_id, course_id) references planning.course_plan (school_id, course_id)
);
call app.school_table('planning.course_plan_item');

-- What a teacher said was given at a lesson, where it is not simply the next of the plan; an empty list: nothing of the plan.
create table planning.lesson_topic (
  school_id uuid not null,
  lesson_id uuid not null,
  course_id uuid not null,
  item_ids uuid[] not null,
  told_by uuid not null,
  told_at timestamptz not null,
  primary key (school_id, lesson_id)
);
create index lesson_topic_course on planning.lesson_topic (school_id, course_id);
call app.school_table('planning.lesson_topic');

-- The sheet of corrections: what was brought closer together, when and why.
create table planning.plan_correction (
  school_id uuid not null,
  course_id uuid not null,
  id uuid not null,
  made_on date not null,
  kind text not null check (kind in ('merge', 'restore')),
  hours smallint not null,
  reason text not null,
  changes jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (school_id, course_id, id)
);
call app.school_history('planning.plan_correction');

-- A year that was checked and opened.
create table planning.year_opening (
  school_id uuid not null,
  year smallint not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  checks jsonb not null,
  primary key (school_id, year)
);
call app.school_table('planning.year_opening');

create view planning.v_course_plan with (security_invoker = true) as select school_id, course_id, programme_id, laid_at from planning.course_plan;
call app.published_view('planning.v_course_plan');
create view planning.v_course_plan_item with (security_invoker = true) as
  select school_id, course_id, id, position, section, topic, hours, laid_hours, control, homework, planned_dates from planning.course_plan_item;
call app.published_view('planning.v_course_plan_item');
create view planning.v_lesson_topic with (security_invoker = true) as select school_id, lesson_id, course_id, item_ids from planning.lesson_topic;
call app.published_view('planning.v_lesson_topic');
create view planning.v_curriculum_class with (security_invoker = true) as select school_id, class_id, curriculum_id from planning.curriculum_class;
call app.published_view('planning.v_curriculum_class');
