import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { secondsOf } from '#policy/cookies.ts'
import { standInHosts } from '#policy/third-parties.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { necessaryCookies } from '#sites/operator.ts'
import { openServedWorld, type ServedWorld, type Tab, type Visitor } from '#tests/harness/served-world.ts'

const statisticsHosts = standInHosts(marketingPolicy, 'www.klinikbro.localhost')
const optional = marketingPolicy.cookies.filter(({ kind }) => kind !== 'necessary')
const inPages = ['/', '/insurers', '/clinics', '/patients', '/contact', '/privacy']

/** A visitor of the public site, and every address that their browser asked, whatever asked it. */
type Visit = Tab & { readonly asked: URL[]; go(path: string): Promise<void>; press(name: string): Promise<void> }

describe('cookies over a whole visit of the public site', () => {
  let served: ServedWorld
  before(async () => {
    served = await openServedWorld()
  })
  after(() => served.close())

  async function visit(visitor: Visitor = {}): Promise<Visit> {
    const tab = await served.newTab(visitor)
    const cdp = await tab.page.context().newCDPSession(tab.page)
    const asked: URL[] = []
    cdp.on('Network.requestWillBeSent', ({ request }) => asked.push(new URL(request.url)))
    await cdp.send('Network.enable')
    return {
      ...tab,
      asked,
      go: async (path) => void (await tab.page.goto(new URL(path, served.urls.marketing).href, { waitUntil: 'load' })),
      async press(name) {
        await tab.page.getByRole('button', { name }).first().click()
        await tab.page.waitForLoadState('load')
      },
    }
  }

  const goAround = async (visitor: Visit) => {
    for (const path of inPages) await visitor.go(path)
    await visitor.page.waitForLoadState('networkidle')
  }

  /** Names of all that lies in the browser, cookies and storage. */
  async function kept(page: Page): Promise<string[]> {
    const cookies = (await page.context().cookies(served.urls.marketing.href)).map(({ name }) => name)
    const stored = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
    return [...cookies, ...stored].sort()
  }

  const calledHosts = ({ asked }: Visit) => [...new Set(asked.map(({ hostname }) => hostname))].sort()
  const policyOf = async (visitor: Visit) =>
    (await visitor.page.goto(served.urls.marketing.href))?.headers()['content-security-policy'] ?? ''
  const marketingHost = 'www.klinikbro.localhost'
  const necessary = ['anti-forgery']

  test('nothing optional is stored and nobody else is asked while the question waits (R4.1, T7.2, T14.1)', async () => {
    const visitor = await visit()
    await goAround(visitor)
    assert.deepEqual(await kept(visitor.page), necessary)
    assert.deepEqual(calledHosts(visitor), [marketingHost])
    assert.doesNotMatch(await policyOf(visitor), /stats\./)
    assert.deepEqual(visitor.complaints, [])
    await visitor.close()
  })

  test('a no sets one cookie that remembers it, and nothing else, and the question goes (R4.1, R4.3)', async () => {
    const visitor = await visit()
    await visitor.go('/')
    await visitor.press('Nej til alle')
    await goAround(visitor)
    assert.deepEqual(await kept(visitor.page), [...necessary, 'cookie-choice'])
    assert.deepEqual(calledHosts(visitor), [marketingHost])
    assert.equal(await visitor.page.getByText('Må vi bruge cookies?').count(), 0)
    await visitor.close()
  })

  test('a yes opens the statistics host and stores exactly what the register has, as long as it says (R4.1, R4.2, T7.3, T14.1)', async () => {
    const visitor = await visit()
    await visitor.go('/')
    await visitor.press('Ja til alle')
    await goAround(visitor)
    const expected = [...necessary, 'cookie-choice', ...optional.map(({ name }) => name)].sort()
    assert.deepEqual(await kept(visitor.page), expected)
    assert.deepEqual(calledHosts(visitor), [...statisticsHosts, marketingHost].sort())
    const nowS = Date.now() / 1000
    for (const { name, expires } of await visitor.page.context().cookies(served.urls.marketing.href)) {
      const declared = marketingPolicy.cookies.find((cookie) => cookie.name === name)
      const seconds = secondsOf(declared?.lifetime ?? 'browser-session')
      assert.ok(seconds === null ? expires === -1 : Math.abs(expires - nowS - seconds) < 120, `${name} ${expires}`)
    }
    const seen = served.pageViews()
    assert.ok(inPages.every((path) => seen.some((view) => view.path === path)))
    assert.ok(seen.every(({ address }) => address === '198.51.100.0'))
    assert.deepEqual(visitor.complaints, [])
    await visitor.close()
  })

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript'
    test(`a yes taken back ${how} clears all of its kind at once and closes the policy on the very next page (T14.2, T7.2)`, async () => {
      const visitor = await visit({ javaScript })
      await visitor.go('/')
      await visitor.press('Ja til alle')
      assert.match(await policyOf(visitor), /script-src [^;]*stats\.klinikbro\.localhost.*connect-src [^;]*stats\./)
      await visitor.page.getByRole('link', { name: 'Cookies', exact: true }).click()
      await visitor.page.getByText(/Du sagde ja til statistik/).waitFor()
      await visitor.press('Nej til alle')
      await visitor.page.getByText(/Du sagde nej/).waitFor()
      visitor.asked.length = 0
      assert.doesNotMatch(await policyOf(visitor), /stats\./)
      await goAround(visitor)
      const left = await visitor.page.context().cookies(served.urls.marketing.href)
      assert.deepEqual(left.map(({ name }) => name).sort(), [...necessary, 'cookie-choice'])
      if (javaScript) assert.deepEqual(await kept(visitor.page), [...necessary, 'cookie-choice'])
      assert.deepEqual(calledHosts(visitor), [marketingHost])
      await visitor.close()
    })
  }

  test('what a script leaves behind after a no is cleared on the next page (T14.2)', async () => {
    const visitor = await visit()
    await visitor.go('/')
    await visitor.press('Nej til alle')
    await visitor.page.evaluate(() => {
      document.cookie = 'telemetry-user=late; Path=/'
      sessionStorage.setItem('telemetry-path', '/late')
    })
    await visitor.go('/clinics')
    assert.deepEqual(await kept(visitor.page), ['cookie-choice'])
    await visitor.close()
  })

  test('saying no is as easy as saying yes: same element, size, colours and one key apart, in either order (R1.8)', async () => {
    for (const width of [375, 1280] as const) {
      const visitor = await visit({ width })
      await visitor.go('/')
      const looks = await Promise.all(['Ja til alle', 'Nej til alle'].map((name) => lookOf(visitor.page, name)))
      assert.deepEqual(looks[0], looks[1])
      assert.ok((looks[0]?.height ?? 0) >= 44)
      const yes = visitor.page.getByRole('button', { name: 'Ja til alle' })
      const no = visitor.page.getByRole('button', { name: 'Nej til alle' })
      await yes.focus()
      await visitor.page.keyboard.press('Tab')
      assert.ok(await no.evaluate((button) => button === document.activeElement))
      await visitor.page.keyboard.press('Enter')
      await visitor.page.waitForURL(served.urls.marketing.href)
      await visitor.page.getByText('Må vi bruge cookies?').waitFor({ state: 'detached' })
      assert.deepEqual(
        (await kept(visitor.page)).filter((name) => name.startsWith('telemetry')),
        [],
      )
      await visitor.close()
    }
  })

  test('the question is accessible, fits, and covers nothing on a phone (R1.8)', async () => {
    for (const visitor of [
      { width: 375, language: 'da' },
      { width: 1280, language: 'en' },
    ] as const) {
      const tab = await visit(visitor)
      for (const path of ['/', '/cookies']) {
        await tab.go(path)
        assert.deepEqual(await served.axe(tab.page), [])
        assert.ok(await served.fits(tab.page))
        if (process.env['SCREENSHOTS']) await served.screenshot(tab.page, `cookies${path.length}-${visitor.width}`)
      }
      await tab.go('/')
      const position = await tab.page.locator('section[aria-labelledby=cookie-question]').evaluate((banner) => {
        const heading = document.querySelector('h1')?.getBoundingClientRect()
        return {
          kind: getComputedStyle(banner).position,
          end: banner.getBoundingClientRect().bottom,
          begin: heading?.top ?? 0,
        }
      })
      assert.equal(position.kind, 'static')
      assert.ok(position.end <= position.begin)
      await tab.close()
    }
  })

  test('the question returns on every page until it is answered (R4.3)', async () => {
    const visitor = await visit()
    for (const path of inPages) {
      await visitor.go(path)
      assert.equal(await visitor.page.getByRole('button', { name: 'Nej til alle' }).count(), 1, path)
    }
    await visitor.close()
  })

  test('the booking site asks nothing, because it sets only what is necessary (R4.2, T7.2)', async () => {
    const visitor = await visit()
    for (const path of ['/', '/privacy', '/cookies', '/log-in']) {
      await visitor.page.goto(new URL(path, served.urls.referral).href)
      assert.equal(await visitor.page.getByText('Må vi bruge cookies?').count(), 0)
    }
    const declared = new Set(necessaryCookies.map(({ name }) => name))
    const received = await visitor.page.context().cookies()
    assert.deepEqual(
      received.filter(({ name }) => !declared.has(name)),
      [],
    )
    assert.deepEqual(calledHosts(visitor), [served.urls.referral.hostname])
    await visitor.close()
  })

  test('each kind can be chosen by itself, from boxes that nobody ticked, and changed from every page (R4.3, R1.12)', async () => {
    const visitor = await visit({ javaScript: false, width: 375 })
    await visitor.go('/cookies')
    const box = visitor.page.getByLabel('Statistik', { exact: true })
    assert.equal(await box.isChecked(), false)
    await visitor.press('Gem mit valg')
    await visitor.page.getByText(/Du sagde nej/).waitFor()
    await visitor.page.getByLabel('Statistik', { exact: true }).check()
    await visitor.press('Gem mit valg')
    await visitor.page.getByText(/Du sagde ja til statistik/).waitFor()
    for (const path of inPages) {
      await visitor.go(path)
      assert.equal(await visitor.page.getByRole('link', { name: 'Cookies', exact: true }).count(), 1, path)
    }
    await visitor.close()
  })

  test('whoever blocks cookies can read every page and say no (T7.4)', async () => {
    const visitor = await visit()
    const blocked = await visitor.page.context().newCDPSession(visitor.page)
    await blocked.send('Emulation.setDocumentCookieDisabled', { disabled: true })
    for (const path of inPages) {
      await visitor.page.context().clearCookies()
      await visitor.go(path)
      assert.equal(await visitor.page.locator('h1').count(), 1, path)
    }
    await visitor.press('Nej til alle')
    assert.equal(await visitor.page.locator('h1').count(), 1)
    await visitor.close()
  })
})

/** All that makes one button weigh more than another. */
const lookOf = (page: Page, name: string) =>
  page.getByRole('button', { name }).evaluate((button) => {
    const { color, backgroundColor, borderTopColor, fontSize, fontWeight, opacity, textDecorationLine } =
      getComputedStyle(button)
    const { width, height } = button.getBoundingClientRect()
    const style = { color, backgroundColor, borderTopColor, fontSize, fontWeight, opacity, textDecorationLine }
    return {
      element: button.tagName,
      kind: button.className,
      width: Math.round(width),
      height: Math.round(height),
      style,
    }
  })
