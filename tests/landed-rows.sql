-- One lesson of one school as the foundation stored it; databases out there hold such rows, so this file does not follow later columns.
insert into registry.region (id, code, name, time_zone, opened_at) values ('00000000-0000-7000-8000-000000000001', '40', 'Калужская область', 'Europe/Moscow', '2026-08-01');
insert into registry.municipality (id, region_id, name, time_zone, opened_at) values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Город Калуга', 'Europe/Moscow', '2026-08-01');
insert into registry.school (id, municipality_id, kind, full_name, short_name, ogrn, inn, kpp, time_zone, opened_at)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 'school', 'МБОУ «Школа № 1»', 'Школа № 1', '1020000000001', '7707083893', '770701001', 'Europe/Moscow', '2026-08-01');
insert into registry.person (id, last_name, first_name, middle_name, birth_date, gender, created_at) values
  ('00000000-0000-7000-8000-000000000011', 'Орлова', 'Мария', 'Ивановна', '1980-05-05', 'F', '2026-08-01'),
  ('00000000-0000-7000-8000-000000000012', 'Белов', 'Артём', 'Сергеевич', '2013-03-03', 'M', '2026-08-01');
insert into registry.employment (school_id, id, person_id, role, position, valid_from)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000011', 'teacher', 'учитель математики', '2026-08-01');
insert into registry.class_unit (school_id, id, school_year, grade_level, letter, name) values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000031', 2026, 7, 'А', '7 «А»');
insert into registry.study_group (school_id, id, school_year, kind, name) values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000031', 2026, 'class', '7 «А»');
insert into registry.group_class (school_id, group_id, class_id) values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000031');
insert into registry.enrolment (school_id, id, student_id, class_id, valid_from)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000032', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000031', '2026-09-01');
insert into registry.group_member (school_id, group_id, student_id, valid_from) values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000012', '2026-09-01');
insert into registry.subject (school_id, id, name, short_name) values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000041', 'Алгебра', 'Алгебра');
insert into schedule.school_year (school_id, year, starts, ends) values ('00000000-0000-7000-8000-000000000003', 2026, '2026-09-01', '2027-05-26');
insert into schedule.course (school_id, id, year, group_id, subject_id, hours_per_week)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000051', 2026, '00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000041', 3);
insert into schedule.course_teacher (school_id, course_id, teacher_id, valid_from)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000011', '2026-09-01');
insert into schedule.lesson (school_id, id, date, number, starts, ends, course_id, group_id, subject_id) values
  ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000061', '2026-10-15', 3, '10:25', '11:10', '00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000041');
insert into schedule.lesson_teacher (school_id, lesson_id, teacher_id, date)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-000000000011', '2026-10-15');
insert into journal.marking_rule (school_id, edition, valid_from, title, averaging) values ('00000000-0000-7000-8000-000000000003', 1, '2026-08-28', 'Положение об отметках, ред. 1', 'weighted');
insert into journal.work_type (school_id, id, name, short_name, weight) values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000071', 'Ответ на уроке', 'Отв', 1);
insert into journal.lesson_record (school_id, lesson_id, topic, revision, changed_by, changed_at)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000061', 'Линейное уравнение', 1, '00000000-0000-7000-8000-000000000011', '2026-10-15T08:00:00Z');
insert into journal.work (school_id, id, lesson_id, course_id, date, work_type_id, weight, revision, changed_by, changed_at)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000081', '00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-000000000051', '2026-10-15', '00000000-0000-7000-8000-000000000071', 1, 1, '00000000-0000-7000-8000-000000000011', '2026-10-15T08:00:00Z');
insert into journal.mark (school_id, id, work_id, lesson_id, course_id, date, student_id, value, revision, put_by, put_at)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000091', '00000000-0000-7000-8000-000000000081', '00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-000000000051', '2026-10-15', '00000000-0000-7000-8000-000000000012', '4', 1, '00000000-0000-7000-8000-000000000011', '2026-10-15T08:00:00Z');
insert into journal.mark_revision (school_id, mark_id, revision, value, note, put_by, entered_at, received_at)
  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000091', 1, '4', '', '00000000-0000-7000-8000-000000000011', '2026-10-15T08:00:00Z', '2026-10-15T08:00:00Z');
