-- A question of a family about a mark, an absence, homework or a lesson; the teacher answers under it. Not a chat: it ends.
create table journal.question (
  school_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  course_id uuid not null,
  lesson_id uuid not null,
  about text not null check (about in ('mark', 'absence', 'homework', 'lesson')),
  about_id uuid,                            -- the mark or the homework
  state text not null default 'open' check (state in ('open', 'answered', 'closed')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (school_id, id),
  check ((about in ('mark', 'homework')) = (about_id is not null))
);
create index question_student on journal.question (school_id, student_id, changed_at desc);
create index question_course on journal.question (school_id, course_id, changed_at desc);
create index question_lesson on journal.question (school_id, lesson_id);
create index question_waiting on journal.question (school_id, changed_at) where state = 'open';
call app.school_table('journal.question');

-- What was written, never changed.
create table journal.question_note (
  school_id uuid not null,
  question_id uuid not null,
  id uuid not null,
  by_id uuid not null,
  side text not null check (side in ('family', 'school')),
  text text not null check (length(text) between 1 and 2000),
  at timestamptz not null,
  primary key (school_id, question_id, id),
  foreign key (school_id, question_id) references journal.question (school_id, id)
);
call app.school_history('journal.question_note');
