-- When pushes stay silent unless a person says otherwise, by date; urgent kinds pass, the rest comes in the morning as one.
create table notices.push_rule (
  valid_from date primary key,
  quiet_from time not null,
  quiet_until time not null,
  urgent text[] not null
);
call app.common_table('notices.push_rule');
insert into notices.push_rule (valid_from, quiet_from, quiet_until, urgent) values ('2026-09-01', '21:00', '07:00', '{journal.unexcused,schedule.substitution,schedule.lessonChanged}');

-- What a person wants otherwise: own hours or none, and how much a locked screen may say.
create table notices.push_wish (
  person_id uuid primary key,
  quiet text not null check (quiet in ('usual', 'own', 'none')),
  quiet_from time,
  quiet_until time,
  words text not null check (words in ('child', 'kind', 'none')),
  check (quiet <> 'own' or (quiet_from is not null and quiet_until is not null and quiet_from <> quiet_until))
);
call app.common_table('notices.push_wish');

-- A browser that receives pushes. The address is a secret of the device; it belongs to whoever was signed in there last.
create table notices.push_device (
  id uuid primary key,
  person_id uuid not null,
  session_id text not null,
  endpoint text not null unique check (length(endpoint) <= 1000),
  p256dh text not null,
  auth text not null,
  name text not null,
  language text not null check (language in ('ru', 'en')),
  added_at timestamptz not null,
  last_sent_at timestamptz
);
create index push_device_person on notices.push_device (person_id);
create index push_device_session on notices.push_device (session_id);
call app.common_table('notices.push_device');

-- What waits to be sent to a device; a row goes when it is sent, out of date or given up.
create table notices.push_due (
  device_id uuid not null references notices.push_device (id) on delete cascade,
  notice_id uuid not null references notices.notice (id) on delete cascade,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  primary key (device_id, notice_id)
);
create index push_due_time on notices.push_due (due_at);
create index push_due_notice on notices.push_due (notice_id);
call app.common_table('notices.push_due');
