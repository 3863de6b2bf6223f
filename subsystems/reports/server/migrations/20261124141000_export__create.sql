-- A journal taken out of the system: who ordered it, how far it is, what it became. The signed file is kept with the hash of the document in it.
create table reports.export (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  class_name text not null,
  period_id uuid,                          -- null: the whole year
  span text not null,
  starts date not null,
  until date not null,
  year smallint not null,
  language text not null check (language in ('ru', 'en')),
  state text not null default 'making' check (state in ('making', 'ready', 'failed')),
  course_ids uuid[] not null,
  done integer not null default 0,
  file_name text not null,
  document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$'),
  container bytea,
  ordered_by uuid not null,
  ordered_at timestamptz not null,
  ready_at timestamptz,
  primary key (school_id, id),
  check ((state = 'ready') = (container is not null and document_sha256 is not null))
);
create index export_ordered on reports.export (school_id, ordered_at desc, id desc);
call app.school_table('reports.export');

-- Pages gathered while an export is being made; they go when the file stands.
create table reports.export_part (
  school_id uuid not null,
  export_id uuid not null,
  position integer not null,
  part jsonb not null,
  primary key (school_id, export_id, position),
  foreign key (school_id, export_id) references reports.export (school_id, id)
);
call app.school_table('reports.export_part');
