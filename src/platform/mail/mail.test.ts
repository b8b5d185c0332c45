import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { startCatcher } from '#platform/catcher/catcher.ts'
import { openMail } from './mail.ts'

const catcher = await startCatcher({ smtpPort: 0, httpPort: 0 })
const from = 'Klinikbro <post@klinikbro.example>'
const privacyPolicyUrl = (language: string) => `https://klinikbro.example/${language}/privacy`
const smtpUrl = new URL(catcher.smtpUrl)
const mail = openMail({ smtpUrl, from, requireTls: false, privacyPolicyUrl })
after(async () => {
  mail.close()
  await catcher.close()
})
beforeEach(() => catcher.clear())

const notice = {
  to: 'freja@patient.example',
  subject: 'Du har fået en ny besked på æ, ø og å',
  text: 'Hej Freja\n\nLog ind & læs beskeden: https://klinikbro.example/beskeder?a=1&b=2.\n\n<b>Venlig</b> hilsen\nKlinikbro',
  language: 'da',
} as const

test('a mail has the same words as text and as HTML, and a foot that points to the privacy policy (R1.9)', async () => {
  await mail.send({ ...notice, messageId: '<notice-1@klinikbro.example>' })
  const caught = onlyCaught()
  assert.equal(caught.to, notice.to)
  assert.equal(caught.subject, notice.subject)
  assert.equal(caught.language, 'da')
  assert.equal(caught.messageId, '<notice-1@klinikbro.example>')
  assert.ok(caught.text.startsWith(notice.text))
  assert.match(caught.text, /Sådan behandler vi dine oplysninger: https:\/\/klinikbro\.example\/da\/privacy/)
  const html = caught.html ?? ''
  assert.match(html, /<p>Hej Freja<\/p>/)
  assert.match(html, /&#60;b&#62;Venlig/)
  assert.match(html, /<a href="https:\/\/klinikbro\.example\/beskeder\?a=1&#38;b=2">/)
  assert.match(html, /<a href="https:\/\/klinikbro\.example\/da\/privacy">/)
})

test('a mail says how its reader can write back: by logging in, or by the form where they wrote', async () => {
  await mail.send(notice)
  assert.match(onlyCaught().text, /Log ind, hvis du vil skrive til os/)
  catcher.clear()
  await mail.send({ ...notice, wayBack: 'contact' })
  assert.doesNotMatch(onlyCaught().text, /Log ind, hvis/)
  assert.match(onlyCaught().text, /Brug formularen på vores side/)
})

function onlyCaught() {
  const [caught] = catcher.messages()
  assert.ok(caught)
  return caught
}

test('a calendar file comes along whole', async () => {
  const content = 'BEGIN:VCALENDAR\r\nSUMMARY:Tid hos Blåbærklinikken\r\nEND:VCALENDAR\r\n'
  await mail.send({ ...notice, language: 'en', calendar: { filename: 'appointment.ics', content } })
  const [caught] = catcher.messages()
  const [file] = caught?.files ?? []
  assert.equal(file?.filename, 'appointment.ics')
  assert.match(file?.contentType ?? '', /^text\/calendar/)
  assert.equal(file?.content.replaceAll('\r\n', '\n'), content.replaceAll('\r\n', '\n'))
  const answer = await fetch(`${catcher.url}/messages/${caught?.id}/files/0`)
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="appointment.ics"/)
})

test('nothing leaves unencrypted where encryption is demanded', async () => {
  const strict = openMail({ smtpUrl, from, requireTls: true, privacyPolicyUrl })
  await assert.rejects(strict.send(notice), /STARTTLS/i)
  assert.deepEqual(catcher.messages(), [])
})

test('a line break or a second address in a header is refused', async () => {
  await assert.rejects(mail.send({ ...notice, subject: 'Hej\r\nBcc: other@patient.example' }))
  await assert.rejects(mail.send({ ...notice, to: 'a@patient.example, b@patient.example' }))
  await assert.rejects(mail.send({ ...notice, to: 'a@patient.example\r\nRCPT TO:<b@patient.example>' }))
  assert.deepEqual(catcher.messages(), [])
})
