create schema registry;
call app.open_schema('registry');

-- The installation: regions, municipalities, organisations, people and who represents whom.
create table registry.region (
  id uuid primary key,
  code text not null unique check (code ~ '^\d{2}$'),
  name text not null,
  time_zone text not null,
  opened_at timestamptz not null
);
call app.common_table('registry.region');

create table registry.municipality (
  id uuid primary key,
  region_id uuid not null references registry.region (id),
  name text not null,
  oktmo text,
  time_zone text not null,
  opened_at timestamptz not null,
  unique (region_id, name)
);
call app.common_table('registry.municipality');

create table registry.school (
  id uuid primary key,
  municipality_id uuid not null references registry.municipality (id),
  kind text not null check (kind in ('school', 'college')),
  full_name text not null,
  short_name text not null,
  ogrn text not null unique,
  inn text not null,
  kpp text not null,
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  time_zone text not null,
  opened_at timestamptz not null,
  revision integer not null default 1
);
create index school_municipality on registry.school (municipality_id);
call app.common_table('registry.school');

create table registry.person (
  id uuid primary key,
  last_name text not null,
  first_name text not null,
  middle_name text,
  birth_date date not null,
  gender text not null check (gender in ('M', 'F')),
  snils text unique check (snils ~ '^\d{11}$'),
  esia_oid text unique,
  email text,
  phone text,
  created_at timestamptz not null,
  revision integer not null default 1
);
create index person_name on registry.person (lower(last_name), lower(first_name), birth_date);
call app.common_table('registry.person');

