import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { type AccessLine, accessLine, openAccessLog, type Visit } from './access-log.ts'
import { type AccessLogSweep, sweepAccessLogs } from './sweep-access-logs.ts'
import { readUserAgent } from './user-agent.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const visit: Visit = {
  ip: '192.0.2.7',
  route: '/appointments/:id',
  status: 200,
  bytes: 5120,
  answeredAt: Temporal.Instant.from('2026-05-04T08:00:00.123Z'),
  userAgent: chrome,
  referrer: 'https://ana:secret@search.example/find/clinics?q=ana@example.dk#0201609995',
  acceptLanguage: 'da-DK,da;q=0.9,en;q=0.5',
}
const inFolder = async (run: (folder: string) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'access-log-'))
  try {
    await run(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('a line holds exactly the fields that the privacy policy names (T6.1)', () => {
  const expected: AccessLine = {
    ip: '192.0.2.7',
    browser: 'Chrome 140',
    operatingSystem: 'Windows',
    referrer: 'https://search.example/find/clinics',
    page: '/appointments/:id',
    language: 'da',
    time: '2026-05-04T10:00:00+02:00',
    timeZone: 'Europe/Copenhagen',
    status: 200,
    bytes: 5120,
  }
  assert.deepEqual(accessLine(visit), expected)
})

test('ids, tokens and addresses in a page or referrer, and free text in any header, never enter (T6.1, T6.2)', () => {
  const secrets = ['0201609995', 'ana@example.dk', '0190b1a2-0000-7000-8000-000000000001', 'x'.repeat(43), 'Ana%20Berg']
  for (const secret of secrets) {
    const planted = { route: `/cases/${secret}`, referrer: `https://site.example/cases/${secret}?x=${secret}` }
    const line = accessLine({ ...visit, ...planted, ip: secret, userAgent: secret, acceptLanguage: `${secret}` })
    assert.ok(!JSON.stringify(line).includes(secret), JSON.stringify(line))
    assert.equal(line.page, '/cases/:id')
    assert.equal(line.ip, 'unknown')
  }
})

test('missing headers leave empty fields', () => {
  const line = accessLine({ ...visit, userAgent: undefined, referrer: undefined, acceptLanguage: undefined })
  assert.partialDeepStrictEqual(line, { browser: 'other', operatingSystem: 'other', referrer: '', language: '' })
  assert.equal(accessLine({ ...visit, referrer: 'javascript:alert(1)' }).referrer, '')
})

test('browsers are told apart though they name each other', () => {
  const mobile = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
  const android = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko)'
  const cases: [string, string, string][] = [
    [`${chrome} Edg/140.0.0.0`, 'Edge 140', 'Windows'],
    [`${mobile} Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari 18', 'iOS'],
    [`${mobile} CriOS/140.0.1 Mobile/15E148 Safari/604.1`, 'Chrome 140', 'iOS'],
    [`${android} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'Samsung Internet 28', 'Android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox 142', 'Linux'],
    ['Mozilla/5.0 (compatible; Examplebot/2.1; +http://bot.example)', 'robot', 'other'],
  ]
  for (const [header, browser, operatingSystem] of cases) {
    assert.deepEqual(readUserAgent(header), { browser, operatingSystem })
  }
})

test('each Danish day has its own file, which nobody else on the machine may read', () =>
  inFolder(async (folder) => {
    const log = openAccessLog(join(folder, 'access-log'), assert.fail)
    log.write({ ...visit, answeredAt: Temporal.Instant.from('2026-05-04T21:59:59Z') })
    log.write({ ...visit, answeredAt: Temporal.Instant.from('2026-05-04T22:00:00Z') })
    log.write({ ...visit, answeredAt: Temporal.Instant.from('2026-05-04T22:00:01Z') })
    await log.close()
    assert.deepEqual(await readdir(join(folder, 'access-log')), ['2026-05-04.jsonl', '2026-05-05.jsonl'])
    const second = join(folder, 'access-log', '2026-05-05.jsonl')
    assert.equal((await readFile(second, 'utf8')).trim().split('\n').length, 2)
    assert.equal((await stat(second)).mode & 0o077, 0)
  }))

test('a disk that fails is told once and fails no request', () =>
  inFolder(async (folder) => {
    const errors: Error[] = []
    const failed = Promise.withResolvers<void>()
    const log = openAccessLog(join(folder, 'gone'), (error) => failed.resolve(void errors.push(error)))
    await rm(join(folder, 'gone'), { recursive: true })
    log.write(visit)
    await failed.promise
    log.write(visit)
    await log.close()
    assert.equal(errors.length, 1)
  }))

test('no line grows older than 14 days when the sweep runs daily, also after the machine was off (T6.3)', () =>
  inFolder(async (folder) => {
    const days = ['2026-04-01', '2026-05-06', '2026-05-07', '2026-05-08', '2026-05-20']
    for (const day of days) await writeFile(join(folder, `${day}.jsonl`), '')
    for (const other of ['notes.txt', '2026-13-45.jsonl']) await writeFile(join(folder, other), '')
    const recorded: AccessLogSweep[] = []
    const record = async (sweep: AccessLogSweep) => void recorded.push(sweep)
    const now = Temporal.Instant.from('2026-05-20T03:00:00Z')

    await sweepAccessLogs(folder, now, { keepDays: 14, record })

    assert.deepEqual((await readdir(folder)).sort(), [
      '2026-05-08.jsonl',
      '2026-05-20.jsonl',
      '2026-13-45.jsonl',
      'notes.txt',
    ])
    assert.deepEqual(recorded, [{ sweptAt: now, erased: days.slice(0, 3).map((day) => `${day}.jsonl`), keptCount: 2 }])
    const oldestAtNextSweep = Temporal.Instant.from('2026-05-07T22:00:00Z')
      .until(now.add({ hours: 24 }))
      .total('hours')
    assert.ok(oldestAtNextSweep <= 14 * 24)
  }))

test('a sweep with nothing to erase, or no folder yet, is recorded too', () =>
  inFolder(async (folder) => {
    const recorded: AccessLogSweep[] = []
    const record = async (sweep: AccessLogSweep) => void recorded.push(sweep)
    await sweepAccessLogs(join(folder, 'missing'), visit.answeredAt, { keepDays: 14, record })
    assert.deepEqual(recorded, [{ sweptAt: visit.answeredAt, erased: [], keptCount: 0 }])
  }))
