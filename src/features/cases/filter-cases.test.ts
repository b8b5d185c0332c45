import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { type CaseOptions, openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { caseStates } from './case-state.ts'

describe('the list of cases in one state', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    for (const caseNumber of ['S-open', 'S-awaiting-consent', 'S-frozen', 'S-expired'])
      await opened(caseNumber, caseNumber === 'S-awaiting-consent' ? { consent: null } : {})
    await visited('S-booked', 6, 48)
    await visited('S-in-course', 6, -72)
    await visited('S-used-up', 1, -96)
    await (await browser()).post(`/cases/${await idOf('S-frozen')}/consent-withdrawal`)
    await logged(
      `update approvals set valid_from = current_date - 9, valid_until = current_date - 1 from logged where case_id = $1`,
      [await idOf('S-expired')],
    )
    await opened('S-closed')
    await opened('S-open-again')
    await visited('S-closed-used-up', 1, -120)
    for (const caseNumber of ['S-closed', 'S-closed-used-up', 'S-open-again'])
      await logged(
        `insert into course_closures (case_id, clinic_id, person_id, outcome)
         select id, $2, person_id, 'improved' from cases, logged where id = $1`,
        [await idOf(caseNumber), cast.bakken.id],
      )
    await logged(
      `insert into approvals (id, case_id, insurer_id, sessions, valid_from, valid_until, any_clinic)
       select gen_random_uuid(), id, insurer_id, 2, current_date, current_date + 30, true from cases, logged where id = $1`,
      [await idOf('S-open-again')],
    )
  })
  after(() => world.close())

  const browser = () => world.browser({ userId: cast.mette.userId })
  const opened = async (caseNumber: string, options: CaseOptions = {}) =>
    (await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], caseNumber, ...options })).caseId

  async function visited(caseNumber: string, sessions: number, inHours: number): Promise<void> {
    const startsAt = world.clock.now().add({ hours: inHours })
    const caseId = await opened(caseNumber, { sessions })
    await bookVisit(world, { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  }

  async function idOf(caseNumber: string): Promise<string> {
    const [row] = await world.sql<{ id: string }>('select id from cases where case_number = $1', [caseNumber])
    assert.ok(row, caseNumber)
    return row.id
  }

  const logged = (statement: string, values: readonly unknown[]) =>
    world.sql(
      `with logged as materialized (select append_audit_event('x', '{}', null, null, null)) ${statement}`,
      values,
    )

  for (const state of caseStates) {
    test(`shows all that are ${state} and no others`, async () => {
      const page = await (await browser()).get(`/cases?state=${state}`)
      const shown = new Set(plain(page.text).match(/S-[a-z-]+[a-z]/g))
      const alsoSo = state === 'open' ? ['S-open-again'] : state === 'closed' ? ['S-closed-used-up'] : []
      assert.deepEqual(shown, new Set([`S-${state}`, ...alsoSo]))
    })
  }
})
