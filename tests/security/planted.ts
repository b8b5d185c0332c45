import assert from 'node:assert/strict'
import type { Browser } from '#tests/harness/browser.ts'
import { marketingUrl, type World } from '#tests/harness/world.ts'
import type { Scene } from '#tests/routes-by-actor/scene.ts'

const pdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
)

type Send = (browser: Browser, path: string, fields: Parameters<Browser['post']>[1]) => Promise<void>

/**
 * Writes `text` into every field of the product that takes free text, each through its own form, as those who may. Tells where the new things
 * are, for the pages that show them. A form that does not take it fails the test: nothing is planted in vain.
 */
export async function plantEverywhere(
  world: World,
  scene: Scene,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const { cast, params, ana } = scene
  const as = (member: { userId: Scene['cast']['mette']['userId'] }) => world.browser({ userId: member.userId })
  const [mette, birthe, sara, lone, omar] = await Promise.all(
    [cast.mette, cast.birthe, cast.sara, cast.lone, cast.omar].map(as),
  )
  const patient = await world.browser({ personId: ana })
  assert.ok(mette && birthe && sara && lone && omar)
  const caseId = await openedCase(world, mette, { text, clinicId: cast.bakken.id })
  const kase = `/clinic/cases/${caseId}`
  await send(mette, `/cases/${caseId}/attachments`, { attachments: new File([pdf], `${text}\r\n.pdf`) as Blob })
  await send(sara, `${kase}/notes`, { text })
  await send(sara, `${kase}/session-request`, { sessions: '2', reason: text })
  const requestId = await newest(world, 'session_requests', 'requested_at')
  await send(mette, `/session-requests/${requestId}/answer`, {
    decision: 'refuse',
    refusal: text,
    sessions: '1',
    until: '',
  })
  await send(birthe, '/organisation/invitations', {
    name: text,
    email: 'plantet@nordlys.example',
    roles: 'case-handler',
  })
  assert.equal((await birthe.post('/organisation/api-clients', { name: text.slice(0, 80) })).status, 200)
  await send(lone, '/clinic/rooms', { name: text.slice(0, 60), kind: 'treatment' })
  await send(lone, '/clinic/practitioners', {
    profession: 'physiotherapist',
    name: text,
    authorisationId: 'CBDJ6',
    services: 'physiotherapy',
  })
  await send(omar, '/operator/organisations', organisation(text))
  await plantRights(patient, caseId, text)
  await plantLead(world, text)
  const appointmentId = await plantCancellation(patient, { caseId, text })
  await send(sara, `${kase}/closure`, { outcome: 'improved', summary: text })
  return {
    ...params,
    caseId,
    requestId,
    leadId: await newest(world, 'leads', 'received_at'),
    practitionerId: await newest(world, 'practitioners', 'id'),
    attachmentId: await newest(world, 'attachments', 'uploaded_at'),
    rightsRequestId: await newest(world, 'rights_requests', 'received_at'),
    appointmentId,
    right: 'rectification',
    version: '1',
  }
}

const send: Send = async (browser, path, fields) => {
  const { status, text } = await browser.post(path, fields)
  assert.equal(status, 303, `${path}: ${text.match(/href="#[^"]*">[^<]*/g)?.join() ?? text.slice(0, 300)}`)
}

async function openedCase(
  world: World,
  mette: Browser,
  { text, clinicId }: { text: string; clinicId: string },
): Promise<string> {
  const today = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  await send(mette, '/cases?treatment=physiotherapy', {
    caseNumber: text.slice(0, 60),
    cpr: '020160-9996',
    name: text,
    phone: '12 34 56 78',
    email: 'plantet@patient.example',
    complaint: text,
    'body-part': text,
    onset: text,
    'earlier-treatment': text,
    sessions: '6',
    validFrom: today.toString(),
    validUntil: today.add({ months: 3 }).toString(),
    clinicChoice: 'named',
    clinics: clinicId,
    consent: 'yes',
    consentedOn: today.toString(),
    means: 'oral',
  })
  return newest(world, 'cases', 'created_at')
}

async function newest(world: World, table: string, by: string): Promise<string> {
  const [row] = await world.sql<{ id: string }>(`select id from ${table} order by ${by} desc, id desc limit 1`)
  return row?.id ?? assert.fail(`nothing in ${table}`)
}

const organisation = (text: string) => ({
  kind: 'insurer',
  name: text,
  cvr: '13748136',
  email: 'post@plantet.example',
  phone: '12345678',
  street: text,
  postcode: '5000',
  administratorName: text,
  administratorEmail: 'eva@plantet.example',
})

const plantRights = (patient: Browser, caseId: string, text: string) =>
  send(patient, '/my/rights/new/rectification', { about: caseId, field: 'complaint', text, proposal: text })

async function plantLead(world: World, text: string) {
  const visitor = await world.browser()
  const { text: page } = await visitor.get(new URL('/contact', marketingUrl).href)
  const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(page) ?? []
  const answer = await world.fetch(
    new Request(new URL('/contact', marketingUrl), {
      method: 'POST',
      headers: { cookie: [...visitor.cookies()].map((pair) => pair.join('=')).join('; '), origin: marketingUrl.origin },
      body: new URLSearchParams({
        _csrf: token,
        name: text,
        company: text,
        phone: '12345678',
        email: 'plantet@lead.example',
        message: text,
      }),
    }),
  )
  assert.equal(answer.status, 303)
}

/** A time that the patient books and calls off with a note. */
async function plantCancellation(patient: Browser, { caseId, text }: { caseId: string; text: string }) {
  const { text: page } = await patient.get(`/my/cases/${caseId}/times`)
  const [, first = ''] = /name="time" value="([^"]+)"/.exec(page) ?? []
  const held = await patient.post(`/my/cases/${caseId}/holds`, { time: first })
  assert.equal(held.status, 303, held.text.slice(0, 300))
  const booked = await patient.post(`${held.location}/appointment`)
  const appointmentId = /[0-9a-f-]{36}/.exec(booked.location ?? '')?.[0] ?? assert.fail(`not booked: ${booked.status}`)
  await send(patient, `/my/appointments/${appointmentId}/cancellation`, { reason: 'other', note: text })
  return appointmentId
}
