import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain, type Seen } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const pdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
)

describe('opening a case by hand', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const today = () => world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  let number = 0
  const filled = () => ({
    caseNumber: `H-${++number}`,
    cpr: '020160-9996',
    name: 'Ana Prøvesen',
    phone: '12 34 56 78',
    complaint: 'Ondt i lænden efter et fald',
    'body-part': 'Lænd',
    sessions: '6',
    validFrom: today().toString(),
    validUntil: today().add({ months: 3 }).toString(),
    clinicChoice: 'named',
    clinics: cast.bakken.id as string,
  })
  const marked = () => ({ consent: 'yes', consentedOn: today().toString(), means: 'oral' })
  const path = '/cases?treatment=physiotherapy'
  const metteBrowser = () => world.browser({ userId: cast.mette.userId })
  const disclosures = (caseNumber: string) =>
    world.sql('select d.* from disclosures d join cases c on c.id = d.case_id where c.case_number = $1', [caseNumber])
  const refused = (seen: Seen, said: RegExp) => {
    assert.equal(seen.status, 422)
    assertAccessible(seen.text)
    assert.match(plain(seen.text), said)
  }

  test('begins with the choice of treatment', async () => {
    const page = await (await metteBrowser()).get('/cases/new')
    assertAccessible(page.text)
    assert.match(plain(page.text), /vælg behandling.*Fysioterapi.*MR-skanning/)
  })

  test('asks exactly for the fields of the treatment, warns about hereditary disease, and has nothing ticked', async () => {
    const { text } = await (await metteBrowser()).get('/cases/new?treatment=psychologist')
    assertAccessible(text)
    const areas = [...text.matchAll(/<textarea[^>]*name="([^"]+)"/g)].map(([, name]) => name)
    assert.deepEqual(areas, ['reason', 'interpreter'])
    assert.match(plain(text), /forsikringsaftaleloven § 3 a/)
    assert.match(plain(text), /Uden kryds bliver sagen gemt hos jer og går ingen steder/)
    assert.doesNotMatch(text, /<input[^>]*type="(checkbox|radio)"[^>]*\schecked/)
  })

  test('with the mark, hands the case to the one named clinic', async () => {
    const form = { ...filled(), ...marked() }
    const page = await (await metteBrowser()).postAndFollow(path, form)
    assert.match(plain(page.text), /Sagen er oprettet.*Godkendt til 6 behandlinger/)
    assert.equal((await disclosures(form.caseNumber)).length, 1)
  })

  test('without the mark, saves the case, hands it to nobody and says so', async () => {
    const form = filled()
    const page = await (await metteBrowser()).postAndFollow(path, form)
    assert.match(plain(page.text), /Sagen er gemt, men går ingen steder.*Ingen klinik ser sagen/)
    assert.deepEqual(await disclosures(form.caseNumber), [])
  })

  test('accepts a CPR number that fails modulus 11, with a hint to look again', async () => {
    const page = await (await metteBrowser()).postAndFollow(path, { ...filled(), cpr: '0102031234' })
    assert.match(plain(page.text), /010203-1234.*CPR-nummerets kontroltal passer ikke/)
  })

  test('keeps all that was typed when something is wrong', async () => {
    const answer = await (await metteBrowser()).post(path, {
      ...filled(),
      name: 'Ana Tastet',
      sessions: 'mange',
      phone: '',
    })
    refused(answer, /Indtast et helt tal/)
    for (const typed of ['Ana Tastet', 'mange', 'Ondt i lænden efter et fald', '020160-9996', 'Lænd'])
      assert.ok(answer.text.includes(typed), typed)
    assert.match(answer.text, new RegExp(`value="${cast.bakken.id}"[^>]*checked`))
    assert.match(plain(answer.text), /Har du valgt filer, skal de vælges igen/)
  })

  test('refuses a case number that is used already, on that very field', async () => {
    const browser = await metteBrowser()
    const form = filled()
    await browser.postAndFollow(path, form)
    const again = await browser.post(path, form)
    refused(again, /I har allerede en sag med det nummer/)
    assert.match(again.text, /href="#field-caseNumber"/)
  })

  test('wants a date and a means with the mark, none in the future, and the mark with them', async () => {
    const browser = await metteBrowser()
    refused(await browser.post(path, { ...filled(), consent: 'yes' }), /Indtast den dag, patienten sagde ja/)
    const tomorrow = today().add({ days: 1 }).toString()
    refused(await browser.post(path, { ...filled(), ...marked(), consentedOn: tomorrow }), /Dagen ligger i fremtiden/)
    refused(await browser.post(path, { ...filled(), ...marked(), consent: undefined }), /Sæt kryds/)
  })

  test('wants somebody to tell, a period that is not over and a clinic when clinics are to be named', async () => {
    const browser = await metteBrowser()
    refused(await browser.post(path, { ...filled(), phone: '' }), /Indtast telefonnummer eller e-mail/)
    refused(await browser.post(path, { ...filled(), validFrom: '2020-01-01', validUntil: '2020-02-01' }), /passeret/)
    refused(await browser.post(path, { ...filled(), clinics: undefined }), /Vælg mindst én klinik/)
    refused(await browser.post(path, { ...filled(), clinics: cast.havblik.id }), /Vælg en af mulighederne/)
  })

  test('seals attachments and judges them by content, not by name', async () => {
    const browser = await metteBrowser()
    const good = new File([pdf], 'Henvisning.pdf')
    const page = await browser.postAndFollow(path, { ...filled(), attachments: good as Blob })
    assert.match(plain(page.text), /Henvisning\.pdf/)
    const [row] = await world.sql<{ dump: string }>("select string_agg(a::text, '') as dump from attachments a")
    assert.doesNotMatch(row?.dump ?? '', /Henvisning|255044462d/)
    const form = filled()
    const bad = new File(['MZ program'], 'journal.pdf')
    refused(await browser.post(path, { ...form, attachments: bad as Blob }), /journal\.pdf er ikke en almindelig PDF/)
    assert.deepEqual(await world.sql('select from cases where case_number = $1', [form.caseNumber]), [])
  })

  test('is for case handlers of insurers only', async () => {
    for (const member of [cast.birthe, cast.sara, cast.omar]) {
      const browser = await world.browser({ userId: member.userId })
      assert.ok([403, 404].includes((await browser.get('/cases/new')).status), member.name)
      assert.ok([403, 404].includes((await browser.post(path, filled())).status), member.name)
    }
    assert.equal((await (await metteBrowser()).post('/cases?treatment=nonsense', filled())).status, 404)
  })
})
