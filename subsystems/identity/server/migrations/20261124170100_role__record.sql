-- By which record the school of a role knows the person: their own, or one that was merged with it.
create or replace view identity.v_role as
  select person_id, role, scope_kind, scope_id::text as scope_id, school_id, class_id, valid_from, valid_to, record_id from registry.v_role
  union all
  select person_id, role, scope_kind, scope_id, null, null, valid_from, valid_to, person_id from identity.grant_of_role
  union all
  select s.record_id, g.role, g.scope_kind, g.scope_id, null, null, g.valid_from, g.valid_to, s.record_id
    from registry.v_same_person s join identity.grant_of_role g on g.person_id = s.other_id;
