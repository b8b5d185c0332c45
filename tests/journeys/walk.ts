import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import type { Temporal } from '#kernel/time.ts'
import { codeNow, testPassword } from '#tests/cast/log-in.ts'
import type { ServedWorld, Visitor } from '#tests/harness/served-world.ts'

/** A way of meeting the product. Whoever goes without JavaScript must get just as far. */
export type Way = Required<Pick<Visitor, 'width' | 'language' | 'javaScript'>> & { readonly name: string }

export const onPhone: Way = { name: 'in Danish on a phone', width: 375, language: 'da', javaScript: true }
export const atDesk: Way = { name: 'in English at a desk', width: 1280, language: 'en', javaScript: true }
export const plainly: Way = { name: 'without JavaScript', width: 375, language: 'da', javaScript: false }
export const ways: readonly Way[] = [onPhone, atDesk, plainly]

/** One person with a browser, spoken of as a person would: what is pressed, filled in and seen, in the language of the way. */
export type Walk = {
  readonly page: Page
  readonly way: Way
  say(da: string, en: string): string
  go(path: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  fillDate(legend: string, day: Temporal.PlainDate): Promise<void>
  tick(label: string | RegExp): Promise<void>
  press(button: string | RegExp): Promise<void>
  follow(link: string | RegExp): Promise<void>
  /** Fails unless the page says this, somewhere that can be seen. */
  sees(text: string | RegExp): Promise<void>
  seesNot(text: string | RegExp): Promise<void>
  /** The page is accessible and fits the window. With SCREENSHOTS=1 a picture is left. */
  look(name: string): Promise<void>
  close(): Promise<void>
}

export async function setOut(served: ServedWorld, way: Way, as?: Visitor['as']): Promise<Walk> {
  const { page, complaints, close } = await served.newTab({ ...way, ...(as && { as }) })
  page.setDefaultTimeout(8_000)
  const step = (locator: Locator) => locator.filter({ visible: true }).first()
  return {
    page,
    way,
    say: (da, en) => (way.language === 'da' ? da : en),
    go: async (path) => void (await page.goto(path)),
    fill: (label, text) => page.getByLabel(label).first().fill(text),
    async fillDate(legend, { day, month, year }) {
      const fields = page.getByRole('group', { name: legend }).getByRole('textbox')
      for (const [at, part] of [day, month, year].entries()) await fields.nth(at).fill(`${part}`)
    },
    tick: (label) => page.getByLabel(label).first().check(),
    press: (name) => step(page.getByRole('button', { name })).click(),
    follow: (name) => step(page.getByRole('link', { name })).click(),
    sees: (text) => step(page.getByText(text)).waitFor(),
    async seesNot(text) {
      await page.getByRole('heading', { level: 1 }).waitFor()
      assert.equal(await page.getByText(text).filter({ visible: true }).count(), 0, `${text} can be seen`)
    },
    async look(name) {
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (process.env['SCREENSHOTS']) await served.screenshot(page, `${name}-${way.width}-${way.language}`)
      if (way.javaScript) assert.deepEqual(await served.axe(page), [], page.url())
      assert.ok(await served.fits(page), `${page.url()} scrolls sideways`)
    },
    async close() {
      // Chromium notes every answer of 404, 409 and 503, which are as they should be here.
      const unexpected = complaints.filter((complaint) => !/status of (4\d\d|503)/.test(complaint))
      assert.deepEqual(unexpected, [])
      await close()
    },
  }
}

/** Through the front door: password, then the code of the app. */
export async function logInWithCode(walk: Walk, { world }: ServedWorld, who: { email: string; secret: string }) {
  const { say } = walk
  await walk.go('/log-in')
  await walk.follow(say('Log ind som medarbejder', 'Log in as staff'))
  await walk.fill(say('Arbejdsmail', 'Work e-mail'), who.email)
  await walk.fill(say('Adgangskode', 'Password'), testPassword)
  await walk.press(say('Fortsæt', 'Continue'))
  // A code works once, so each log-in has its own half minute.
  world.clock.advance({ seconds: 30 })
  await walk.sees(say('Bekræft, at det er dig', 'Confirm that it is you'))
  await walk.look('second-factor')
  await walk.fill(say('Kode fra din app', 'Code from your app'), codeNow(world, who.secret))
  await walk.press(say('Log ind', 'Log in'))
}

/** Through MitID: the local broker's people, and the question for the CPR number. */
export async function logInWithMitId(walk: Walk, { cpr }: { readonly cpr: string }) {
  const { say } = walk
  await walk.press('MitID')
  await walk.fill(say('Søg på navn eller CPR-nummer', 'Search by name or CPR number'), cpr)
  await walk.press(say('Søg', 'Search'))
  await walk.page.locator('button[name=person]').first().click()
  await walk.fill(say('CPR-nummer', 'CPR number'), cpr)
  await walk.press(say('Fortsæt', 'Continue'))
}
