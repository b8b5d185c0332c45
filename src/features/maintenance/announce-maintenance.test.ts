import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { clockOf, dayOf, type Temporal } from '#kernel/time.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plantWindow } from '#tests/cast/plant-window.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'

const at = '/operator/maintenance'

describe('announced maintenance', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  beforeEach(async () => {
    await world.sql('truncate maintenance_windows cascade')
    world.services.maintenance.forget()
  })
  after(() => world.close())

  const partsOf = (name: string, instant: Temporal.Instant) => {
    const day = dayOf(instant)
    return {
      [`${name}On-day`]: `${day.day}`,
      [`${name}On-month`]: `${day.month}`,
      [`${name}On-year`]: `${day.year}`,
      [`${name}At`]: clockOf(instant).replace(':', '.'),
    }
  }
  const typed = (startsIn: Temporal.DurationLike, lasts: Temporal.DurationLike) => {
    const startsAt = world.clock.now().add(startsIn)
    const texts = { textDa: 'Vi flytter til <nye> servere.', textEn: 'We move to new servers.' }
    return { ...partsOf('starts', startsAt), ...partsOf('ends', startsAt.add(lasts)), ...texts, readOnly: 'yes' }
  }
  const inADay = () => typed({ hours: 24 }, { hours: 1 })
  const noticeOn = async (path: string, base?: URL) => {
    const browser = base ? new Browser(world.fetch, base) : await world.browser()
    const { text } = await browser.get(path)
    assertAccessible(text)
    return plain(/<section class="maintenance"[\s\S]*?<\/section>/.exec(text)?.[0] ?? '')
  }

  test('the operator announces it, and every page of both sites tells of it from seven days before (T19.7)', async () => {
    const omar = await world.browser(cast.omar)
    const done = await omar.postAndFollow(at, typed({ hours: 24 * 8 }, { hours: 1 }))
    assertAccessible(done.text)
    assert.match(plain(done.text), /Vedligeholdet er varslet.*Kommende.*nye.*Kun læsning.*Aflys/)
    assert.equal(await noticeOn('/'), '')
    world.clock.advance({ hours: 24 })
    const told =
      /^Vi vedligeholder siden \p{L}+ den \d+\. \p{L}+ kl\. \d\d\.\d\d til .*\d\d\.\d\d\. Vi flytter til <nye> servere\. Imens kan du læse/u
    assert.match(await noticeOn('/'), told)
    assert.match(await noticeOn('/no-such-page'), told)
    assert.match(await noticeOn('/contact', marketingUrl), told)
    world.clock.advance({ hours: 24 * 7 })
    assert.match(await noticeOn('/'), /^Vi vedligeholder siden nu\. Vi er færdige/)
    world.clock.advance({ hours: 1 })
    assert.equal(await noticeOn('/'), '')
    assert.match(plain((await omar.get(at)).text), /Tidligere.*Gennemført/)
  })

  test('what is wrong comes back with what was typed (T19.7)', async () => {
    const omar = await world.browser(cast.omar)
    const refused = async (fields: Record<string, string>, message: RegExp, field: string) => {
      const { status, text } = await omar.post(at, { ...inADay(), ...fields })
      assert.equal(status, 422)
      assertAccessible(text)
      assert.match(plain(text), message)
      assert.match(text, new RegExp(`href="#[^"]*${field}"`))
      assert.match(text, /We move to new servers\./)
    }
    await refused({ startsAt: 'otte' }, /klokkeslæt|tid/i, 'startsAt')
    await refused({ 'startsOn-year': '2020' }, /Tidspunktet er gået/, 'startsAt')
    await refused(partsOf('ends', world.clock.now().add({ hours: 23 })), /Slutningen skal være efter/, 'endsAt')
    await refused(partsOf('ends', world.clock.now().add({ hours: 73 })), /mere end 48 timer/, 'endsAt')
    await refused({ textDa: '' }, /\S/, 'textDa')
    await refused(
      { 'startsOn-day': '28', 'startsOn-month': '3', 'startsOn-year': '2027', startsAt: '02.30' },
      /findes ikke den dag/,
      'startsAt',
    )
    await omar.postAndFollow(at, inADay())
    await refused({}, /allerede varslet/, 'startsAt')
  })

  test('one that is called off makes room for another, and one that runs is ended early (T19.7)', async () => {
    const omar = await world.browser(cast.omar)
    await omar.postAndFollow(at, inADay())
    const first = await idOf()
    assert.match(
      plain((await omar.postAndFollow(`${at}/${first}/ending`)).text),
      /Vedligeholdet er aflyst.*Tidligere.*Aflyst/,
    )
    assert.equal(await noticeOn('/'), '')
    assert.match(plain((await omar.postAndFollow(`${at}/${first}/ending`)).text), /allerede slut eller aflyst/)
    await omar.postAndFollow(at, inADay())
    world.clock.advance({ hours: 24, minutes: 10 })
    const second = await idOf()
    assert.match(plain((await omar.get(at)).text), /Lige nu.*Slut nu/)
    assert.match(
      plain((await omar.postAndFollow(`${at}/${second}/ending`)).text),
      /Vedligeholdet er slut.*Sluttede før tid/,
    )
    assert.equal(await noticeOn('/'), '')
  })

  const idOf = async () =>
    (
      await world.sql<{ id: string }>(
        'select id from maintenance_windows where not isempty(occupies) order by starts_at desc',
      )
    )[0]?.id

  test('nobody but administrators and support of the operator announces or ends it (T19.7)', async () => {
    const id = await plantWindow(world, cast.omar, { startsIn: { hours: 24 } })
    for (const who of [cast.mette, cast.sara, cast.birthe, cast.dorte]) {
      const browser = await world.browser(who)
      assert.equal((await browser.get(at)).status, 403)
      assert.equal((await browser.post(at, inADay())).status, 403)
      assert.equal((await browser.post(`${at}/${id}/ending`)).status, 403)
    }
  })

  test('the database refuses two at once, an end before the beginning, and an ending after the end (T19.7)', async () => {
    const id = await plantWindow(world, cast.omar)
    await assert.rejects(plantWindow(world, cast.omar, { startsIn: { minutes: 59 } }), {
      constraint: 'windows_never_overlap',
    })
    const backwards = { startsIn: { hours: 5 }, lasts: { hours: -1 } }
    await assert.rejects(plantWindow(world, cast.omar, backwards), { constraint: 'window_ends_after_it_starts' })
    const gone = { startsIn: { hours: -5 } }
    await assert.rejects(plantWindow(world, cast.omar, gone), { constraint: 'window_is_announced_before_it_starts' })
    const late = [id, world.clock.now().add({ hours: 1 }), cast.omar.userId]
    await assert.rejects(world.sql('insert into maintenance_endings values ($1, $2, $3)', late), {
      constraint: 'only_a_window_to_come_is_ended',
    })
  })
})
