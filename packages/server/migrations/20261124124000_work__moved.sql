-- Said by a write that finds that what it was based on no longer stands: the act is rolled back and done again.
create function app.moved() returns boolean language plpgsql as $$
begin raise exception using errcode = 'serialization_failure', message = 'what the act was based on has moved'; end $$;
