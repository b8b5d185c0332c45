import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'
import type { LogFields } from './log-fields.ts'

const planted = ['0201609995', '020160-9995', 'ana@example.dk', 'Ana Berg', '+4512345678']
const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let out = ''
  write(createLog({ write: (line) => void (out += line) }))
  return out
}
const showsNothingOf = (out: string) => {
  for (const secret of [...planted, '201609995', '12345678']) assert.ok(!out.includes(secret), `${secret} in ${out}`)
}
const every: Required<LogFields> = {
  requestId: '',
  jobId: '',
  caseId: '',
  appointmentId: '',
  organisationId: '',
  route: '',
  method: '',
  site: '',
  task: '',
  outcome: '',
  rule: '',
  reason: '',
  errorClass: '',
  code: '',
  constraint: '',
  version: '',
  status: 0,
  durationMs: 0,
  count: 0,
  attempt: 0,
  epoch: 0,
  port: 0,
  kilobytes: 0,
  isReady: true,
  isFirst: true,
}

test('an event is one line with its name, its time and its fields', () => {
  const id = '0190b1a2-0000-7000-8000-000000000001'
  const out = written((log) => log.event('job.parked', { jobId: id, task: 'send-mail', attempt: 3, isFirst: false }))
  const { time, ...rest } = JSON.parse(out)
  assert.match(time, /^\d{4}-\d\d-\d\dT.*Z$/)
  assert.deepEqual(rest, {
    level: 'info',
    event: 'job.parked',
    jobId: id,
    task: 'send-mail',
    attempt: 3,
    isFirst: false,
  })
})

test('routes, SQL states, constraint names and versions pass', () => {
  const fields = { route: '/appointments/:id/cancellation', method: 'POST', code: '23P01', version: '24.21.0' }
  const out = JSON.parse(written((log) => log.event('http.answered', { ...fields, constraint: 'slots_no_overlap' })))
  assert.partialDeepStrictEqual(out, { ...fields, constraint: 'slots_no_overlap' })
})

test('a CPR, name, e-mail or phone number planted in any field, as text, number or object, never comes out', () => {
  for (const field of Object.keys(every)) {
    for (const secret of [...planted, 201609995, 12345678, { cpr: '0201609995' }, ['ana@example.dk']]) {
      const out = written((log) => log.event('x', { [field]: secret } as LogFields))
      showsNothingOf(out)
      assert.equal(JSON.parse(out)[field], '[refused]')
    }
  }
})

test('a field or event name that nobody allowed never comes out', () => {
  const fields = { email: 'ana@example.dk', toString: 'Ana Berg', constructor: '0201609995' }
  const out = written((log) => log.event('mail to ana@example.dk', fields as LogFields))
  showsNothingOf(out)
  assert.equal(JSON.parse(out).event, '[refused]')
})

test('an error shows class, code, constraint and where it happened', () => {
  const error = Object.assign(new RangeError('x'), { code: '23505', constraint: 'accounts_email_key' })
  const logged = JSON.parse(written((log) => log.error('request.failed', error, { route: '/accounts' })))
  assert.equal(logged.level, 'error')
  assert.partialDeepStrictEqual(logged.error, {
    errorClass: 'RangeError',
    code: '23505',
    constraint: 'accounts_email_key',
  })
  assert.match(logged.error.frames[0], /log\.test\.ts:\d+:\d+/)
})

test('an error says nothing of its message, its extra properties or its causes’ messages', () => {
  for (const secret of planted) {
    const cause = Object.assign(new Error(`Key (email)=(${secret}) already exists`), { detail: secret, code: secret })
    const error = new Error(`Failed for ${secret}`, { cause })
    error.name = secret
    const out = written((log) => log.error('request.failed', error))
    showsNothingOf(out)
    assert.equal(JSON.parse(out).error.cause.errorClass, 'Error')
  }
})

test('a message that imitates a stack says nothing either, even after it was replaced', () => {
  for (const secret of planted) {
    const error = new Error(`x\n    at ${secret}\n    at run (/srv/${secret}:1:1)\n    at /${secret}:1:1`)
    showsNothingOf(written((log) => log.error('request.failed', error)))
    error.message = 'replaced'
    showsNothingOf(written((log) => log.error('request.failed', error)))
  }
})

test('what is thrown without being an error says nothing', () => {
  for (const secret of planted) showsNothingOf(written((log) => log.error('request.failed', secret)))
  showsNothingOf(written((log) => log.error('request.failed', { message: 'Ana Berg', stack: 'Ana Berg' })))
})
