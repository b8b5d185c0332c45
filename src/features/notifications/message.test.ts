import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { Temporal } from '#kernel/time.ts'
import { smsLength } from '#platform/sms/sms-length.ts'
import { settle } from '#tests/cast/cast.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { patientMail, patientSms } from './message.ts'
import { type PatientTemplate, patientTemplates } from './templates.ts'

const site = new URL('https://referral.klinikbro.example')
const startsAt = Temporal.Instant.from('2026-11-25T23:30:00Z')
const booking = { id: newId<'appointment'>(), rootId: newId<'appointment'>(), sequence: 1, startsAt }
const caseId = newId<'case'>()
const about = (template: PatientTemplate) => ({
  template,
  caseId,
  booking: { ...booking, endsAt: startsAt.add({ minutes: 45 }) },
  site,
})

describe('what a patient is told', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    await settle(world)
  })
  after(() => world.close())

  test('every SMS is one part, in both languages', () => {
    for (const template of patientTemplates) {
      for (const language of ['da', 'en'] as const) {
        const { parts, encoding } = smsLength(patientSms(about(template), language))
        assert.deepEqual([template, language, parts, encoding], [template, language, 1, 'gsm-7'])
      }
    }
  })

  test('no text names a treatment, a clinic, an insurer or a person', async () => {
    const named = await world.sql<{ name: string }>(
      `select name_da as name from treatment_types union select name_en from treatment_types union select name from organisations
       union select profession from treatment_types`,
    )
    assert.ok(named.length > 10)
    const said = patientTemplates.flatMap((template) => {
      const { subject, text, calendar } = patientMail(about(template), startsAt)
      return [patientSms(about(template), 'da'), subject, text, calendar?.content ?? '']
    })
    for (const { name } of [...named, { name: 'Ana' }, { name: '0201609996' }, { name: 'SAG-' }]) {
      const found = said.filter((text) =>
        text
          .toLowerCase()
          .split(/[^\p{L}\d-]+/u)
          .join(' ')
          .includes(name.toLowerCase()),
      )
      assert.deepEqual(found, [], name)
    }
  })
})
