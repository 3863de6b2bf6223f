-- An uploaded file with what it would change; writing happens only on confirmation, by id.
create table schedule.import (
  school_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('roster', 'timetable')),
  state text not null check (state in ('mapping', 'ready', 'broken', 'done', 'expired')),
  file_name text not null,
  parsed jsonb not null,
  mapping jsonb not null default '[]',
  proposal jsonb not null,
  valid_from date,
  created_by uuid not null,
  created_at timestamptz not null,
  done_at timestamptz,
  expires_at timestamptz not null,
  primary key (school_id, id)
);
create index import_created on schedule.import (school_id, created_at desc);
call app.school_table('schedule.import');

-- Which schools have opened which year, over all schools: read by timed work, hence with the owner's eyes.
create view schedule.v_school_year as select school_id, year from schedule.school_year;
call app.published_view('schedule.v_school_year');
