create schema identity;
call app.open_schema('identity');

-- A sign-in under way: single use, ten minutes, bound to the browser by a cookie.
create table identity.sign_in (
  state uuid primary key,
  cookie_hash text not null,
  verifier text not null,
  profile text not null check (profile in ('staff', 'parent', 'pupil')),
  next_path text not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
call app.common_table('identity.sign_in');

create table identity.session (
  id text primary key,                     -- SHA-256 of the cookie, hex
  person_id uuid not null,
  acr text not null,
  amr text not null default '',
  esia_sid text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_minutes integer not null,
  ends_at timestamptz not null,
  ip_net text not null default '',
  device text not null default '',
  shared boolean not null default false,
  revoked_at timestamptz,
  revoke_reason text
);
create index session_person on identity.session (person_id) where revoked_at is null;
call app.common_table('identity.session');

create index session_end on identity.session (ends_at);

-- A person who has signed in at least once: what the funnel counts and the profile shows.
create table identity.account (
  person_id uuid primary key,
  oid text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  profile text not null
);
call app.common_table('identity.account');

-- The children of a parent's ЕСИА account at the last sign-in: offered in a request, compared with the registry.
create table identity.esia_kid (
  parent_id uuid not null,
  position smallint not null,
  oid text,
  last_name text not null,
  first_name text not null,
  middle_name text,
  birth_date date,
  snils text,
  gender text,
  seen_at timestamptz not null,
  primary key (parent_id, position)
);
call app.common_table('identity.esia_kid');

-- A sign-in whose СНИЛС belongs to a record tied to another ЕСИА account, or to a record of somebody else: an operator decides.
create table identity.merge_case (
  id uuid primary key,
  at timestamptz not null,
  snils text not null,
  known_id uuid not null,
  came_oid text not null,
  came jsonb not null,
  state text not null check (state in ('OPEN', 'MOVED', 'REFUSED')),
  decided_by uuid,
  decided_at timestamptz,
  reason text
);
create unique index merge_case_open on identity.merge_case (snils, came_oid) where state = 'OPEN';
call app.common_table('identity.merge_case');

-- A text to sign before an act: bound to the session, the operation and what it is about, good for one act.
create table identity.step_up (
  id uuid primary key,
  session_id text not null,
  person_id uuid not null,
  operation text not null,
  about_id text not null,
  text text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  signer text,
  signature text,
  used_at timestamptz
);
call app.common_table('identity.step_up');

-- What a school has reached for the first time, heard from other rooms.
create table identity.school_step (
  school_id uuid not null,
  step text not null,
  at timestamptz not null,
  primary key (school_id, step)
);
call app.common_table('identity.school_step');

-- Roles that no relation of the registry gives: operators and curators.
create table identity.grant_of_role (
  id uuid primary key,
  person_id uuid not null,
  role text not null,
  scope_kind text not null,
  scope_id text not null,
  valid_from date not null,
  valid_to date,
  granted_by uuid not null,
  basis text not null default '',
  revision integer not null default 1,
  check ((role, scope_kind) in (('operator', 'federation'), ('regionalCurator', 'region'), ('municipalCurator', 'municipality')))
);
create unique index grant_open on identity.grant_of_role (person_id, role, scope_id) where valid_to is null;
call app.common_table('identity.grant_of_role');

-- One document per purpose and edition; what was agreed to is named by its hash.
create table identity.consent_document (
  purpose text not null,
  edition integer not null,
  title text not null,
  body text not null,
  hash text not null,
  in_force_from date not null,
  required boolean not null default false,
  audience text not null check (audience in ('everyone', 'staff', 'parent', 'pupil')),
  primary key (purpose, edition)
);
call app.common_table('identity.consent_document');

create table identity.consent (
  id uuid primary key,
  subject_id uuid not null,                -- whose data
  given_by uuid not null,                  -- the person or the representative
  purpose text not null,
  edition integer not null,
  hash text not null,
  given_at timestamptz not null,
  channel text not null,
  esia_sid text,
  withdrawn_at timestamptz,
  foreign key (purpose, edition) references identity.consent_document (purpose, edition)
);
create index consent_subject on identity.consent (subject_id, purpose);
create index consent_giver on identity.consent (given_by);
call app.common_table('identity.consent');

-- A request to be attached to a school: staff, a pupil, or a parent's child; and requests to correct data that do not match.
create table identity.join_request (
  school_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('staff', 'child', 'pupil', 'correction')),
  state text not null check (state in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
  asked_by uuid not null,
  about jsonb not null,                    -- what was asked: role and position, the child's data, the class
  matched_id uuid,                         -- the person of the registry it was compared with
  comparison jsonb,                        -- field by field, as shown to the administrator
  checked text not null check (checked in ('matched', 'differs', 'notFound', 'noSnils', 'document')),
  mismatches smallint not null default 0,
  created_at timestamptz not null,
  due_at timestamptz not null,             -- after this the curator sees it too
  expires_at timestamptz not null,
  escalated_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  revision integer not null default 1,
  primary key (school_id, id)
);
create index join_request_state on identity.join_request (school_id, state, created_at);
create index join_request_asker on identity.join_request (asked_by, created_at desc);
create index join_request_due on identity.join_request (due_at) where state = 'PENDING';
call app.school_table('identity.join_request');

create table identity.join_request_step (
  school_id uuid not null,
  request_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  by_id uuid,
  step text not null,
  details jsonb,
  primary key (school_id, request_id, id),
  foreign key (school_id, request_id) references identity.join_request (school_id, id)
);
call app.school_history('identity.join_request_step');

-- Everything a person may act as, over all schools and scopes; dates are judged by the reader.
create view identity.v_role as
  select person_id, role, scope_kind, scope_id::text as scope_id, school_id, class_id, valid_from, valid_to from registry.v_role
  union all
  select person_id, role, scope_kind, scope_id, null, null, valid_from, valid_to from identity.grant_of_role;
call app.published_view('identity.v_role');

-- Requests over all schools: for the people who asked, and for curators whose schools do not answer.
create view identity.v_request as
  select school_id, id, kind, state, asked_by, about, matched_id, checked, mismatches, comparison, created_at, due_at, expires_at, escalated_at, decided_at, reason, revision from identity.join_request;
call app.published_view('identity.v_request');

-- Who has ever signed in, and when last.
create view identity.v_account as select person_id, first_at, last_at from identity.account;
call app.published_view('identity.v_account');
