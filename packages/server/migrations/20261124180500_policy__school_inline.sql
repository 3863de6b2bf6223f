-- The school of the transaction stands in every policy as a plain expression, so that the planner finds it equal to the school that the query names and checks it
-- once; a sub-select of its own for every table of a statement was a plan of its own for every table.
create or replace procedure app.school_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('create policy own_school on %s using (school_id = app.school_id()) with check (school_id = app.school_id())', name);
  execute format('grant select, insert, update, delete on %s to school_app', name);
end $$;

create or replace procedure app.school_history(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('create policy own_school on %s using (school_id = app.school_id()) with check (school_id = app.school_id())', name);
  execute format('grant select, insert on %s to school_app', name);
end $$;

do $$
declare held record;
begin
  for held in select polrelid::regclass as name from pg_policy where polname = 'own_school' loop
    execute format('alter policy own_school on %s using (school_id = app.school_id()) with check (school_id = app.school_id())', held.name);
  end loop;
end $$;
