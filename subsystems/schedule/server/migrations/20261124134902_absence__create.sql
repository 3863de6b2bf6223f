-- A teacher is away; the lessons of those days are open until each is settled.
create table schedule.absence (
  school_id uuid not null,
  id uuid not null,
  teacher_id uuid not null references registry.person (id),
  starts date not null,
  ends date not null,
  reason text not null check (reason in ('sick', 'training', 'trip', 'vacation', 'personal')),
  note text not null default '' check (length(note) <= 300),
  cancelled boolean not null default false,
  created_by uuid not null,
  revision integer not null default 1,
  primary key (school_id, id),
  check (ends >= starts)
);
create index absence_days on schedule.absence (school_id, ends, starts);
call app.school_table('schedule.absence');

-- How one open lesson was settled, and what it was before, so that it can be undone.
create table schedule.cover (
  school_id uuid not null,
  lesson_id uuid not null,
  absence_id uuid not null,
  kind text not null check (kind in ('substitute', 'join', 'move', 'cancel')),
  absent_id uuid not null,
  teacher_id uuid,
  date date not null,
  before jsonb not null,
  lesson_revision integer not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (school_id, lesson_id),
  foreign key (school_id, lesson_id) references schedule.lesson (school_id, id),
  foreign key (school_id, absence_id) references schedule.absence (school_id, id)
);
create index cover_absence on schedule.cover (school_id, absence_id);
create index cover_date on schedule.cover (school_id, date);
call app.school_table('schedule.cover');

-- A calendar that a person subscribed to; only the hash of its secret is kept.
create table schedule.feed (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null references registry.person (id),
  student_id uuid references registry.person (id), -- whose lessons; null: the person teaches them
  secret_hash text not null,
  created_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, secret_hash)
);
create index feed_person on schedule.feed (school_id, person_id);
call app.school_table('schedule.feed');
