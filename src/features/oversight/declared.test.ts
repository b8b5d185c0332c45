import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { decisionsByActivity, processorsOf, thirdPartiesOf } from './declared.ts'

const models = [referralPolicy, marketingPolicy]
const urls = (host: string) => ({ referral: new URL(`https://${host}`), marketing: new URL(`https://www.${host}`) })

describe('what is declared, as the operator watches it', () => {
  test('counts a decision with the activity that grants the action, and once', () => {
    const watched = decisionsByActivity(models, [
      { action: 'case.create', allowed: 5, refused: 2 },
      { action: 'case.view', allowed: 7, refused: 1 },
      { action: 'gone.action', allowed: 9, refused: 9 },
    ])
    const sum = (pick: (one: (typeof watched)[number]) => number) => watched.reduce((all, one) => all + pick(one), 0)
    assert.equal(
      sum(({ allowed }) => allowed),
      12,
    )
    assert.equal(
      sum(({ refused }) => refused),
      3,
    )
    const opening = watched.find(({ activity }) => activity.grants.some(({ action }) => action === 'case.create'))
    assert.ok((opening?.allowed ?? 0) >= 5)
  })

  test('names each processor once with the sites that use it, and says when an agreement grew old (T4.3)', () => {
    const on = (day: string) => processorsOf(models, Temporal.PlainDate.from(day))
    const ids = on('2026-11-25').map(({ processor }) => processor.id)
    assert.equal(new Set(ids).size, ids.length)
    assert.deepEqual(on('2026-11-25').find(({ processor }) => processor.id === 'hosting')?.sites, [
      'referral',
      'marketing',
    ])
    assert.deepEqual(
      on('2028-10-01')
        .map(({ isOld }) => isOld)
        .filter(Boolean),
      [],
    )
    assert.ok(on('2028-10-02').every(({ isOld }) => isOld))
  })

  test('a stand-in on the developer’s machine is not in use at a site with a real name', () => {
    const inUse = (host: string) =>
      thirdPartiesOf(models, urls(host)).flatMap(({ type, live }) => (live.length > 0 ? type : []))
    assert.deepEqual(inUse('klinikbro.localhost'), ['web-analytics'])
    assert.deepEqual(inUse('klinikbro.example'), [])
  })
})
