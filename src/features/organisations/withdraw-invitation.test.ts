import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { organisationTasks } from './send-invitation.ts'

type Stored = { id: string; token_hash: Buffer; email: string; withdrawn_at: unknown; roles: string[] }

describe('an open invitation', () => {
  let world: World
  let cast: Cast
  const mails: Mail[] = []
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const invitation = { name: 'Ny Kollega', email: 'ny.kollega@nordlys.example', roles: 'case-handler' }
    await (await birthe()).postAndFollow('/organisation/invitations', invitation)
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

  test('sent twice to one address is refused, and can be sent again with a new link', async () => {
    const browser = await birthe()
    const again = { name: 'Ny Kollega', email: 'ny.kollega@nordlys.example', roles: 'case-handler' }
    const refused = await browser.post('/organisation/invitations', again)
    assert.equal(refused.status, 422)
    assert.match(plain(refused.text), /Der venter allerede en invitation/)
    const [first] = await stored('ny.kollega@nordlys.example')
    const page = await browser.postAndFollow(`/organisation/invitations/${first?.id}/resending`)
    assert.match(plain(page.text), /Invitationen er sendt igen/)
    const [old, fresh] = await stored('ny.kollega@nordlys.example')
    assert.notEqual(old?.withdrawn_at, null)
    assert.equal(fresh?.withdrawn_at, null)
    mails.length = 0
    await send(old?.id ?? '')
    assert.equal(mails.length, 0)
    assert.equal((await browser.post(`/organisation/invitations/${old?.id}/resending`)).status, 404)
  })

  test('can be withdrawn by the own organisation and by nobody else', async () => {
    const [, open] = await stored('ny.kollega@nordlys.example')
    const path = `/organisation/invitations/${open?.id}/withdrawal`
    assert.equal((await (await world.browser(cast.lone)).post(path)).status, 404)
    assert.equal((await (await world.browser(cast.omar)).post(path)).status, 404)
    assert.equal((await (await world.browser(cast.mette)).post(path)).status, 403)
    const page = await (await birthe()).postAndFollow(path)
    assert.match(plain(page.text), /Trukket tilbage/)
  })
})
