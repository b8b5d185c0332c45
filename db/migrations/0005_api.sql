-- Machines of an insurer that call the HTTP API with issued credentials (OAuth 2 client credentials).
create table api_clients (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  name text not null,
  secret_hash bytea not null,
  issued_by uuid references users,
  issued_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid references users
);
create index api_clients_by_organisation on api_clients (organisation_id);

create table api_tokens (
  token_hash bytea primary key,
  client_id uuid not null references api_clients,
  expires_at timestamptz not null
);
create index api_tokens_by_end on api_tokens (expires_at);

-- The answer that a request with this key got, so that the same request sent again gets the same answer and does nothing twice.
create table idempotency_keys (
  organisation_id uuid not null references organisations,
  key text not null constraint idempotency_key_is_short check (length(key) between 1 and 200),
  request_hash bytea not null,
  status integer not null,
  case_id uuid references cases,
  created_at timestamptz not null default now(),
  primary key (organisation_id, key)
);

alter table api_clients enable row level security;
alter table api_tokens enable row level security;
alter table idempotency_keys enable row level security;
create policy clients_are_kept_by_their_own on api_clients for all to klinikbro_request
  using (organisation_id = current_organisation() or current_actor_kind() = 'gatekeeper') with check (organisation_id = current_organisation());
create policy gatekeeper_issues_tokens on api_tokens for all to klinikbro_request
  using (current_actor_kind() = 'gatekeeper') with check (current_actor_kind() = 'gatekeeper');
create policy worker_sweeps_tokens on api_tokens for all to klinikbro_worker using (true);
create policy keys_are_kept_by_their_own on idempotency_keys for all to klinikbro_request
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy worker_sweeps_keys on idempotency_keys for all to klinikbro_worker using (true);
grant select, insert, update on api_clients to klinikbro_request;
grant select, insert, delete on api_tokens, idempotency_keys to klinikbro_request;
grant select, delete on api_tokens, idempotency_keys to klinikbro_worker;

-- As enter_session, for a bearer token.
create function enter_api(token bytea) returns table (client_id uuid, organisation_id uuid, organisation_kind text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare found record;
begin
  select c.id, c.organisation_id, o.kind into found from api_tokens t join api_clients c on c.id = t.client_id join organisations o on o.id = c.organisation_id
    where t.token_hash = token and t.expires_at > clock_timestamp() and c.revoked_at is null;
  if found.id is null then return; end if;
  perform set_config('app.actor_kind', 'staff', true), set_config('app.organisation', found.organisation_id::text, true);
  return query select found.id, found.organisation_id, found.kind;
end $$;
revoke execute on function enter_api from public;
grant execute on function enter_api to klinikbro_request;
