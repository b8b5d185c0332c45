import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { givePassword, testPassword } from '#tests/cast/log-in.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'

/** A passkey device that the browser believes in: built in, and its user always verifies. */
async function plugIn(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
  return {
    refuse: () => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
  }
}

describe('a passkey in the browser', () => {
  let served: ServedWorld
  let cast: Cast
  before(async () => {
    served = await openServedWorld()
    cast = await settle(served.world)
    await givePassword(served.world, cast.mette)
  })
  after(() => served.close())

  const givePasswordTo = async (page: Page) => {
    await page.goto('/log-in/staff')
    await page.getByLabel('Arbejdsmail').fill(cast.mette.email)
    await page.getByLabel('Adgangskode').fill(testPassword)
    await page.getByRole('button', { name: 'Fortsæt' }).click()
  }

  test('is added on the account page, and then lets its owner in', async () => {
    const tab = await served.newTab({ width: 375, as: cast.mette })
    const { page } = tab
    const device = await plugIn(page)
    await page.goto('/account')
    await page.getByLabel('Navn på adgangsnøglen').fill('Telefon')
    await page.getByRole('button', { name: 'Tilføj adgangsnøgle' }).click()
    await page.getByText('Adgangsnøglen er tilføjet').waitFor()
    assert.deepEqual(await served.axe(page), [])
    assert.ok(await served.fits(page))

    await page.context().clearCookies()
    await givePasswordTo(page)
    await page.getByRole('button', { name: 'Brug adgangsnøgle' }).waitFor()
    assert.deepEqual(await served.axe(page), [])
    await page.getByRole('button', { name: 'Brug adgangsnøgle' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/log-in'))
    await page.goto('/account')
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Min konto')

    await page.context().clearCookies()
    await device.refuse()
    await givePasswordTo(page)
    await page.getByRole('button', { name: 'Brug adgangsnøgle' }).click()
    await page.getByText('Adgangsnøglen blev ikke godkendt').waitFor()
    const unexpected = tab.complaints.filter((complaint) => !complaint.includes('status of 404'))
    assert.deepEqual(unexpected, [])
    await tab.close()
  })

  test('without JavaScript the other ways remain', async () => {
    const tab = await served.newTab({ javaScript: false })
    await givePasswordTo(tab.page)
    await tab.page.waitForURL('**/second-factor**')
    assert.equal(await tab.page.getByRole('button', { name: 'Brug adgangsnøgle' }).count(), 0)
    await tab.page.getByRole('link', { name: /Brug en nødkode/ }).click()
    assert.equal(await tab.page.getByRole('heading', { level: 1 }).textContent(), 'Log ind med en nødkode')
    await tab.close()
  })
})
