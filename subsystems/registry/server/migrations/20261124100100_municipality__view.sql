create view registry.v_municipality as select id, region_id, name from registry.municipality;
call app.published_view('registry.v_municipality');
