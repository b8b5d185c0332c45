import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { SealBroken } from './aead.ts'
import { open, openBytes, seal, sealBytes } from './field.ts'
import { KeyDestroyed, openKeyring } from './keyring.ts'
import { newPersonKey, rewrap, unwrapPersonKey } from './person-key.ts'
import { openForPlatform, platformEpoch, sealForPlatform } from './platform-key.ts'

const [one, two, index] = [randomBytes(32), randomBytes(32), randomBytes(32)]
const old = openKeyring({ keyEncryption: [{ epoch: 1, key: one }], index })
const rotated = openKeyring({
  keyEncryption: [
    { epoch: 2, key: two },
    { epoch: 1, key: one },
  ],
  index,
})
const destroyed = openKeyring({ keyEncryption: [{ epoch: 2, key: two }], index })
const ana = '0190b1a2-0000-7000-8000-000000000001'
const bo = '0190b1a2-0000-7000-8000-000000000002'

test('what is sealed for a person and a field opens again, in any language and at any length', () => {
  const { key } = newPersonKey(old, ana)
  for (const plain of ['', '0201609995', 'Rødgrød med fløde', '𝒳'.repeat(5000)]) {
    assert.equal(open(key, 'patients.note', seal(key, 'patients.note', plain)), plain)
  }
  const bytes = randomBytes(100)
  assert.deepEqual(openBytes(key, 'attachments.content', sealBytes(key, 'attachments.content', bytes)), bytes)
})

test('the same text sealed twice looks different', () => {
  const { key } = newPersonKey(old, ana)
  assert.notDeepEqual(seal(key, 'patients.cpr', '0201609995'), seal(key, 'patients.cpr', '0201609995'))
})

test('a sealed value does not open after a change of any byte', () => {
  const { key } = newPersonKey(old, ana)
  const sealed = seal(key, 'patients.cpr', '0201609995')
  for (const at of sealed.keys()) {
    const changed = Buffer.from(sealed)
    changed[at] = changed[at]! ^ 1
    assert.throws(() => open(key, 'patients.cpr', changed), SealBroken)
  }
  for (const length of [0, 1, 12, 28, sealed.length - 1]) {
    assert.throws(() => open(key, 'patients.cpr', sealed.subarray(0, length)), SealBroken)
  }
})

test('a sealed value does not open in another field or for another person, not even with the same key', () => {
  const { key, wrapped, epoch } = newPersonKey(old, ana)
  const sealed = seal(key, 'patients.cpr', '0201609995')
  assert.throws(() => open(key, 'patients.phone', sealed), SealBroken)
  assert.throws(() => open(newPersonKey(old, bo).key, 'patients.cpr', sealed), SealBroken)
  assert.throws(() => open({ personId: bo, secret: key.secret }, 'patients.cpr', sealed), SealBroken)
  assert.throws(() => unwrapPersonKey(old, { personId: bo, wrapped, epoch }), SealBroken)
})

test('a context part with a NUL is refused, so that two contexts are never the same bytes', () => {
  const { key } = newPersonKey(old, ana)
  assert.throws(() => seal(key, 'a\0b', 'x'), RangeError)
})

test('after a rotation old keys open, new keys lie under the new epoch, and rewrapping keeps what was sealed', () => {
  const { key, wrapped, epoch } = newPersonKey(old, ana)
  const sealed = seal(key, 'patients.cpr', '0201609995')
  assert.equal(newPersonKey(rotated, bo).epoch, 2)
  assert.equal(open(unwrapPersonKey(rotated, { personId: ana, wrapped, epoch }), 'patients.cpr', sealed), '0201609995')

  const moved = rewrap(rotated, { personId: ana, wrapped, epoch })
  assert.equal(moved.epoch, 2)
  const reopened = unwrapPersonKey(destroyed, { personId: ana, ...moved })
  assert.equal(open(reopened, 'patients.cpr', sealed), '0201609995')
})

test('when an epoch is destroyed its keys cannot be unwrapped and the epoch in the row cannot be talked up', () => {
  const { wrapped, epoch } = newPersonKey(old, ana)
  assert.throws(
    () => unwrapPersonKey(destroyed, { personId: ana, wrapped, epoch }),
    (error) => error instanceof KeyDestroyed && error.epoch === 1,
  )
  assert.throws(() => unwrapPersonKey(rotated, { personId: ana, wrapped, epoch: 2 }), SealBroken)
})

test('a person key never shows itself in a log, a template or JSON', () => {
  const { key } = newPersonKey(old, ana)
  const shown = [inspect(key), inspect({ key }), JSON.stringify({ key }), `${inspect(key.secret)}`].join(' ')
  assert.ok(!shown.includes(ana))
  assert.ok(!shown.includes(key.secret.export().toString('hex')))
  assert.ok(!shown.includes(key.secret.export().toString('base64')))
})

test('a keyring refuses short keys, no keys and two keys of one epoch', () => {
  assert.throws(() => openKeyring({ keyEncryption: [], index }), RangeError)
  assert.throws(() => openKeyring({ keyEncryption: [{ epoch: 1, key: randomBytes(16) }], index }), RangeError)
  const twice = [one, two].map((key) => ({ epoch: 1, key }))
  assert.throws(() => openKeyring({ keyEncryption: twice, index }), RangeError)
})

test('a platform secret opens for its own purpose only, also after a rotation, and not after its epoch is destroyed', () => {
  const sealed = sealForPlatform(old, 'totp/1', Buffer.from('secret'))
  assert.equal(platformEpoch(sealed), 1)
  assert.equal(openForPlatform(rotated, 'totp/1', sealed).toString(), 'secret')
  assert.throws(() => openForPlatform(old, 'totp/2', sealed), SealBroken)
  assert.throws(() => openForPlatform(destroyed, 'totp/1', sealed), KeyDestroyed)
  assert.throws(() => openForPlatform(old, 'totp/1', sealed.subarray(0, 3)), SealBroken)
})
