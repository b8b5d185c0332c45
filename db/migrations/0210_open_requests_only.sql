-- Whoever must answer knows who asks until the answer is given. What was asked and answered stays readable to them as the policy says; the
-- patient's own record does not.
create or replace function patient_asks_us(of_patient uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from rights_requests r join cases c on c.id = r.case_id
    where c.patient_id = of_patient and r.controller_id = current_organisation()
      and not exists (select from rights_request_states s where s.request_id = r.id and s.state in ('granted', 'refused')))
$$;
