-- Erasing a case deletes what others point at, and each of those pointers is looked for. Without an index that is a whole table for every
-- row that goes: the time of an erasure would grow with everybody else's data.
create index appointments_by_root on appointments (root_id);
create index course_notes_of_case on course_notes (case_id);
create index course_notes_by_appointment on course_notes (appointment_id);
create index session_requests_by_case on session_requests (case_id);
create index session_answers_by_approval on session_answers (approval_id);
create index notifications_by_appointment on notifications (appointment_id);
create index idempotency_keys_by_case on idempotency_keys (case_id);
