-- A class and the one it grew out of.
create or replace view registry.v_class with (security_invoker = true) as
  select school_id, id, school_year, grade_level, course, letter, name, shift, building_id, homeroom_teacher_id, closed_on, previous_class_id from registry.class_unit;
