-- The classes a person teaches, over all schools: for rights that are judged outside a school, hence with the owner's eyes.
create view registry.v_taught_class as
  select t.teacher_id as person_id, t.school_id, c.class_id, t.valid_from, t.valid_to
    from registry.group_teacher t join registry.group_class c on c.school_id = t.school_id and c.group_id = t.group_id;
call app.published_view('registry.v_taught_class');
