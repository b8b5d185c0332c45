import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { columns, structure } from '#policy/catalogue.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { dataCatalogue } from '#src/data-catalogue.ts'
import { endings } from '#src/data-endings.ts'
import { timetable } from '#src/tasks.ts'
import { unended } from '#src/unended.ts'
import { openWorld, type World } from './harness/world.ts'

const known = { catalogues: dataCatalogue, models: [referralPolicy, marketingPolicy], timetable }

describe('everything that is stored', () => {
  let world: World
  let statements: string
  before(async () => {
    world = await openWorld()
    const functions = await world.sql<{ name: string; source: string }>(
      `select proname as name, prosrc as source from pg_proc where pronamespace = 'public'::regnamespace`,
    )
    const files = globSync('src/**/*.sql.ts')
    assert.ok(files.length > 30 && functions.length > 50)
    statements = [...functions.map(({ source }) => source), ...files.map((file) => readFileSync(file, 'utf8'))].join(
      '\n',
    )
  })
  after(() => world.close())

  test('has an end that a task of the timetable carries out, by a period that a policy says (T20.2)', () => {
    assert.deepEqual(unended(known), [])
  })

  test('is really taken away: by a statement, or with the row that it belongs to (T20.2)', async () => {
    const cascades = await world.sql<{ child: string; parent: string }>(
      `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint where contype = 'f' and confdeltype = 'c'`,
    )
    const acts = new Map(
      (
        await world.sql<{ name: string; source: string }>(
          `select proname as name, prosrc as source from pg_proc where pronamespace = 'public'::regnamespace`,
        )
      ).map(({ name, source }) => [name, source]),
    )
    const takes = (text: string, table: string) =>
      new RegExp(`delete from ${table}\\b|update ${table} (\\w+ )?set\\b`).test(text)
    const left = Object.entries(endings).filter(([table, ending]) => {
      if ('stays' in ending) return false
      if ('with' in ending) return !cascades.some(({ child, parent }) => child === table && parent === ending.with)
      return !takes('act' in ending ? (acts.get(ending.act) ?? '') : statements, table)
    })
    assert.deepEqual(left, [])
  })

  test('that rests on consent is taken away by the function that a withdrawal calls (T20.1)', async () => {
    const resting = dataCatalogue.flatMap((tables) =>
      Object.entries(tables)
        .filter(([, table]) => Object.values(table).some(({ retention }) => retention === 'consent'))
        .map(([name]) => name),
    )
    assert.ok(resting.length >= 3, resting.join())
    const [withdrawal] = await world.sql<{ source: string }>(
      `select string_agg(prosrc, ' ') as source from pg_proc where proname in ('erase_referral', 'erase_referral_as')`,
    )
    assert.deepEqual(
      resting.filter((name) => !new RegExp(`(delete from|update) ${name}\\b`).test(withdrawal?.source ?? '')),
      [],
    )
  })

  test('is missed when it has no end, or one that is none (T20.2)', () => {
    const added = (retention: 'course' | 'agreement') => ({
      ...known,
      catalogues: [...dataCatalogue, { remarks: structure('id', retention) }],
    })
    assert.deepEqual(unended(added('course')), ['Table remarks has no end: nothing ever takes its rows away'])
    const ends = (ending: (typeof endings)[string]) => ({ endings: { ...endings, remarks: ending } })
    assert.deepEqual(unended({ ...added('course'), ...ends({ by: 'sweep-cases' }) }), [])
    assert.deepEqual(unended({ ...added('agreement'), ...ends({ by: 'sweep-cases' }) }), [
      'Table remarks is kept for: agreement, which sweep-cases does not carry out',
    ])
    assert.deepEqual(unended({ ...added('course'), ...ends({ by: 'sweep-remarks' }) }), [
      'Table remarks is taken away by sweep-remarks, which is no sweep',
    ])
    assert.deepEqual(unended({ ...added('course'), ...ends({ with: 'restores' }) }), [
      'Table remarks goes with restores, which has no end',
    ])
    const text = columns('text_sealed', {
      subject: 'patient',
      category: 'health.course',
      protection: 'sealed',
      retention: 'course',
    })
    assert.deepEqual(
      unended({ ...known, catalogues: [...dataCatalogue, { remarks: text }], ...ends({ stays: 'It may be of use' }) }),
      ['Table remarks stays for ever and is about somebody'],
    )
  })

  test('is missed when its task leaves the timetable, or its period the model (X1, T20.2)', () => {
    const without = timetable.filter((line) => !line.includes('sweep-ledgers'))
    assert.deepEqual(unended({ ...known, timetable: without }), ['Task sweep-ledgers is in no timetable'])
    const activities = referralPolicy.activities.filter(({ id }) => id !== 'operation.retention')
    const said = unended({ ...known, models: [{ ...referralPolicy, activities }, marketingPolicy] })
    assert.ok(said.includes('Task sweep-ledgers goes by a period that no policy says: erasure-ledger'), said.join('\n'))
  })
})
