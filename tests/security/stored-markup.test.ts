import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralActions } from '#src/actions.ts'
import type { Browser } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'
import { plantEverywhere } from './planted.ts'

// Short enough for every field, and breaks out of text, of either kind of quotes, of a textarea and of a title.
const payload = `'"></textarea></title><script>x()</script><img onerror=x()>`

describe('markup that somebody typed', () => {
  let world: World
  let scene: Scene
  let params: Readonly<Record<string, string>>
  before(async () => {
    world = await openWorld()
    scene = await setScene(world)
    params = await plantEverywhere(world, scene, payload)
  })
  after(() => world.close())

  test('is text on every page that shows it (T19.4)', async () => {
    const browsers = await readers(world, scene)
    const shownOn = new Set<string>()
    for (const { at, definition } of referralActions.filter((one) => one.at.method === 'GET')) {
      if (definition.as === 'api') continue
      for (const browser of browsers) {
        const { text, headers } = await browser.get(at.href(params))
        if (!headers.get('content-type')?.startsWith('text/html')) continue
        assert.deepEqual(strangeMarkup(text), [], at.pattern)
        if (text.includes('&lt;script&gt;x()')) shownOn.add(at.pattern)
      }
    }
    // Fewer would mean that the payload no longer gets where it should.
    assert.ok(shownOn.size >= 16, [...shownOn].sort().join('\n'))
  })

  test('is text also when a form comes back with it (T19.4)', async () => {
    const [, , mette, sara, , , , omar] = await readers(world, scene)
    const wrong = async (browser: Browser | undefined, path: string, fields: Record<string, string>) => {
      const { status, text } = await browser!.post(path, fields)
      assert.equal(status, 422, path)
      assert.deepEqual(strangeMarkup(text), [], path)
      assert.match(text, /&lt;script&gt;x\(\)/, path)
    }
    await wrong(mette, '/cases?treatment=physiotherapy', {
      name: payload,
      complaint: payload,
      cpr: payload,
      sessions: payload,
    })
    await wrong(sara, `/clinic/cases/${scene.params['caseId']}/session-request`, { reason: payload, sessions: payload })
    await wrong(omar, '/operator/organisations', { name: payload, cvr: payload, email: payload })
    const nobody = await world.browser()
    await nobody.get('/log-in/staff')
    await wrong(nobody, '/log-in/staff', { email: payload, returnTo: payload })
  })

  test('of a file’s name stays inside its header', async () => {
    const [, , mette] = await readers(world, scene)
    const file = await mette!.get(`/cases/${params['caseId']}/attachments/${params['attachmentId']}`)
    assert.equal(file.status, 200)
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
    assert.match(file.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.match(
      file.headers.get('content-disposition') ?? '',
      /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[^"\s;<>]+$/,
    )
  })
})

/** Everybody of the scene: nobody, the patient, the case handler, the clinic's three, the administrator, the operator's two. */
const readers = async (world: World, { cast, ana }: Scene) => [
  await world.browser(),
  await world.browser({ personId: ana }),
  ...(await Promise.all(
    [cast.mette, cast.sara, cast.peter, cast.lone, cast.birthe, cast.omar, cast.dorte].map(({ userId }) =>
      world.browser({ userId }),
    ),
  )),
]

/** Tags and attributes that no page of ours writes: a script without our source, a handler, an address that is code. */
function strangeMarkup(html: string): string[] {
  const tags = html.match(/<[a-z][^\s>/]*(?:[^>"']|"[^"]*"|'[^']*')*>/gi) ?? []
  return tags.filter(
    (tag) =>
      (/^<script/i.test(tag) && !/^<script [^>]*src="\/assets\//.test(tag)) ||
      /^<img/i.test(tag) ||
      /^<[^\s>]+(?:\s+[\w-]+(?:="[^"]*")?)*\s+on[a-z]+\s*=/i.test(tag) ||
      /(?:href|src|action)="\s*(?:javascript|data|vbscript):/i.test(tag),
  )
}
