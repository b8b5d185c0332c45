import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { startCatcher } from './catcher.ts'

const catcher = await startCatcher({ smtpPort: 0, httpPort: 0 })
after(() => catcher.close())
beforeEach(() => catcher.clear())

const post = (body: unknown, headers: Record<string, string> = { authorization: 'Token local' }) =>
  fetch(`${catcher.url}/mobile/single`, { method: 'POST', headers, body: JSON.stringify(body) })

test('the page lists messages newest first, with links that can be followed and nothing that runs', async () => {
  await post({ sender: 'Klinikbro', recipient: 4520000001, message: 'Første: https://klinikbro.example/a.' })
  await post({ sender: 'Klinikbro', recipient: 4520000002, message: '<script>alert(1)</script>' })
  const page = await fetch(catcher.url)
  const html = await page.text()
  assert.ok(html.indexOf('+4520000002') < html.indexOf('+4520000001'))
  assert.match(html, /<a href="https:\/\/klinikbro\.example\/a">/)
  assert.doesNotMatch(html, /<script/)
  assert.match(html, /lang="da"/)
  assert.match(await (await fetch(`${catcher.url}/?lang=en`)).text(), /Caught mail and SMS/)
})

test('the JSON list has what the page has, and can be emptied', async () => {
  await post({ sender: 'Klinikbro', recipient: 4520000001, message: 'Hej' })
  const list = await (await fetch(`${catcher.url}/messages.json`)).json()
  assert.deepEqual(list, JSON.parse(JSON.stringify(catcher.messages())))
  assert.equal(list.length, 1)
  await fetch(`${catcher.url}/clear`, { method: 'POST' })
  assert.deepEqual(catcher.messages(), [])
})

test('a request that the gateway would refuse is refused', async () => {
  assert.equal((await post({ sender: 'x', recipient: 4520000001, message: 'Hej' }, {})).status, 401)
  assert.equal((await post({ sender: 'x', recipient: '+4520000001', message: 'Hej' })).status, 422)
  assert.equal((await fetch(`${catcher.url}/messages/9/files/0`)).status, 404)
  assert.deepEqual(catcher.messages(), [])
})

test('only the last 500 are kept', async () => {
  for (let at = 1; at <= 501; at++) await post({ sender: 'x', recipient: 4520000001, message: `nr. ${at}` })
  assert.equal(catcher.messages().length, 500)
  assert.equal(catcher.messages()[499]?.text, 'nr. 2')
})
