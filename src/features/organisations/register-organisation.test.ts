import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from '#platform/db/sql.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const clinic = {
  kind: 'clinic',
  name: 'Klinikken ved Åen',
  cvr: '26919991',
  email: 'post@aaen.example',
  phone: '12345678',
  street: 'Prøvegade 1',
  postcode: '5000',
  administratorName: 'Eva Eksempelsen',
  administratorEmail: 'Eva@aaen.example',
}

describe('registering organisations', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('the operator registers a clinic with its place and invites its first administrator', async () => {
    const omar = await world.browser(cast.omar)
    assertAccessible((await omar.get('/operator/organisations/new')).text)
    const page = await omar.postAndFollow('/operator/organisations', clinic)
    assert.match(plain(page.text), /Klinikken ved Åen Klinik 26919991 Odense C Løber Eva Eksempelsen Venter på svar/)
    const [place] = await world.sql<{ latitude: number; town: string }>(
      'select latitude, town from clinic_locations where postcode = $1 and street = $2',
      ['5000', 'Prøvegade 1'],
    )
    assert.ok(place && place.latitude > 55 && place.latitude < 56)
    const [invitation] = await world.sql<{ roles: string[]; email: string; id: string }>(
      `select roles, email, id from invitations where email = 'eva@aaen.example'`,
    )
    assert.deepEqual(invitation?.roles, ['administrator'])
    const again = await omar.postAndFollow(`/organisation/invitations/${invitation?.id}/resending`)
    assert.match(plain(again.text), /Invitationen er sendt igen/)
  })

  test('the same organisation is registered once', async () => {
    const page = await (await world.browser(cast.omar)).post('/operator/organisations', {
      ...clinic,
      administratorEmail: 'en.anden@aaen.example',
    })
    assert.equal(page.status, 422)
    assert.match(plain(page.text), /allerede registreret/)
  })

  test('a wrong company number, a clinic without address and an unknown postcode are refused', async () => {
    const omar = await world.browser(cast.omar)
    const refusals = [
      [{ cvr: '12345678' }, /CVR-nummeret er tastet rigtigt/],
      [{ street: '', postcode: '' }, /Indtast vej og nummer.*Indtast klinikkens postnummer/],
      [{ postcode: '8001' }, /Postnummeret findes ikke/],
      [{ name: 'Ny', administratorEmail: cast.mette.email }, /allerede i brug/],
      [{ kind: 'operator' }, /Vælg en af mulighederne/],
    ] as const
    for (const [change, message] of refusals) {
      const page = await omar.post('/operator/organisations', { ...clinic, ...change })
      assert.equal(page.status, 422)
      assert.match(plain(page.text), message)
    }
    assert.deepEqual(await world.sql(`select 1 from organisations where name = 'Ny'`), [])
  })

  test('an insurer needs no address', async () => {
    const insurer = { ...clinic, kind: 'insurer', name: 'Solsiden', street: '', postcode: '' }
    const page = await (await world.browser(cast.omar)).postAndFollow('/operator/organisations', {
      ...insurer,
      administratorEmail: 'chef@solsiden.example',
    })
    assert.match(plain(page.text), /Solsiden Forsikringsselskab/)
  })

  test('nobody but the operator’s administrator registers', async () => {
    for (const who of [cast.birthe, cast.lone, cast.dorte, cast.mette]) {
      const browser = await world.browser(who)
      assert.equal((await browser.get('/operator/organisations/new')).status, 403)
      assert.equal((await browser.post('/operator/organisations', clinic)).status, 403)
    }
    assert.equal((await (await world.browser(cast.dorte)).get('/operator/organisations')).status, 403)
    const actor = { kind: 'staff', userId: cast.birthe.userId, organisationId: cast.nordlys.id } as const
    const insert = world.request.transaction(actor, (tx) =>
      tx.run(
        sql`insert into organisations (id, kind, name, cvr, email, phone) values (gen_random_uuid(), 'insurer', 'x', '26919991', 'x', 'x')`,
      ),
    )
    await assert.rejects(insert, { code: '42501' })
  })
})
