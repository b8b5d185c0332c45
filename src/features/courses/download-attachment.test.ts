import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { personKeyFor } from '#features/patients/index.ts'
import { newId } from '#kernel/ids.ts'
import { seal, sealBytes } from '#platform/crypto/field.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('an attachment at the clinic', () => {
  let world: World
  let cast: Cast
  let caseId: string
  const id = newId<'attachment'>()
  const bytes = Buffer.from('%PDF-1.7 indhold')
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const opened = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    caseId = opened.caseId
    const insurer = { kind: 'staff', userId: cast.mette.userId, organisationId: cast.nordlys.id } as const
    const key = await world.request.transaction(insurer, (tx) =>
      personKeyFor(tx, world.services.keyring, opened.personId),
    )
    await world.sql(
      `with logged as (select append_audit_event('case.attach', '{}', null, null, null))
       insert into attachments (id, case_id, person_id, kind, name_sealed, content_sealed, size_bytes, uploaded_by_organisation)
       select $1, $2, $3, 'pdf', $4, $5, $6, $7 from logged`,
      [
        id,
        caseId,
        opened.personId,
        seal(key, 'attachments.name', 'Skanning.pdf'),
        sealBytes(key, 'attachments.content', bytes),
        bytes.length,
        cast.nordlys.id,
      ],
    )
  })
  after(() => world.close())

  const fetched = async (who = cast.sara) => (await world.browser(who)).get(`/clinic/cases/${caseId}/attachments/${id}`)

  test('stands on the case by its name and is sent as a download', async () => {
    const browser = await world.browser(cast.sara)
    assert.match(plain((await browser.get(`/clinic/cases/${caseId}`)).text), /Bilag Skanning\.pdf/)
    const file = await fetched()
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.match(file.headers.get('content-disposition') ?? '', /attachment/)
    assert.deepEqual(Buffer.from(file.bytes), bytes)
  })

  test('is neither for another clinic nor for the administrator', async () => {
    assert.equal((await fetched(cast.tove)).status, 404)
    assert.equal((await fetched(cast.lone)).status, 403)
  })
})
