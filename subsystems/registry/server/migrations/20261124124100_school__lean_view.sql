-- A school always has its municipality and that its region; written as outer joins, they cost nothing where nobody asks for their columns.
create or replace view registry.v_school as
  select s.id, s.municipality_id, m.region_id, s.kind, s.full_name, s.short_name, s.time_zone, s.opened_at, m.name as municipality_name, r.name as region_name
  from registry.school s left join registry.municipality m on m.id = s.municipality_id left join registry.region r on r.id = m.region_id;
