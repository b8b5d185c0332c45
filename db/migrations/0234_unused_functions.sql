-- Called by nothing any more: what became of an order stands among the reports of erasures; appointments are reached by their own policies.
drop function erasure_order_figures();
drop function appointment_is_known(uuid);
