import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp, givePassword } from '#tests/cast/log-in.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { logInWithCode, setOut, type Walk, ways } from './walk.ts'

const cprNumbers = ['0201609996', '0504909995', '0201919990']

describe('a case handler opens cases', () => {
  let served: ServedWorld
  let cast: Cast
  let secret: string

  before(async () => {
    served = await openServedWorld()
    cast = await settle(served.world)
    await givePassword(served.world, cast.mette)
    secret = await giveApp(served.world, cast.mette)
  })
  after(() => served.close())

  async function fillInCase(walk: Walk, { number, cpr }: { number: string; cpr: string }) {
    const { say } = walk
    await walk.fill(say('Sagsnummer', 'Case number'), number)
    await walk.fill(say('CPR-nummer', 'CPR number'), cpr)
    await walk.fill(say('Navn', 'Name'), 'Ana Prøvesen')
    await walk.fill(say('Telefon', 'Phone'), '20 00 00 01')
    await walk.fill('E-mail', 'ana@patient.example')
    await walk.fill(say('Postnummer', 'Postcode'), '8000')
    for (const box of await walk.page.getByRole('textbox').and(walk.page.locator('textarea')).all()) {
      await box.fill('Ondt i lænden efter et fald')
    }
    await walk.fill(say('Antal behandlinger', 'Number of sessions'), '6')
    await walk.fillDate(say('Gælder til og med', 'Valid until'), dayOf(served.world.clock.now()).add({ days: 60 }))
    await walk.tick(say('På alle klinikker, der tilbyder behandlingen', 'At every clinic that offers the treatment'))
  }

  async function markConsent(walk: Walk) {
    const { say } = walk
    await walk.tick(say('Patienten har sagt ja til ovenstående', 'The patient has agreed to the above'))
    await walk.fillDate(
      say('Hvilken dag sagde patienten ja?', 'On which day did the patient agree?'),
      dayOf(served.world.clock.now()),
    )
    await walk.tick(say('Mundtligt', 'Orally'))
  }

  async function beginCase(walk: Walk) {
    const { say } = walk
    await walk.go('/cases')
    await walk.follow(say('Opret sag', 'Open a case'))
    await walk.tick(say('Fysioterapi', 'Physiotherapy'))
    await walk.press(say('Fortsæt', 'Continue'))
  }

  for (const [at, way] of ways.entries()) {
    test(`with the mark of consent, and one without that goes nowhere, ${way.name}`, async () => {
      const walk = await setOut(served, way)
      const { say, page } = walk
      const cpr = cprNumbers[at] ?? ''
      await logInWithCode(walk, served, { email: cast.mette.email, secret })
      await beginCase(walk)
      await walk.look('case-handler-form')

      await walk.press(say('Opret sagen', 'Open the case'))
      await walk.sees(say('Der er fejl i formularen', 'There is a problem with the form'))
      await walk.look('case-handler-form-errors')

      await fillInCase(walk, { number: `MARK-${at}`, cpr })
      await markConsent(walk)
      await walk.press(say('Opret sagen', 'Open the case'))
      await walk.sees(say('Sagen er oprettet. Patienten får besked', 'The case is open. The patient is told'))
      await walk.sees(say('Godkendt til 6 behandlinger', 'Approved for 6 sessions'))
      await walk.sees(say('Ingen klinik ser sagen endnu.', 'No clinic sees the case yet.'))
      await walk.look('case-handler-opened')

      await beginCase(walk)
      await fillInCase(walk, { number: `NO-MARK-${at}`, cpr })
      await walk.press(say('Opret sagen', 'Open the case'))
      await walk.sees(say('Sagen går ingen steder endnu', 'The case goes nowhere yet'))
      await walk.look('case-handler-no-mark')

      await walk.go('/cases')
      await walk.look('case-handler-list')
      await page
        .locator('tr', { hasText: /(?<!NO-)MARK/ })
        .first()
        .getByRole('link')
        .click()
      await walk.sees(say(`Sag MARK-${at}`, `Case MARK-${at}`))
      await walk.close()
    })
  }
})
