create schema notices;
call app.open_schema('notices');

-- What a person was told, once for each thing.
create table notices.notice (
  id uuid primary key,
  person_id uuid not null,
  kind text not null,
  about text not null,
  data jsonb not null,
  link text not null,
  school_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  unique (person_id, kind, about)
);
create index notice_person on notices.notice (person_id, id desc);
create index notice_unread on notices.notice (person_id) where read_at is null;
call app.common_table('notices.notice');

-- Kinds a person does not want; everything else is wanted.
create table notices.silenced (
  person_id uuid not null,
  kind text not null,
  primary key (person_id, kind)
);
call app.common_table('notices.silenced');
