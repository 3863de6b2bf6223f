-- What a foreign system calls our people and classes: a later package may name them by these ids alone.
create table schedule.roster_source (
  school_id uuid not null,
  kind text not null check (kind in ('user', 'class')),
  sourced_id text not null check (length(sourced_id) <= 300),
  means text not null,                     -- a person's id or a class's or group's title
  primary key (school_id, kind, sourced_id)
);
call app.school_table('schedule.roster_source');

-- A package given away: to whom, how much, and (for the next package of changes) the fingerprint of every record.
create table schedule.roster_export (
  school_id uuid not null,
  id uuid not null,
  recipient text not null check (length(recipient) between 1 and 120),
  format text not null check (format in ('oneroster', 'workbook')),
  mode text not null check (mode in ('bulk', 'delta')),
  made_at timestamptz not null,
  made_by uuid not null,
  counts jsonb not null,
  sent jsonb,                              -- only of the newest package of a recipient
  content bytea,                           -- for a day
  primary key (school_id, id)
);
create index roster_export_made on schedule.roster_export (school_id, made_at desc);
create index roster_export_recipient on schedule.roster_export (school_id, recipient, made_at desc);
call app.school_table('schedule.roster_export');
