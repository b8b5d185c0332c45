-- A person's own copy, and the sight of one's own data, ask by person. Without these indexes each copy reads five tables from end to end,
-- and asks the row-level policies about everybody's rows.
create index attachments_by_person on attachments (person_id);
create index disclosures_by_person on disclosures (person_id);
create index course_notes_by_person on course_notes (person_id);
create index course_closures_by_person on course_closures (person_id);
create index session_requests_by_person on session_requests (person_id);
