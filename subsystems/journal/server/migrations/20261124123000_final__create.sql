-- The local act goes on: numbers by level, how a period and a year are judged, retakes, debts, limits. New editions change them, never code.
alter table journal.marking_rule
  add column levels jsonb not null default '{}',                       -- { "primary": { "roundUpFrom": 50, "absenceLimitPercent": 50, "leastMarks": [...] }, … }: what a level has of its own
  add column control_priority text not null default 'none' check (control_priority in ('none', 'border', 'cap')),
  add column control_band smallint not null default 10 check (control_band between 1 and 49),
  add column follow_groups boolean not null default true,
  add column count_brought boolean not null default true,
  add column year_from text not null default 'periods' check (year_from in ('periods', 'periodsAndExam')),
  add column year_round_up_from smallint not null default 50 check (year_round_up_from between 1 and 99),
  add column certificate_round_up_from smallint not null default 50 check (certificate_round_up_from between 1 and 99),
  add column retake_counts text not null default 'last' check (retake_counts in ('last', 'best', 'both')),
  add column retake_days smallint not null default 14 check (retake_days between 0 and 365),
  add column overdue_debt text not null default 'stays' check (overdue_debt in ('stays', 'two')),
  add column controls_a_day smallint not null default 1 check (controls_a_day between 1 and 10),
  add column controls_a_week smallint not null default 3 check (controls_a_week between 1 and 30),
  add column hundred_scale jsonb not null default '[{"from": 85, "mark": "5"}, {"from": 65, "mark": "4"}, {"from": 45, "mark": "3"}, {"from": 0, "mark": "2"}]';

-- A second try stands beside the first; which of them counts is a matter of the rule.
alter table journal.mark
  add column retake text check (retake in ('1', '2', '3', '4', '5', 'pass', 'fail')),
  add column retake_on date;
alter table journal.mark_revision add column retake text;

-- Period, year, exam and final marks as they stand.
create table journal.final_mark (
  school_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  subject_id uuid not null,
  year smallint not null,
  kind text not null check (kind in ('period', 'year', 'exam', 'final')),
  period_id uuid,                          -- only a period mark has one
  course_id uuid not null,                 -- the page on which it was put
  class_id uuid not null,                  -- the pupil's class when it was put
  value text not null check (value in ('1', '2', '3', '4', '5', 'pass', 'fail', 'notAttested', 'exempt', '')),
  proposed text,                           -- what the rule proposed then, with its inputs
  sum integer not null default 0,
  weights integer not null default 0,
  rule_edition integer,
  revision integer not null,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, id),
  check ((kind = 'period') = (period_id is not null))
);
create unique index final_mark_place on journal.final_mark (school_id, student_id, subject_id, year, kind, period_id) nulls not distinct;
create index final_mark_class on journal.final_mark (school_id, class_id, year);
create index final_mark_course on journal.final_mark (school_id, course_id);
call app.school_table('journal.final_mark');

create table journal.final_mark_revision (
  school_id uuid not null,
  final_id uuid not null,
  revision integer not null,
  value text not null,
  proposed text,
  sum integer not null,
  weights integer not null,
  rule_edition integer,
  reason text not null default '' check (length(reason) <= 300),
  protocol_number text not null default '' check (length(protocol_number) <= 40),
  protocol_date date,
  unlock_id uuid,                          -- the unlock under which a closed period was corrected
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, final_id, revision)
);
call app.school_history('journal.final_mark_revision');

-- Where a class stands in a period; the year as a whole closes under the id of the class's scheme. No row: open.
create table journal.closing (
  school_id uuid not null,
  class_id uuid not null,
  scope_id uuid not null,
  state text not null check (state in ('OPEN', 'FINALIZING', 'CLOSED')),
  due date,                                -- until when the marks are to stand
  revision integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (school_id, class_id, scope_id)
);
create index closing_scope on journal.closing (school_id, scope_id);
call app.school_table('journal.closing');

create table journal.closing_revision (
  school_id uuid not null,
  class_id uuid not null,
  scope_id uuid not null,
  revision integer not null,
  state text not null,
  due date,
  reason text not null default '' check (length(reason) <= 300),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (school_id, class_id, scope_id, revision)
);
call app.school_history('journal.closing_revision');

-- One class and one subject of a closed period, opened until an instant: one person asks, another grants.
create table journal.unlock (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  scope_id uuid not null,
  subject_id uuid not null,
  reason text not null check (length(reason) between 1 and 300),
  asked_until timestamptz not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'declined', 'ended')),
  until timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  answer text not null default '' check (length(answer) <= 300),
  primary key (school_id, id),
  check (state <> 'granted' or (decided_by is not null and until is not null and decided_by <> asked_by))
);
create index unlock_class on journal.unlock (school_id, class_id, scope_id);
create index unlock_asked on journal.unlock (school_id, asked_at desc);
call app.school_table('journal.unlock');

-- Marks that came with a pupil from another school, as its record says.
create table journal.brought_mark (
  school_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  subject_id uuid not null,
  date date not null,
  value text not null check (value in ('1', '2', '3', '4', '5')),
  weight smallint not null default 1 check (weight between 1 and 20),
  source text not null check (length(source) between 1 and 200),
  removed_at timestamptz,
  revision integer not null,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, id)
);
create index brought_mark_student on journal.brought_mark (school_id, student_id, date);
call app.school_table('journal.brought_mark');

-- What the pedagogical council decides at the end of a year.
create table journal.promotion (
  school_id uuid not null,
  student_id uuid not null,
  year smallint not null,
  class_id uuid not null,
  decision text not null check (decision in ('promoted', 'conditional', 'repeat', 'admitted', 'notAdmitted', 'finished')),
  protocol_number text not null check (length(protocol_number) between 1 and 40),
  protocol_date date not null,
  note text not null default '' check (length(note) <= 300),
  revision integer not null,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, student_id, year)
);
create index promotion_class on journal.promotion (school_id, class_id, year);
call app.school_table('journal.promotion');

-- A failed year in a subject may be made good twice.
create table journal.debt_attempt (
  school_id uuid not null,
  student_id uuid not null,
  subject_id uuid not null,
  year smallint not null,
  attempt smallint not null check (attempt in (1, 2)),
  date date not null,
  value text not null check (value in ('', '2', '3', '4', '5', 'pass', 'fail')),
  protocol_number text not null default '' check (length(protocol_number) <= 40),
  revision integer not null,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, student_id, subject_id, year, attempt)
);
call app.school_table('journal.debt_attempt');

create view journal.v_final_mark with (security_invoker = true) as
  select school_id, id, student_id, subject_id, course_id, class_id, year, kind, period_id, value, proposed, sum, weights, revision, put_by, put_at from journal.final_mark where value <> '';
call app.published_view('journal.v_final_mark');
create view journal.v_final_mark_revision with (security_invoker = true) as
  select f.school_id, f.id, f.student_id, f.subject_id, f.year, f.kind, f.period_id, v.revision, v.value, v.proposed, v.reason, v.protocol_number, v.protocol_date, v.put_by, v.put_at
  from journal.final_mark f join journal.final_mark_revision v on v.school_id = f.school_id and v.final_id = f.id;
call app.published_view('journal.v_final_mark_revision');
create view journal.v_closing with (security_invoker = true) as select school_id, class_id, scope_id, state, due, changed_at from journal.closing;
call app.published_view('journal.v_closing');
create view journal.v_promotion with (security_invoker = true) as select school_id, student_id, year, class_id, decision, protocol_number, protocol_date from journal.promotion;
call app.published_view('journal.v_promotion');
