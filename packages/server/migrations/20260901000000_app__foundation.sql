create schema audit;
create schema kit;
grant usage on schema app, audit, kit to school_app;

-- The school in whose name the transaction runs; null outside a school, so that policies show nothing.
create function app.school_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.school_id', true), '')::uuid $$;

-- A table of one school: row-level security by school_id, ordinary rights for the application.
create procedure app.school_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('create policy own_school on %s using (school_id = (select app.school_id())) with check (school_id = (select app.school_id()))', name);
  execute format('grant select, insert, update, delete on %s to school_app', name);
end $$;

-- A school's table whose rows are history: never changed, never removed by the application.
create procedure app.school_history(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('create policy own_school on %s using (school_id = (select app.school_id())) with check (school_id = (select app.school_id()))', name);
  execute format('grant select, insert on %s to school_app', name);
end $$;

-- A table of the whole installation.
create procedure app.common_table(name regclass) language plpgsql as $$
begin execute format('grant select, insert, update, delete on %s to school_app', name); end $$;

-- A table of the whole installation whose rows are history.
create procedure app.common_history(name regclass) language plpgsql as $$
begin execute format('grant select, insert on %s to school_app', name); end $$;

-- A schema and its published views become readable.
create procedure app.open_schema(name text) language plpgsql as $$
begin execute format('grant usage on schema %I to school_app', name); end $$;
create procedure app.published_view(name regclass) language plpgsql as $$
begin execute format('grant select on %s to school_app', name); end $$;

-- What was done, by whom: inserted with the act itself, ordered into chains afterwards by the sealer.
create table audit.entry (
  id uuid primary key,
  school_id uuid,
  at timestamptz not null,
  action text not null,
  actor_id uuid not null,
  acting_role text,
  about_id uuid,
  before jsonb,
  after jsonb,
  salt text not null,
  commitment text not null,
  request_id text not null,
  session_ref text
);
create index entry_school_at on audit.entry (school_id, at desc, id desc);
create index entry_about_at on audit.entry (about_id, at desc) where about_id is not null;
create index entry_actor_at on audit.entry (actor_id, at desc);
call app.common_history('audit.entry');

-- The chain of one school (or one of the installation's chains): position, hash over the previous hash and the entry.
create table audit.seal (
  chain text not null,
  seq bigint not null,
  entry_id uuid not null unique,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (chain, seq)
);
call app.common_history('audit.seal');

create table audit.checkpoint (
  chain text not null,
  size bigint not null,
  head text not null,
  at timestamptz not null,
  signature text not null,
  primary key (chain, size)
);
call app.common_history('audit.checkpoint');

-- Who opened whose record: one row per reader, person and ten minutes.
create table audit.access (
  school_id uuid not null,
  about_id uuid not null,
  reader_id uuid not null,
  slot timestamptz not null,
  reader_role text not null,
  what text not null,
  primary key (school_id, about_id, reader_id, slot, what)
);
call app.common_history('audit.access');

-- Facts to be heard and jobs to be run: written in the transaction of the act, taken with SKIP LOCKED, so that a late commit is never passed over.
create table kit.task (
  id uuid primary key,
  kind text not null check (kind in ('fact', 'job')),
  name text not null,
  school_id uuid,
  payload jsonb not null,
  actor_id uuid not null,
  at timestamptz not null,
  run_at timestamptz not null,
  attempts smallint not null default 0,
  error text,
  dead boolean not null default false
);
create index task_ready on kit.task (run_at, id) where not dead;
call app.common_table('kit.task');

-- Timed work: when each job runs next.
create table kit.timer (name text primary key, next_at timestamptz not null);
call app.common_table('kit.timer');
