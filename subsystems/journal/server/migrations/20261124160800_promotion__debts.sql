-- The council's decision with the order that carries it out, the family's choice, and the work that admits to exams.
alter table journal.promotion drop constraint promotion_decision_check;
alter table journal.promotion add constraint promotion_decision_check check (decision in ('promoted', 'conditional', 'repeat', 'adapted', 'individual', 'admitted', 'notAdmitted', 'finished')) not valid;
alter table journal.promotion
  add column order_number text not null default '' check (length(order_number) <= 40),
  add column order_date date,
  add column family_choice_on date,
  add column admission_work text check (admission_work in ('pass', 'fail'));
-- A failed year in a subject: owed until two days, one for each attempt.
create table journal.academic_debt (
  school_id uuid not null,
  student_id uuid not null,
  subject_id uuid not null,
  year smallint not null,
  value text not null check (value in ('1', '2', 'fail', 'notAttested')),
  first_due date not null,
  second_due date not null check (second_due >= first_due),
  settled_on date,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (school_id, student_id, subject_id, year)
);
call app.school_table('journal.academic_debt');
-- From how many failed subjects on the council decides otherwise, and with how many one is still admitted to exams.
alter table journal.marking_rule
  add column debts_at_most smallint not null default 2 constraint marking_rule_debts_at_most check (debts_at_most between 1 and 20),
  add column admission_debts smallint not null default 0 constraint marking_rule_admission_debts check (admission_debts between 0 and 5);
