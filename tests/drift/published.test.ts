import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Language } from '#kernel/language.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { publishedOf } from '#tests/generated/published.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { readWord } from '#tests/harness/read-word.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { changedPolicies } from './changed-policies.ts'

type Place = 'privacy' | 'public privacy' | 'record' | 'sheet' | 'word' | 'cookies' | 'contact'
type Said = { readonly what: string; readonly da: string; readonly en: string; readonly in: readonly Place[] }

/** What each change makes the pages say, which they did not say before. */
const expected: readonly Said[] = [
  {
    what: 'a period',
    da: '1 måned efter, at forløbet er slut',
    en: '1 month after the course has ended',
    in: ['privacy', 'record', 'sheet', 'word'],
  },
  {
    what: 'the period of a part',
    da: 'uden filen: 20 dage efter, at oplysningen er registreret',
    en: 'without the file: 20 days after it was recorded',
    in: ['privacy', 'record', 'sheet', 'word'],
  },
  {
    what: 'a recipient',
    da: 'Prøvetilsynet, prøveloven § 7: Tilsynet prøver noget',
    en: 'Example Inspectorate, Example Act, section 7: The inspectorate examines something',
    in: ['privacy', 'record', 'sheet', 'word'],
  },
  {
    what: 'a processor',
    da: 'Prøve Laboratorium AB (Sverige): Undersøger blodprøver',
    en: 'Prøve Laboratorium AB (Sweden): Examines blood samples',
    in: ['record', 'sheet', 'word'],
  },
  {
    what: 'a processor, to patients',
    da: 'Prøve Laboratorium AB, Sverige Undersøger blodprøver',
    en: 'Prøve Laboratorium AB, Sweden Examines blood samples',
    in: ['privacy'],
  },
  {
    what: 'a processor’s measures',
    da: 'Prøverne er mærket med numre',
    en: 'The samples are marked with numbers',
    in: ['record', 'sheet', 'word'],
  },
  {
    what: 'a cookie',
    da: 'text-size Nødvendig Husker, hvor stor skriften er 3 dage',
    en: 'text-size Necessary Remembers how large the letters are 3 days',
    in: ['cookies'],
  },
  {
    what: 'a period on the public site',
    da: '1 måned efter, at vi sidst har haft kontakt',
    en: '1 month after our last contact',
    in: ['public privacy'],
  },
  {
    what: 'both periods of an enquiry, where it is written',
    da: 'slettes 12 dage efter svaret og senest efter 1 måned.',
    en: 'erased 12 days after the answer and after 1 month at the latest.',
    in: ['contact'],
  },
]

describe('what is published, after the policy was changed', () => {
  const said = new Map<string, string>()
  const worlds: World[] = []
  before(async () => {
    for (const [which, options] of [
      ['before', {}],
      ['after', { policies: changedPolicies }],
    ] as const) {
      const world = await openWorld(options)
      worlds.push(world)
      await readAll(world, await settle(world), (language, place, text) =>
        said.set(`${which} ${language} ${place}`, text),
      )
    }
  })
  after(() => Promise.all(worlds.map((world) => world.close())))

  for (const change of expected) {
    test(`says ${change.what} anew, in both languages, in ${change.in.join(', ')} (X1)`, () => {
      for (const place of change.in) {
        for (const language of ['da', 'en'] as const) {
          const [earlier, now] = ['before', 'after'].map((which) => said.get(`${which} ${language} ${place}`) ?? '')
          assert.ok(!earlier?.includes(change[language]), `${place} said it before: ${change[language]}`)
          assert.ok(now?.includes(change[language]), `${place} does not say: ${change[language]}`)
        }
      }
    })
  }

  test('says a purpose anew in its activity, for people and for machines (X1)', () => {
    const rowOf = (which: string) =>
      said
        .get(`${which} en sheet`)
        ?.split('\r\n')
        .find((row) => row.includes(';referral.case;')) ?? ''
    assert.match(rowOf('before'), /to carry data on the treatment.*;referral-transfer;/s)
    assert.match(rowOf('after'), /to keep the agreed treatment time.*;treatment-time;/s)
    const caseOf = (which: string) =>
      said.get(`${which} en record`)?.split('Your case The insurer follows')[1]?.slice(0, 400)
    assert.match(caseOf('before') ?? '', /Purpose to carry data on the treatment/)
    assert.match(caseOf('after') ?? '', /Purpose to keep the agreed treatment time/)
  })

  test('differs from the files under docs/generated, so that nobody forgets them (X1)', () => {
    for (const model of Object.values(changedPolicies))
      for (const [name, text] of publishedOf(model))
        if (/privacy|article-30/.test(name)) assert.notEqual(text, readFileSync(`docs/generated/${name}`, 'utf8'), name)
  })
})

type Hear = (language: Language, place: Place, text: string) => void

async function readAll(world: World, cast: Cast, hear: Hear): Promise<void> {
  const dorte = await world.browser({ userId: cast.dorte.userId })
  const visitor = new Browser(world.fetch, marketingUrl)
  for (const language of ['da', 'en'] as const) {
    for (const browser of [dorte, visitor]) await browser.post('/language', { language, returnTo: '/privacy' })
    const page = async (browser: Browser, path: string) => plain((await browser.get(path)).text)
    hear(language, 'privacy', await page(dorte, '/privacy'))
    hear(language, 'record', await page(dorte, '/article-30'))
    hear(language, 'cookies', await page(dorte, '/cookies'))
    hear(language, 'sheet', (await dorte.get('/article-30.csv')).text)
    hear(language, 'word', readWord((await dorte.get('/article-30.docx')).bytes).text)
    hear(language, 'public privacy', await page(visitor, '/privacy'))
    hear(language, 'contact', await page(visitor, '/contact'))
  }
}
