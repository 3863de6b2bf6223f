create schema reports;
call app.open_schema('reports');
