export const append = (event: string) => ({
  name: 'append',
  text: `select append_audit_event('bench.write', $1, null, null, null)`,
  values: [event],
})

export const trailLength = 'select sum(length) as length from audit_chains'

/** One writer that is in the middle of a transaction. */
export const cutOff = `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
  where application_name = 'bench-writer' and state in ('active', 'idle in transaction') order by random() limit 1) one`

/** Lawfully: an event's content and its salt, whole. */
export const removePayloads = `update audit_events e set event = null, salt = null, person_id = null, case_id = null
  from (select chain, position from audit_events where event is not null order by random() limit $1) x where (e.chain, e.position) = (x.chain, x.position)`

const victim = `(select chain, position from audit_events where event is not null and position > 2
  and position < (select length - 2 from audit_chains c where c.chain = audit_events.chain) order by chain desc, position limit 1)`
const on = `where (chain, position) = ${victim}`
const last = `(select chain, max(position) from audit_events where chain = 3 group by chain)`

/** Each by itself must be found out. */
export const forgeries: Readonly<Record<string, readonly string[]>> = {
  'an event says something else': [
    `update audit_events set event = replace(event, '"operation"', '"Operation"') ${on}`,
  ],
  'one letter of an event': [`update audit_events set event = overlay(event placing '#' from 3) ${on}`],
  'another salt': [`update audit_events set salt = sha256(salt) ${on}`],
  'another person beside the event': [`update audit_events set person_id = gen_random_uuid() ${on}`],
  'another case beside the event': [`update audit_events set case_id = gen_random_uuid() ${on}`],
  'another doer beside the event': [`update audit_events set doer_id = gen_random_uuid() ${on}`],
  'another action beside the event': [`update audit_events set action = 'nothing' ${on}`],
  'an event with a commitment to match': [
    `update audit_events set event = '{}', commitment = sha256(salt || convert_to('{}', 'UTF8')) ${on}`,
  ],
  'an event with commitment and hash to match': [
    `update audit_events set event = '{}', commitment = sha256(salt || convert_to('{}', 'UTF8')),
      hash = sha256(previous || int8send(position) || sha256(salt || convert_to('{}', 'UTF8'))) ${on}`,
  ],
  'an event without its salt': [`update audit_events set salt = null ${on}`],
  'a salt without its event': [`update audit_events set event = null ${on}`],
  'a link taken out': [`delete from audit_events ${on}`],
  'a link taken out and the gap closed': [
    `create temporary table victim on commit drop as select chain, position from audit_events ${on}`,
    'delete from audit_events e using victim v where (e.chain, e.position) = (v.chain, v.position)',
    'update audit_events e set position = -e.position from victim v where e.chain = v.chain and e.position > v.position',
    'update audit_events e set position = -e.position - 1 from victim v where e.chain = v.chain and e.position < 0',
    'update audit_chains c set length = c.length - 1 from victim v where c.chain = v.chain',
  ],
  'the newest link taken away': [`delete from audit_events where (chain, position) = ${last}`],
  'the newest link taken away, and the end moved back': [
    `delete from audit_events where (chain, position) = ${last}`,
    `update audit_chains c set length = length - 1, head = (select hash from audit_events e where e.chain = 3 order by position desc limit 1) where chain = 3`,
  ],
  'two links exchanged': [
    `create temporary table pair on commit drop as select chain, position from audit_events ${on}`,
    'update audit_events e set position = -1 from pair p where e.chain = p.chain and e.position = p.position',
    'update audit_events e set position = p.position from pair p where e.chain = p.chain and e.position = p.position + 1',
    'update audit_events e set position = p.position + 1 from pair p where e.chain = p.chain and e.position = -1',
  ],
  'a link put in at the end': [
    `insert into audit_events (chain, position, action, salt, event, commitment, previous, hash)
      select chain, position + 1, action, salt, event, commitment, previous, hash from audit_events where (chain, position) = ${last}`,
  ],
  'a second branch of a chain': [
    `insert into audit_events (chain, position, action, salt, event, commitment, previous, hash)
      select chain, position + 1, action, salt, event, commitment, previous, hash from audit_events where (chain, position) = ${last}`,
    'update audit_chains set length = length + 1 where chain = 3',
  ],
  'the end says another length': ['update audit_chains set length = length + 1 where chain = 3'],
  'the end says another hash': ['update audit_chains set head = sha256(head) where chain = 3'],
  'the newest event rewritten, with every hash and the end to match': [
    `update audit_events set event = '{}', salt = '\\x00', commitment = sha256('\\x00' || convert_to('{}', 'UTF8')),
      hash = sha256(previous || int8send(position) || sha256('\\x00' || convert_to('{}', 'UTF8'))) where (chain, position) = ${last}`,
    `update audit_chains set head = (select hash from audit_events where (chain, position) = ${last}) where chain = 3`,
  ],
}
