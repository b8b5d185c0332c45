import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { marketingUrl, openWorld, referralUrl, testSecrets, type World } from '#tests/harness/world.ts'
import { fillDemo } from './demo.ts'
import { demoPassword } from './logins.ts'
import { totpSecretOf } from './totp-secret.ts'

describe('the demo', () => {
  let world: World
  let first: Awaited<ReturnType<typeof fillDemo>>
  const sites = { referral: { url: referralUrl }, marketing: { url: marketingUrl } }
  const config = { mode: 'development', sites, secrets: testSecrets } as const
  const fill = () => fillDemo(config, world.database.ownerUrl)
  const count = async (from: string) =>
    Number((await world.sql<{ n: number }>(`select count(*)::int as n from ${from}`))[0]!.n)

  before(async () => {
    world = await openWorld()
    first = await fill()
  })
  after(() => world.close())

  test('is a small country: insurers, clinics, hospitals, people and four hundred cases', async () => {
    assert.equal(first.filled, true)
    assert.equal(await count(`organisations where kind = 'insurer'`), 3)
    assert.equal(await count(`organisations where kind in ('clinic', 'hospital')`), 12)
    assert.equal(await count('practitioners'), 60)
    assert.equal(await count('cases'), 400)
    assert.ok((await count('appointments')) > 500)
    assert.ok((await count('practitioner_days where not isempty(free)')) > 2000)
  })

  test('has cases in every state', async () => {
    const states: Record<string, string> = {
      'awaiting consent': 'cases c where not exists (select from consent_marks m where m.case_id = c.id)',
      withdrawn: 'consent_withdrawals',
      'open without a booking': `cases c where exists (select from consent_marks m where m.case_id = c.id) and not exists (select from appointments a where a.case_id = c.id)`,
      booked: 'occupancies where lower(span) > now()',
      attended: `appointment_attendance where state = 'completed'`,
      'not come': `appointment_attendance where state = 'no-show'`,
      cancelled: `appointment_cancellations where reason in ('ill', 'work')`,
      moved: 'appointments where moved_from is not null',
      released: `appointment_cancellations where reason = 'consent-withdrawn'`,
      'used up': `approvals p where sessions = (select count(*) from session_uses u where u.approval_id = p.id)`,
      expired: 'approvals where valid_until < current_date',
      closed: 'course_closures',
      'request unanswered':
        'session_requests r where not exists (select from session_answers s where s.request_id = r.id)',
      'request granted': 'session_answers where approval_id is not null',
      'request refused': 'session_answers where refusal_sealed is not null',
      'with an attachment': 'attachments',
    }
    for (const [state, from] of Object.entries(states)) assert.ok((await count(from)) >= 5, `Too few: ${state}`)
  })

  test('has requests of every kind and in every state, and none of them without its restriction', async () => {
    assert.equal(await count('(select distinct "right" from rights_requests where person_id is not null) kinds'), 6)
    const open = `not exists (select from rights_request_states s where s.request_id = r.id and s.state in ('granted', 'refused'))`
    const states: Record<string, string> = {
      open: `rights_requests r where ${open}`,
      paused: `rights_requests r where not exists (select from rights_identity_checks i where i.request_id = r.id)`,
      extended: `rights_requests r join rights_request_states e on e.request_id = r.id and e.state = 'extended' where ${open}`,
      late: `rights_requests r where ${open} and received_at < now() - interval '36 days'
        and not exists (select from rights_request_states e where e.request_id = r.id and e.state = 'extended')`,
      granted: `rights_request_states where state = 'granted'`,
      refused: `rights_request_states where state = 'refused'`,
      'nobody’s any more': 'rights_requests where person_id is null',
    }
    for (const [state, from] of Object.entries(states)) assert.ok((await count(from)) >= 1, `Too few: ${state}`)
    assert.equal(await count('case_restrictions where lifted_at is null'), 3)
  })

  test('has a year of figures to look at, runs that add up, and a trail that was checked', async () => {
    const months = (figure: string) =>
      count(`(select distinct date_trunc('month', day) from day_counts where figure = '${figure}') months`)
    for (const figure of ['consent-given', 'consent-withdrawn', 'cookies-accepted', 'cookies-refused'])
      assert.ok((await months(figure)) >= 11, figure)
    assert.ok((await count(`day_counts where figure = 'decision-refused'`)) >= 5)
    assert.equal(await count('counted_days'), 362)
    assert.equal(await count('retention_runs'), 30)
    const sums = `coalesce((kept ->> 'legal-hold')::int, 0) + coalesce((kept ->> 'journal-not-handed-over')::int, 0)`
    assert.equal(await count(`retention_runs where due <> erased + ${sums}`), 0)
    assert.equal(await count('audit_checks where findings = 0 and links > 2000'), 1)
  })

  test('keeps an audit trail whose chain holds', async () => {
    assert.ok((await count('audit_events')) > 2000)
    const broken = await count(`audit_events e where commitment <> sha256(salt || convert_to(event, 'UTF8'))
      or hash <> sha256(previous || int8send(position) || commitment)
      or previous <> coalesce((select b.hash from audit_events b where b.chain = e.chain and b.position = e.position - 1), previous)`)
    assert.equal(broken, 0)
    const [chain] = await world.sql<{ ok: boolean }>(
      `select bool_and(head = (select hash from audit_events e where e.chain = c.chain order by position desc limit 1)) as ok
       from audit_chains c where length > 0`,
    )
    assert.equal(chain?.ok, true)
  })

  test('has no visit outside opening hours', async () => {
    const outside = await count(`occupancies o join practitioner_days d on d.practitioner_id = o.resource_id
      and d.on_date = (lower(o.span) at time zone 'Europe/Copenhagen')::date where o.kind = 'practitioner' and not (d.open @> o.span)`)
    assert.equal(outside, 0)
  })

  test('is filled once, and says again who can log in', async () => {
    const before = await count('audit_events')
    const second = await fill()
    assert.equal(second.filled, false)
    assert.deepEqual(second.logins, first.logins)
    assert.equal(await count('audit_events'), before)
    assert.ok(new Set(first.logins.map(({ role }) => role)).size >= 10)
  })

  test('lets its staff log in with the printed password and the code that bin/demo-code prints', async () => {
    const staff = first.logins.filter(({ url }) => url.endsWith('/log-in/staff'))
    assert.ok(staff.length >= 8)
    for (const { who: email } of staff) {
      const browser = await world.browser()
      await browser.get('/log-in/staff')
      await browser.postAndFollow('/log-in/staff', { email, password: demoPassword })
      const secret = Secret.fromBase32(totpSecretOf(email))
      const code = new TOTP({ secret }).generate({ timestamp: world.clock.now().epochMilliseconds })
      await browser.postAndFollow('/log-in/second-factor', { code })
      assert.equal((await browser.get('/account')).status, 200, email)
    }
  })

  test('is refused where real people are', async () => {
    await assert.rejects(fillDemo({ ...config, mode: 'production' }, world.database.ownerUrl), /never in production/)
  })
})
