create schema files;
call app.open_schema('files');

-- Bytes known by their hash; kept once however many versions point at them. A blob nobody points at is removed after a grace period.
create table files.blob (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  type text not null,
  refs integer not null check (refs >= 0),
  orphan_since timestamptz,
  added_at timestamptz not null,
  check ((refs = 0) = (orphan_since is not null))
);
create index blob_orphan on files.blob (orphan_since) where orphan_since is not null;
call app.common_table('files.blob');

-- A root: of a person, a class or a school, with their id. Files are of the installation, because a person with several schools has one root.
create table files.space (
  id uuid primary key,
  kind text not null check (kind in ('person', 'class', 'school')),
  school_id uuid,
  bytes bigint not null default 0 check (bytes >= 0),
  check ((kind = 'person') = (school_id is null))
);
create index space_school on files.space (school_id) where school_id is not null;
call app.common_table('files.space');

-- A folder or a file. `path` leads from the root to the node itself, so that a share of a folder reaches everything inside.
create table files.node (
  id uuid primary key,
  space_id uuid not null references files.space (id),
  parent_id uuid not null,
  path uuid[] not null,
  kind text not null check (kind in ('folder', 'file')),
  name text not null check (length(name) between 1 and 200),
  name_key text not null,
  version_id uuid,
  size bigint not null default 0,
  type text not null default '',
  revision integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  trashed_at timestamptz,
  trashed_by uuid,
  trash_root uuid,
  check ((trashed_at is null) = (trash_root is null))
);
create unique index node_name on files.node (parent_id, name_key) where trashed_at is null;
create index node_by_name on files.node (parent_id, kind desc, name_key, id) where trashed_at is null;
create index node_by_changed on files.node (parent_id, kind desc, changed_at, id) where trashed_at is null;
create index node_by_size on files.node (parent_id, kind desc, size, id) where trashed_at is null;
create index node_path on files.node using gin (path);
create index node_trash on files.node (space_id, trashed_at desc) where trash_root = id;
create index node_purge on files.node (trashed_at) where trash_root = id;
call app.common_table('files.node');

create table files.version (
  id uuid primary key,
  node_id uuid not null references files.node (id) on delete cascade,
  number integer not null,
  blob text not null references files.blob (hash),
  size bigint not null,
  type text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  unique (node_id, number)
);
create index version_blob on files.version (blob);
call app.common_table('files.version');

-- `audience` is person:<id>, class:<id>, role:<school>:<role> or link:<hash of the secret>.
create table files.share (
  id uuid primary key,
  node_id uuid not null references files.node (id) on delete cascade,
  audience text not null,
  rights text not null check (rights in ('view', 'edit')),
  expires_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  unique (node_id, audience)
);
create index share_audience on files.share (audience);
call app.common_table('files.share');

create table files.star (person_id uuid not null, node_id uuid not null references files.node (id) on delete cascade, primary key (person_id, node_id));
create index star_node on files.star (node_id);
call app.common_table('files.star');
create table files.recent (person_id uuid not null, node_id uuid not null references files.node (id) on delete cascade, at timestamptz not null, primary key (person_id, node_id));
create index recent_at on files.recent (person_id, at desc);
create index recent_node on files.recent (node_id);
call app.common_table('files.recent');

-- A file on its way: `received` bytes lie safely on the disk, the rest may be sent again.
create table files.upload (
  id uuid primary key,
  person_id uuid not null,
  folder_id uuid not null,
  folders text[] not null default '{}',
  node_id uuid,
  name text not null,
  size bigint not null check (size >= 0),
  received bigint not null default 0,
  begun_at timestamptz not null,
  expires_at timestamptz not null
);
create index upload_expires on files.upload (expires_at);
create index upload_person on files.upload (person_id);
call app.common_table('files.upload');

-- Dated limits: the row in force is the latest that has begun.
create table files.quota (valid_from date not null, kind text not null check (kind in ('pupil', 'person', 'class', 'school')), bytes bigint not null, primary key (kind, valid_from));
call app.common_table('files.quota');
insert into files.quota (valid_from, kind, bytes) values
  ('2026-01-01', 'pupil', 2147483648), ('2026-01-01', 'person', 10737418240), ('2026-01-01', 'class', 10737418240), ('2026-01-01', 'school', 107374182400);
create table files.rule (valid_from date primary key, largest_bytes bigint not null, trash_days integer not null, orphan_hours integer not null, upload_hours integer not null);
call app.common_table('files.rule');
insert into files.rule (valid_from, largest_bytes, trash_days, orphan_hours, upload_hours) values ('2026-01-01', 2147483648, 30, 24, 72);
