import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { scrubError, scrubPath, scrubText } from './scrub.ts'

const personal: readonly (readonly [string, string, RegExp])[] = [
  ['a CPR number', 'No person 0101708889 here', /0101708889/],
  ['a CPR number with a hyphen', 'cpr 010170-8889', /8889|010170/],
  ['a CPR number with a blank', 'cpr 010170 8889', /8889/],
  ['an e-mail address', 'could not send to ana.proevesen@example.dk', /ana|example/],
  ['an e-mail address in an URL', 'GET /log-in?email=ana%40example.dk failed', /ana|example/],
  ['an encoded address', 'to ana%40example.dk', /ana/],
  ['an address with Danish letters', 'to åse@example.dk', /åse/],
  ['a phone number', 'call 20 12 34 56 now', /20 12|34 56/],
  ['a phone number in one', 'call 20123456', /2012/],
  ['a foreign phone number', 'call +46 70 123 45 67', /\+46|123/],
  ['a full name', 'patient Ana Prøvesen not found', /Ana|Prøvesen/],
  ['a name with a particle', 'of Bo von Eksempel', /Bo|Eksempel/],
  ['a name in capitals', 'patient ANA PRØVESEN', /ANA|PR/],
  ['a first name', 'no case for Ana', /Ana/],
  ['a name that begins the sentence', 'Ana is not found', /Ana/],
  ['a name that begins a later one', 'could not be found. Bo neither', /Bo/],
  ['a name in small letters', 'patient ana berg missing', /ana|berg/],
  ['an illness', 'value ondt i ryggen is too long', /ondt|ryggen/],
  ['an illness that begins', 'rygsmerter: invalid value', /rygsmerter/],
  ['a street', 'Vestergade 12, 3. tv', /Vestergade/],
  ['what looks like a mark of ours', 'no [ana] here', /ana/],
  ['a name with an apostrophe', "case of O'Hara", /Hara/],
  ['what was typed, in quotation marks', 'Unexpected token "ana er syg" in JSON', /syg/],
  ['what was typed, in single ones', "invalid input syntax for type uuid: 'ana-1'", /ana/],
  ['an id', 'case 0191f7c2-91aa-7d31-a6b2-0e4be0c0ffee is closed', /0191|c0ffee/],
  ['a token', 'bad token q7Yt0Zx91LmNOp22', /q7Yt/],
  ['a query', 'failed at /cases?search=ana+proevesen&page=2', /ana|proevesen/],
  ['what PostgreSQL tells', 'Key (email)=(ana@example.dk) already exists.', /ana|example/],
  ['an URL', 'fetch https://klinik.example/patients/ana failed', /klinik|ana/],
  ['a date of birth', 'born 01-01-1970', /1970|01-01/],
  ['what a key holds', 'reason=rygsmerter', /rygsmerter/],
]

describe('an event that leaves for the error tracker', () => {
  for (const [what, message, gone] of personal) {
    test(`has no longer ${what} (T18.1)`, () => assert.doesNotMatch(scrubText(message), gone, scrubText(message)))
  }

  test('still says what broke', () => {
    assert.equal(scrubText('Cannot read properties of undefined'), 'Cannot read properties of undefined')
    assert.match(scrubText('relation "cases" does not exist'), /^relation \[quoted\] does not exist$/)
  })

  test('has never a CPR number, an e-mail address or an id, whatever stands around it (T18.1)', () => {
    const secrets = ['010170-8889', '0101708889', 'ana.p@example.dk', '0191f7c2-91aa-7d31-a6b2-0e4be0c0ffee']
    const around = fc.string({ unit: 'grapheme', maxLength: 20 })
    fc.assert(
      fc.property(around, fc.constantFrom(...secrets), around, (before, secret, after) => {
        assert.ok(!scrubText(`${before} ${secret} ${after}`).includes(secret))
      }),
    )
  })

  test('names places in our code by line, and no place on the machine', () => {
    const error = new TypeError('boom for Ana Prøvesen')
    error.stack = [
      'TypeError: boom for Ana Prøvesen',
      '    at view (file:///srv/ana/klinikbro/src/features/cases/view-case.ts:12:3)',
      '    at /srv/ana/script.ts:1:2',
      '    at node:net:1:1',
    ].join('\n')
    const event = scrubError(error, '/cases/:caseId?search=ana')
    assert.deepEqual(event.frames, ['view (src/features/cases/view-case.ts:12:3)', 'script.ts:1:2', 'node:net:1:1'])
    assert.equal(event.route, '/cases/:caseId')
    assert.doesNotMatch(JSON.stringify(event), /Ana|Prøvesen|srv/)
  })

  test('has the causes scrubbed like the error, and nothing that was attached to it', () => {
    const cause = Object.assign(new Error('Key (cpr)=(010170-8889)'), {
      code: '23505',
      detail: 'Ana',
      parameters: ['Bo'],
    })
    const event = scrubError(new Error('could not save', { cause }), '/cases')
    assert.equal(event.cause?.code, '23505')
    assert.doesNotMatch(JSON.stringify(event), /8889|Ana|Bo/)
    const circle = new Error('round')
    circle.cause = circle
    assert.ok(scrubError(circle, '/'))
    assert.equal(scrubError('thrown as text by Ana', '/').message, 'thrown as text by [name]')
  })

  test('has a path without ids and queries', () => {
    assert.equal(scrubPath('/cases/0191f7c2-91aa-7d31-a6b2-0e4be0c0ffee/consent?x=1#y'), '/cases/[id]/consent')
    assert.equal(scrubPath('/people/ana@example.dk/0101708889'), '/people/[id]/[id]')
  })
})