-- Who represents a pupil, on what basis, from when till when; `restricted` keeps the record but opens nothing (a court's decision).
create table registry.guardianship (
  id uuid primary key,
  guardian_id uuid not null references registry.person (id),
  student_id uuid not null references registry.person (id),
  basis text not null check (basis in ('parent', 'adopter', 'guardian', 'custodian', 'representative')),
  document text not null default '',
  restricted boolean not null default false,
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  check (valid_to is null or valid_to >= valid_from)
);
create unique index guardianship_open on registry.guardianship (guardian_id, student_id) where valid_to is null;
create index guardianship_guardian on registry.guardianship (guardian_id);
create index guardianship_student on registry.guardianship (student_id);
call app.common_table('registry.guardianship');

-- One school's own: buildings, rooms, subjects, classes, groups, employment, enrolment.
create table registry.building (
  school_id uuid not null references registry.school (id),
  id uuid not null,
  name text not null,
  address text not null default '',
  primary key (school_id, id),
  unique (school_id, name)
);
call app.school_table('registry.building');

create table registry.room (
  school_id uuid not null,
  id uuid not null,
  building_id uuid,
  name text not null,
  capacity integer check (capacity > 0),
  primary key (school_id, id),
  unique (school_id, name),
  foreign key (school_id, building_id) references registry.building (school_id, id)
);
call app.school_table('registry.room');

create table registry.subject (
  school_id uuid not null references registry.school (id),
  id uuid not null,
  name text not null,
  short_name text not null,
  kind text not null default 'core' check (kind in ('core', 'extracurricular')),
  sort integer not null default 100,
  primary key (school_id, id),
  unique (school_id, name)
);
call app.school_table('registry.subject');

create table registry.employment (
  school_id uuid not null references registry.school (id),
  id uuid not null,
  person_id uuid not null references registry.person (id),
  role text not null check (role in ('schoolAdmin', 'principal', 'deputyHead', 'teacher', 'staff')),
  position text not null,
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  primary key (school_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index employment_open on registry.employment (school_id, person_id, role) where valid_to is null;
create index employment_person on registry.employment (person_id);
call app.school_table('registry.employment');

-- A class of a school year, or a group of a course in a college. Its pupils are the members of the group that carries the same id.
create table registry.class_unit (
  school_id uuid not null references registry.school (id),
  id uuid not null,
  school_year smallint not null,           -- the year in which it begins: 2026 is 2026/27
  grade_level smallint check (grade_level between 1 and 12),
  course smallint check (course between 1 and 6),
  letter text not null default '',
  name text not null,                      -- «7 «Б»» or «ИС-21»
  shift smallint not null default 1 check (shift in (1, 2)),
  building_id uuid,
  homeroom_teacher_id uuid references registry.person (id),
  previous_class_id uuid,
  closed_on date,
  revision integer not null default 1,
  primary key (school_id, id),
  unique (school_id, school_year, name),
  foreign key (school_id, building_id) references registry.building (school_id, id),
  check ((grade_level is null) <> (course is null))
);
create index class_unit_homeroom on registry.class_unit (homeroom_teacher_id) where homeroom_teacher_id is not null;
call app.school_table('registry.class_unit');

-- Who is taught together: a whole class (same id as the class), part of it, or people of several classes.
create table registry.study_group (
  school_id uuid not null references registry.school (id),
  id uuid not null,
  school_year smallint not null,
  kind text not null check (kind in ('class', 'subgroup', 'crossClass', 'combined')),
  name text not null,
  revision integer not null default 1,
  primary key (school_id, id),
  unique (school_id, school_year, name)
);
call app.school_table('registry.study_group');

create table registry.group_class (
  school_id uuid not null,
  group_id uuid not null,
  class_id uuid not null,
  primary key (school_id, group_id, class_id),
  foreign key (school_id, group_id) references registry.study_group (school_id, id),
  foreign key (school_id, class_id) references registry.class_unit (school_id, id)
);
create index group_class_class on registry.group_class (school_id, class_id);
call app.school_table('registry.group_class');

create table registry.group_member (
  school_id uuid not null,
  group_id uuid not null,
  student_id uuid not null references registry.person (id),
  valid_from date not null,
  valid_to date,                           -- the last day, inclusive
  primary key (school_id, group_id, student_id, valid_from),
  foreign key (school_id, group_id) references registry.study_group (school_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create index group_member_student on registry.group_member (school_id, student_id);
call app.school_table('registry.group_member');

-- Who teaches which group: told by the room that keeps the courses, so that rights of teachers can be judged here.
create table registry.group_teacher (
  school_id uuid not null,
  group_id uuid not null,
  teacher_id uuid not null references registry.person (id),
  valid_from date not null,
  valid_to date,                           -- the last day, inclusive
  primary key (school_id, group_id, teacher_id, valid_from),
  foreign key (school_id, group_id) references registry.study_group (school_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create index group_teacher_teacher on registry.group_teacher (school_id, teacher_id);
call app.school_table('registry.group_teacher');

-- The legal fact of being a pupil of this school in this class, by order; membership of the class's group follows it.
create table registry.enrolment (
  school_id uuid not null references registry.school (id),
  id uuid not null,
  student_id uuid not null references registry.person (id),
  class_id uuid not null,
  order_number text not null default '',
  order_date date,
  begun_by text not null default 'enrolled' check (begun_by in ('enrolled', 'transferred', 'returned')),
  valid_from date not null,
  valid_to date,
  end_reason text check (end_reason in ('transferred', 'otherSchool', 'graduated', 'expelled', 'academicLeave', 'familyEducation', 'other')),
  end_order_number text not null default '',
  end_order_date date,
  revision integer not null default 1,
  primary key (school_id, id),
  foreign key (school_id, class_id) references registry.class_unit (school_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index enrolment_open on registry.enrolment (school_id, student_id) where valid_to is null;
create index enrolment_class on registry.enrolment (school_id, class_id);
create index enrolment_student on registry.enrolment (student_id);
call app.school_table('registry.enrolment');

-- Published views. Those with security_invoker obey the school of the transaction.
create view registry.v_person as
  select id, last_name, first_name, middle_name, birth_date, gender from registry.person;
call app.published_view('registry.v_person');

create view registry.v_school as
  select s.id, s.municipality_id, m.region_id, s.kind, s.full_name, s.short_name, s.time_zone, s.opened_at, m.name as municipality_name, r.name as region_name
  from registry.school s join registry.municipality m on m.id = s.municipality_id join registry.region r on r.id = m.region_id;
call app.published_view('registry.v_school');

-- Names of territories and of classes over all schools: for the switcher of whoever is signed in.
create view registry.v_region as select id, code, name, time_zone from registry.region;
call app.published_view('registry.v_region');
create view registry.v_municipality as select id, region_id, name, time_zone from registry.municipality;
call app.published_view('registry.v_municipality');
create view registry.v_class_name as select school_id, id, name from registry.class_unit;
call app.published_view('registry.v_class_name');

create view registry.v_subject with (security_invoker = true) as select school_id, id, name, short_name, kind, sort from registry.subject;
call app.published_view('registry.v_subject');
create view registry.v_room with (security_invoker = true) as select school_id, id, building_id, name, capacity from registry.room;
call app.published_view('registry.v_room');
create view registry.v_class with (security_invoker = true) as
  select school_id, id, school_year, grade_level, course, letter, name, shift, building_id, homeroom_teacher_id, closed_on from registry.class_unit;
call app.published_view('registry.v_class');
create view registry.v_group with (security_invoker = true) as select school_id, id, school_year, kind, name from registry.study_group;
call app.published_view('registry.v_group');
create view registry.v_group_class with (security_invoker = true) as select school_id, group_id, class_id from registry.group_class;
call app.published_view('registry.v_group_class');
create view registry.v_group_member with (security_invoker = true) as select school_id, group_id, student_id, valid_from, valid_to from registry.group_member;
call app.published_view('registry.v_group_member');
create view registry.v_group_teacher with (security_invoker = true) as select school_id, group_id, teacher_id, valid_from, valid_to from registry.group_teacher;
call app.published_view('registry.v_group_teacher');
create view registry.v_enrolment with (security_invoker = true) as select school_id, id, student_id, class_id, valid_from, valid_to from registry.enrolment;
call app.published_view('registry.v_enrolment');
create view registry.v_employment with (security_invoker = true) as select school_id, id, person_id, role, position, valid_from, valid_to from registry.employment;
call app.published_view('registry.v_employment');
create view registry.v_guardianship as select id, guardian_id, student_id, basis, restricted, valid_from, valid_to from registry.guardianship;
call app.published_view('registry.v_guardianship');

-- Every right that follows from a relation of the registry, over all schools: read by identity when someone signs in, hence with the owner's eyes.
create view registry.v_role as
  select e.person_id, e.role, 'school'::text as scope_kind, e.school_id as scope_id, e.school_id, null::uuid as class_id, e.valid_from, e.valid_to
    from registry.employment e where e.role <> 'staff'
  union all
  select c.homeroom_teacher_id, 'homeroomTeacher', 'school', c.school_id, c.school_id, c.id, e.valid_from, e.valid_to
    from registry.class_unit c join registry.employment e on e.school_id = c.school_id and e.person_id = c.homeroom_teacher_id and e.role in ('teacher', 'deputyHead', 'principal')
   where c.closed_on is null
  union all
  select n.student_id, 'pupil', 'school', n.school_id, n.school_id, n.class_id, n.valid_from, n.valid_to
    from registry.enrolment n
  union all
  select g.guardian_id, 'parent', 'child', g.student_id, n.school_id, n.class_id, greatest(g.valid_from, n.valid_from), least(g.valid_to, n.valid_to)
    from registry.guardianship g join registry.enrolment n on n.student_id = g.student_id
   where not g.restricted;
call app.published_view('registry.v_role');

-- The groups of a pupil over all schools: for the live addresses of whoever is signed in.
create view registry.v_membership as
  select student_id, school_id, group_id, valid_from, valid_to from registry.group_member;
call app.published_view('registry.v_membership');

-- Sizes of schools on a day, without people: for curators, who read no school from inside.
create function registry.school_sizes(on_day date) returns table (school_id uuid, classes integer, staff integer, pupils integer, admins integer)
  language sql stable security definer set search_path = pg_catalog as $$
    select s.id,
      (select count(*)::integer from registry.class_unit c where c.school_id = s.id and c.closed_on is null),
      (select count(distinct e.person_id)::integer from registry.employment e where e.school_id = s.id and e.valid_from <= on_day and (e.valid_to is null or e.valid_to >= on_day)),
      (select count(*)::integer from registry.enrolment n where n.school_id = s.id and n.valid_from <= on_day and (n.valid_to is null or n.valid_to >= on_day)),
      (select count(*)::integer from registry.employment e where e.school_id = s.id and e.role = 'schoolAdmin' and e.valid_from <= on_day and (e.valid_to is null or e.valid_to >= on_day))
    from registry.school s
  $$;
revoke all on function registry.school_sizes(date) from public;
grant execute on function registry.school_sizes(date) to school_app;

-- Where a person works, over all schools: for the live addresses of whoever is signed in.
create view registry.v_staff_place as
  select person_id, school_id, valid_from, valid_to from registry.employment;
call app.published_view('registry.v_staff_place');
