-- A colleague or an enquirer who writes a letter is entered by an administrator of the house that answers, never by themselves.
create policy administrators_enter_what_came_by_letter on direct_requests for insert to klinikbro_request with check (request_is_to_us(request_id)
  and case asker
    when 'staff' then we_answer_requests() and lead_id is null and user_id <> current_user_id()
      and exists (select from users u where u.id = user_id and u.organisation_id = current_organisation())
    else we_answer_enquirers() and exists (select from leads l where l.id = lead_id and l.email_index = enquirer_index)
  end);
