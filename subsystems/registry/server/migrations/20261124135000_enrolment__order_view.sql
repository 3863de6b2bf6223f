-- Who came and went by which order: for reports on the movement of pupils.
create view registry.v_enrolment_order with (security_invoker = true) as
  select school_id, id, student_id, class_id, valid_from, valid_to, begun_by, order_number, order_date, end_reason, end_order_number, end_order_date from registry.enrolment;
call app.published_view('registry.v_enrolment_order');
