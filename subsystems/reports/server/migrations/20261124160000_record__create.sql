-- Records of pupils: those made here, signed, and those brought from other schools.
create table reports.student_record (
  school_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  year smallint not null,
  class_name text not null,
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  container bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (school_id, id)
);
create index student_record_student on reports.student_record (school_id, student_id, made_at desc);
call app.school_table('reports.student_record');

create table reports.received_record (
  school_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  file_name text not null check (length(file_name) <= 120),
  container bytea not null,
  document jsonb not null,
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  signature jsonb not null,                -- how it stood when it came
  received_by uuid not null,
  received_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  checked_by text not null default '' check (length(checked_by) <= 300),
  written jsonb,
  primary key (school_id, id),
  check ((taken_at is null) = (written is null))
);
create index received_record_student on reports.received_record (school_id, student_id, received_at desc);
call app.school_table('reports.received_record');
