-- Homework that is handed in here: what a pupil sent, what the teacher said of it, and every revision of both.
alter table journal.homework add column answers boolean not null default false;
create index homework_answers on journal.homework (school_id, course_id) where answers and removed_at is null;

create table journal.homework_answer (
  school_id uuid not null,
  id uuid not null,
  homework_id uuid not null,
  student_id uuid not null,
  text text not null default '' check (length(text) <= 8000),
  links jsonb not null default '[]',
  state text not null check (state in ('sent', 'returned', 'accepted')),
  sent_by uuid not null,                   -- the pupil, or a parent for them
  sent_at timestamptz not null,
  late boolean not null,                   -- after the day it was due
  review text not null default '' check (length(review) <= 2000),
  reviewed_by uuid,
  reviewed_at timestamptz,
  mark_id uuid,                            -- the mark that was put with the review
  revision integer not null,
  primary key (school_id, id),
  foreign key (school_id, homework_id) references journal.homework (school_id, id)
);
create unique index homework_answer_place on journal.homework_answer (school_id, homework_id, student_id);
create index homework_answer_waiting on journal.homework_answer (school_id, homework_id) where state = 'sent';
call app.school_table('journal.homework_answer');

create table journal.homework_answer_revision (
  school_id uuid not null,
  answer_id uuid not null,
  revision integer not null,
  text text not null,
  links jsonb not null,
  state text not null,
  review text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (school_id, answer_id, revision)
);
call app.school_history('journal.homework_answer_revision');
