-- What the school's own act says of absences; an edition holds from its day on.
create table journal.attendance_rule (
  school_id uuid not null,
  valid_from date not null,
  full_day_lessons smallint check (full_day_lessons between 1 and 12),   -- null: every lesson of the day was missed
  illness_percent smallint not null check (illness_percent between 1 and 100),
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, valid_from)
);
call app.school_table('journal.attendance_rule');

-- Who is not at school today, over all classes: few rows of a day, never the lists of those who were there.
create index if not exists attendance_day on journal.attendance (school_id, date) where code <> 'present';
