-- Two records of one human being. The record that gives way keeps its id, because everything its school has written hangs on it;
-- `merged_to` says whose record it is. `same_person` spells out the pairs, both ways, so that no reading path has to climb.
alter table registry.person add column merged_to uuid;
create index person_merged on registry.person (merged_to) where merged_to is not null;
create index person_alike on registry.person (replace(lower(last_name), 'ё', 'е'), replace(lower(first_name), 'ё', 'е'), birth_date);

create table registry.same_person (
  record_id uuid not null references registry.person (id),
  other_id uuid not null references registry.person (id),
  primary key (record_id, other_id),
  check (record_id <> other_id)
);
create index same_person_other on registry.same_person (other_id);
call app.common_table('registry.same_person');

-- A proposal to merge and what came of it. `school_id` is set when one school alone is concerned, `municipality_id` when one municipality is.
create table registry.person_merge (
  id uuid primary key,
  kept_id uuid not null references registry.person (id),
  gone_id uuid not null references registry.person (id),
  state text not null check (state in ('asked', 'done', 'refused', 'withdrawn', 'undone')),
  school_ids uuid[] not null,
  school_id uuid references registry.school (id),
  municipality_id uuid references registry.municipality (id),
  region_id uuid not null references registry.region (id),
  asked_school_id uuid not null references registry.school (id),
  asked_by uuid not null references registry.person (id),
  asked_at timestamptz not null,
  reason text not null check (length(reason) <= 300),
  decided_by uuid references registry.person (id),
  decided_at timestamptz,
  answer text not null default '' check (length(answer) <= 300),
  undo_until date,                         -- the last day, inclusive
  before jsonb,                            -- what the two records were and which rows were closed: an undo puts exactly this back
  undone_by uuid references registry.person (id),
  undone_at timestamptz,
  undo_reason text not null default '' check (length(undo_reason) <= 300),
  check (kept_id <> gone_id)
);
create unique index person_merge_asked on registry.person_merge (least(kept_id, gone_id), greatest(kept_id, gone_id)) where state = 'asked';
create index person_merge_schools on registry.person_merge using gin (school_ids);
create index person_merge_region on registry.person_merge (region_id, asked_at desc);
create index person_merge_kept on registry.person_merge (kept_id);
create index person_merge_gone on registry.person_merge (gone_id);
call app.common_table('registry.person_merge');

-- Who represents whom, told for every record of both: rooms ask with the record they know.
create view registry.guardianship_of_record as
  select g.* from registry.guardianship g
  union all
  select g.id, g.guardian_id, s.record_id, g.basis, g.document, g.restricted, g.valid_from, g.valid_to, g.revision
    from registry.same_person s join registry.guardianship g on g.student_id = s.other_id
  union all
  select g.id, s.record_id, g.student_id, g.basis, g.document, g.restricted, g.valid_from, g.valid_to, g.revision
    from registry.same_person s join registry.guardianship g on g.guardian_id = s.other_id
  union all
  select g.id, a.record_id, b.record_id, g.basis, g.document, g.restricted, g.valid_from, g.valid_to, g.revision
    from registry.same_person a join registry.guardianship g on g.guardian_id = a.other_id join registry.same_person b on b.other_id = g.student_id;
call app.published_view('registry.guardianship_of_record');

create or replace view registry.v_guardianship as
  select id, guardian_id, student_id, basis, restricted, valid_from, valid_to from registry.guardianship_of_record;

create view registry.v_same_person as select record_id, other_id from registry.same_person;
call app.published_view('registry.v_same_person');

-- In which schools a record is known, and as what: over all schools, for finding doubles and judging who decides.
create view registry.person_place as
  select n.student_id as person_id, n.school_id, 'pupil'::text as relation, null::text as role, n.valid_from, n.valid_to from registry.enrolment n
  union all
  select e.person_id, e.school_id, 'staff', e.role, e.valid_from, e.valid_to from registry.employment e
  union all
  select g.guardian_id, n.school_id, 'guardian', null, g.valid_from, least(g.valid_to, n.valid_to) from registry.guardianship g join registry.enrolment n on n.student_id = g.student_id;
call app.published_view('registry.person_place');

-- `record_id` is the record by which the school of the role knows the person: the person's own, or one merged with it.
create or replace view registry.v_role as
  select e.person_id, e.role, 'school'::text as scope_kind, e.school_id as scope_id, e.school_id, null::uuid as class_id, e.valid_from, e.valid_to, e.person_id as record_id
    from registry.employment e where e.role <> 'staff'
  union all
  select c.homeroom_teacher_id, 'homeroomTeacher', 'school', c.school_id, c.school_id, c.id, e.valid_from, e.valid_to, c.homeroom_teacher_id
    from registry.class_unit c join registry.employment e on e.school_id = c.school_id and e.person_id = c.homeroom_teacher_id and e.role in ('teacher', 'deputyHead', 'principal')
   where c.closed_on is null
  union all
  select n.student_id, 'pupil', 'school', n.school_id, n.school_id, n.class_id, n.valid_from, n.valid_to, n.student_id
    from registry.enrolment n
  union all
  select g.guardian_id, 'parent', 'child', g.student_id, n.school_id, n.class_id, greatest(g.valid_from, n.valid_from), least(g.valid_to, n.valid_to), g.guardian_id
    from registry.guardianship_of_record g join registry.enrolment n on n.student_id = g.student_id
   where not g.restricted
  union all
  select s.record_id, e.role, 'school', e.school_id, e.school_id, null, e.valid_from, e.valid_to, e.person_id
    from registry.same_person s join registry.employment e on e.person_id = s.other_id where e.role <> 'staff'
  union all
  select s.record_id, 'homeroomTeacher', 'school', c.school_id, c.school_id, c.id, e.valid_from, e.valid_to, c.homeroom_teacher_id
    from registry.same_person s join registry.class_unit c on c.homeroom_teacher_id = s.other_id
    join registry.employment e on e.school_id = c.school_id and e.person_id = c.homeroom_teacher_id and e.role in ('teacher', 'deputyHead', 'principal')
   where c.closed_on is null
  union all
  select s.record_id, 'pupil', 'school', n.school_id, n.school_id, n.class_id, n.valid_from, n.valid_to, n.student_id
    from registry.same_person s join registry.enrolment n on n.student_id = s.other_id;
