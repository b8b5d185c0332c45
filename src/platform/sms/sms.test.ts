import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readPhone } from '#kernel/phone.ts'
import { startCatcher } from '#platform/catcher/catcher.ts'
import { failingNumbers } from '#platform/catcher/sms-gateway.ts'
import { openSms } from './sms.ts'

const catcher = await startCatcher({ smtpPort: 0, httpPort: 0 })
after(() => catcher.close())
const sms = openSms({ baseUrl: new URL(catcher.url), token: 'local', sender: 'Klinikbro' })

function phone(text: string) {
  const read = readPhone(text)
  assert.ok(read.ok)
  return read.value
}

test('a message reaches the gateway with sender, number and text', async () => {
  const text = 'Du har en tid torsdag d. 26/11 kl. 14.30. Se adresse, flyt eller aflys her: https://klinikbro.example/t'
  const sent = await sms.send({ to: phone('20 00 00 01'), text, reference: 'notice-1' })
  assert.ok(sent.ok)
  const [caught] = catcher.messages()
  assert.equal(caught?.messageId, sent.value.messageId)
  assert.deepEqual([caught?.kind, caught?.from, caught?.to, caught?.text], ['sms', 'Klinikbro', '+4520000001', text])
})

test('a refusal says what kind it is and whether to try again', async () => {
  const problemAt = async (number: string) => {
    const sent = await sms.send({ to: phone(number), text: 'Hej', reference: 'r' })
    return sent.ok ? null : [sent.problem.kind, sent.problem.retry, sent.problem.status, sent.problem.retryAfterSeconds]
  }
  assert.deepEqual(await problemAt(failingNumbers.refused), ['refused', false, 422, null])
  assert.deepEqual(await problemAt(failingNumbers.notAuthorised), ['not-authorised', true, 401, null])
  assert.deepEqual(await problemAt(failingNumbers.tooMany), ['too-many', true, 429, 30])
  assert.deepEqual(await problemAt(failingNumbers.broken), ['unavailable', true, 500, null])
  assert.deepEqual(await problemAt(failingNumbers.down), ['unavailable', true, 503, null])
})

test('a gateway that cannot be reached is worth another try', async () => {
  const gone = await startCatcher({ smtpPort: 0, httpPort: 0 })
  await gone.close()
  const lost = openSms({ baseUrl: new URL(gone.url), token: 'local', sender: 'Klinikbro' })
  const sent = await lost.send({ to: phone('20000001'), text: 'Hej', reference: 'r' })
  assert.deepEqual(sent, {
    ok: false,
    problem: { kind: 'unavailable', retry: true, status: null, retryAfterSeconds: null },
  })
})
