-- How long each chain is; the length of a chain is the position of its last entry.
create view audit.v_chain as select chain, max(seq) as size from audit.seal group by chain;
call app.published_view('audit.v_chain');

-- Who looked at one person, over all schools.
create index access_about on audit.access (about_id, slot desc);
