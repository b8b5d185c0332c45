import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hashToken } from '#platform/crypto/tokens.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { organisationTasks } from './send-invitation.ts'

type Stored = { id: string; token_hash: Buffer; email: string; withdrawn_at: unknown; roles: string[] }

describe('inviting a colleague', () => {
  let world: World
  let cast: Cast
  const mails: Mail[] = []
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const birthe = () => world.browser({ userId: cast.birthe.userId })
  const stored = (email: string) =>
    world.sql<Stored>('select * from invitations where email = $1 order by invited_at, id', [email])

  async function send(invitationId: string) {
    const outside = { mail: { send: async (mail: Mail) => void mails.push(mail), close: () => undefined } }
    const services = { ...outside, database: world.worker, urls: world.services.urls, now: world.clock.now }
    await organisationTasks(services as unknown as WorkerServices, openGate(referralPolicy))['send-invitation']?.(
      { invitationId },
      { attempt: 1 },
    )
  }

  test('sends a link whose token stands in the mail only', async () => {
    const invitation = {
      name: 'Ny Kollega',
      email: 'Ny.Kollega@Nordlys.example',
      roles: ['case-handler', 'administrator'],
    }
    const page = await (await birthe()).postAndFollow('/organisation/invitations', invitation)
    assert.match(plain(page.text), /Invitationen er på vej.*Ny Kollega.*Venter på svar/)
    const [row] = await stored('ny.kollega@nordlys.example')
    assert.deepEqual(row?.roles, ['administrator', 'case-handler'])
    const [job] = await world.sql<{ payload: unknown }>('select payload from graphile_worker._private_jobs')
    assert.deepEqual(job?.payload, { invitationId: row?.id })

    await send(row?.id ?? '')
    const [mail] = mails
    assert.equal(mail?.to, 'ny.kollega@nordlys.example')
    assert.match(mail?.text ?? '', /Nordlys Sundhed har inviteret dig/)
    const [, token = ''] = /\/invitations\/([\w-]{43})\n/.exec(mail?.text ?? '') ?? []
    const [sent] = await stored('ny.kollega@nordlys.example')
    assert.deepEqual(sent?.token_hash, hashToken(token))
    assert.notDeepEqual(row?.token_hash, sent?.token_hash)
  })

  test('who logs in elsewhere cannot be invited, and it is not told where', async () => {
    for (const email of [cast.jonas.email, cast.sara.email.toUpperCase(), cast.mette.email]) {
      const page = await (await birthe()).post('/organisation/invitations', { name: 'X', email, roles: 'case-handler' })
      assert.equal(page.status, 422)
      assert.match(plain(page.text), /Adressen er allerede i brug til log-in/)
      assert.doesNotMatch(plain(page.text), /Havblik|Bakken/)
    }
  })

  test('needs a name, an address and a role of the organisation', async () => {
    const page = await (await birthe()).post('/organisation/invitations', { roles: 'secretary' })
    assert.equal(page.status, 422)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Der er fejl i formularen/)
    assert.match(plain(page.text), /Indtast en e-mailadresse/)
    assert.equal((await (await world.browser(cast.mette)).post('/organisation/invitations', {})).status, 403)
  })
})
