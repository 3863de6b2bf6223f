-- What the room that shows history may read. The audit has no row-level security: every query names its school itself.
create view audit.v_entry as
  select e.id, e.school_id, e.at, e.action, e.actor_id, e.acting_role, e.about_id, e.before, e.after, s.seq from audit.entry e left join audit.seal s on s.entry_id = e.id;
call app.published_view('audit.v_entry');
create view audit.v_access as select school_id, about_id, reader_id, slot, reader_role, what from audit.access;
call app.published_view('audit.v_access');
create view audit.v_checkpoint as select chain, size, at from audit.checkpoint;
call app.published_view('audit.v_checkpoint');
