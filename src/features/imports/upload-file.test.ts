import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { checkImport } from '#tests/cast/check-import.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a file of cases is brought', () => {
  let world: World
  let cast: Cast
  let mette: Browser
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    mette = await world.browser({ userId: cast.mette.userId })
    await mette.get('/imports/new')
  })
  after(() => world.close())

  const send = (content: string | Uint8Array<ArrayBuffer>) => mette.post('/imports', { file: csv(content) })
  const checked = async (content: string | Uint8Array<ArrayBuffer>) => {
    const answer = await send(content)
    assert.equal(answer.status, 303, plain(answer.text))
    const id = answer.location!.split('/').at(-1)!
    await checkImport(workerServices(world), id as never)
    return plain((await mette.get(`/imports/${id}`)).text)
  }
  const one = (number: number) => [fileRow(world.clock, number, { navn: 'Åse Prøvesøn' })]
  const windows1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

  test('in UTF-8 or Windows-1252, with semicolons, commas or tabs, in any order and case', async () => {
    const file = (separator: string, number: number) => fileOf(one(number), separator)
    const [head = '', ...rest] = file(';', 4).split('\r\n')
    const turned = [head.toUpperCase(), ...rest].map((line) => line.split(';').reverse().join(';')).join('\r\n')
    const files = [
      file(';', 1),
      file(',', 2),
      file('\t', 3),
      turned,
      `\ufeff${file(';', 5)}`,
      windows1252(file(';', 6)),
    ]
    for (const content of files) assert.match(await checked(content), /i orden.*Åse Prøvesøn/)
  })

  test('and is told at once when it is no such file', async () => {
    const told = async (content: string | Uint8Array<ArrayBuffer>) => {
      const answer = await send(content)
      assert.equal(answer.status, 422)
      assertAccessible(answer.text)
      return plain(answer.text)
    }
    const head = fileOf(one(7)).split('\r\n')[0] ?? ''
    assert.match(await told(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])), /Filen er ikke en CSV-fil/)
    assert.match(await told('navn;farve\r\nAna;blå\r\n'), /mangler: sagsnummer, cpr.*kender vi ikke: farve/)
    assert.match(await told(`${head};cpr\r\n1\r\n`), /to gange: cpr/)
    assert.match(await told(`${head}\r\n\r\n`), /ingen rækker/)
    assert.match(await told(`${head}\r\n"aldrig slut;1\r\n`), /Række 2 kan ikke læses/)
    assert.equal((await mette.post('/imports', {})).status, 422)
    assert.equal((await world.sql('select from case_imports where rows_total = 0')).length, 0)
  })

  test('only by case handlers of an insurer', async () => {
    for (const member of [cast.birthe, cast.sara, cast.omar]) {
      const browser = await world.browser({ userId: member.userId })
      for (const path of ['/imports', '/imports/new', '/imports/template.csv']) {
        assert.equal((await browser.get(path)).status, 403, `${member.name} ${path}`)
      }
    }
  })
})
