// Runs the commands of the README as a newcomer would: on a clone of what is committed, with nothing prepared but the packages.
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { CannotStart, claimPorts } from '#platform/local/free-port.ts'
import { routes } from '#src/routes.ts'
import { Browser, plain } from './harness/browser.ts'

const [readme, lock] = ['README.md', 'package-lock.json'].map((path) => readFileSync(path, 'utf8')) as [string, string]
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.trim().split('\n'))
  .map((line) => line.replace(/\s+#.*$/, ''))

/** The README's own line that begins so; a test runs nothing that stands nowhere in it. */
function command(begin: string): string {
  const line = commands.find((one) => one.startsWith(begin))
  assert.ok(line, `The README shows no ${begin}`)
  return line
}

describe('a newcomer with a clean clone', () => {
  let clone: string
  let port: number
  let started: Started
  before(async () => {
    clone = freshClone()
    port = await freePort()
  })
  after(async () => {
    await started?.stop()
    rmSync(clone, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })

  test('starts it, and is told where everything is and who to log in as', async () => {
    started = start(clone, port)
    const told = await started.told(/Ctrl-C stops it/)
    assert.match(told, new RegExp(`Patients, insurers and clinics: http://klinikbro\\.localhost:${port}/`))
    assert.match(told, new RegExp(`About Klinikbro: http://www\\.klinikbro\\.localhost:${port}/`))
    const [, table = ''] = /## Log in([\s\S]*?)\n## /.exec(readme) ?? []
    const people = [...table.matchAll(/^\| [^|]+ \| (?:`([^`]+)`|([^|,]+),)/gm)].map(
      ([, mail, name]) => mail ?? name ?? '',
    )
    assert.ok(people.length >= 5)
    for (const who of people) assert.ok(told.includes(who), `${who} is not in the table of log-ins`)
  })

  test('opens both sites, the mailbox, and asks whether all is well', async () => {
    assert.match((await browserAt(port, 'klinikbro.localhost').get('/')).text, /MitID/)
    assert.equal((await browserAt(port, 'www.klinikbro.localhost').get('/')).status, 200)
    assert.deepEqual(await (await fetch(`http://127.0.0.1:${port}/health`)).json(), { status: 'pass' })
    const [, mailbox = ''] = /Mail and SMS that were sent: (\S+)/.exec(started.soFar()) ?? []
    assert.equal((await fetch(mailbox)).status, 200)
  })

  test('logs in as the case handler, with the password and the code that the README tells of', async () => {
    const asked = command('bin/demo-code')
    const [, email = ''] = /bin\/demo-code (\S+)/.exec(asked) ?? []
    const [, password = ''] = /password is `([^`]+)`/.exec(readme) ?? []
    const browser = browserAt(port, 'klinikbro.localhost')
    await browser.get(routes.logIn.staff.form.href({}))
    await browser.postAndFollow(routes.logIn.staff.create.href({}), { email, password })
    const [code = ''] = /\b\d{6}\b/.exec(run(clone, asked)) ?? []
    await browser.postAndFollow(routes.logIn.secondFactor.create.href({}), { code })
    const cases = await browser.get(routes.case.list.href({}))
    assert.equal(cases.status, 200)
    assert.match(plain(cases.text), /Sager/)
  })

  test('stops it, and finds the same world again', async () => {
    assert.equal(await started.stop(), 0)
    assert.doesNotMatch(started.soFar(), /there already/)
    started = start(clone, port)
    const told = await started.told(/Ctrl-C stops it/)
    assert.match(told, /the demo world is there already/)
    assert.match(told, /Log in as/)
  })

  test('runs a few tests, and the last line says how many passed', () => {
    const last = run(clone, command('bin/test kernel')).trim().split('\n').at(-1)
    assert.match(last ?? '', /^[1-9]\d* passed, 0 failed$/)
  })

  test('has a new action written, which compiles, passes the linter, and fails until it is finished', () => {
    run(clone, 'bin/new-action leads archive-lead operator.answerLead lead.answer')
    const written = ['.ts', '.view.tsx', '.test.ts'].map((end) => `src/features/leads/archive-lead${end}`)
    run(clone, `node_modules/.bin/oxlint --type-aware --deny-warnings ${written.join(' ')}`)
    run(clone, `node_modules/.bin/biome check --error-on-warnings ${written.join(' ')}`)
    const { output: types } = tried(clone, 'node_modules/.bin/tsc --noEmit -p .')
    assert.doesNotMatch(types, /archive-lead/)
    const { failed, output } = tried(clone, 'bin/test archive-lead')
    assert.ok(failed)
    assert.match(output, /archive-lead\.test\.ts is not written: say what archive-lead does/)
  })
})

/** What is committed, with the packages of this folder where they are the same ones; else bin/start installs them. */
function freshClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'klinikbro-clone-'))
  // The database refuses to run as root and then runs as somebody else, who must be able to get here.
  chmodSync(folder, 0o755)
  const clone = join(folder, 'klinikbro')
  execFileSync('git', ['clone', '--quiet', '.', clone])
  const isSame = readFileSync(join(clone, 'package-lock.json'), 'utf8') === lock
  if (isSame && existsSync('node_modules')) symlinkSync(resolve('node_modules'), join(clone, 'node_modules'))
  return clone
}

async function freePort(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000)
    try {
      await claimPorts(first, 4, command('bin/start'))
      return first
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error
    }
  }
}

/** As a terminal has it: nothing of the test run that we are part of. */
const terminal = () => {
  const kept = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), npm_config_prefer_offline: 'true' }
}

const run = (clone: string, line: string) =>
  execFileSync('bash', ['-c', line], {
    cwd: clone,
    env: terminal(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** A command that may fail, with all it printed. */
function tried(clone: string, line: string): { failed: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: clone, env: terminal(), encoding: 'utf8' })
  return { failed: status !== 0, output: stdout + stderr }
}

type Started = {
  soFar(): string
  /** All that was printed, once it holds this. Fails when the command ends before. */
  told(what: RegExp): Promise<string>
  /** As Ctrl-C does; the exit code. */
  stop(): Promise<number | null>
}

/** The README's `PORT=... bin/start`, at a port that is free here. */
function start(clone: string, port: number): Started {
  const line = command('PORT=').replace(/\d+/, String(port))
  const child: ChildProcess = spawn('bash', ['-c', `exec env ${line}`], {
    cwd: clone,
    env: terminal(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  let printed = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      for (const listener of listeners) listener()
    })
  }
  const holds = (what: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => what.test(printed) && resolve(printed)
      listeners.add(look)
      look()
    })
  return {
    soFar: () => printed,
    told: (what) =>
      Promise.race([
        holds(what),
        ended.then((code) => assert.fail(`${line} ended with ${code} before it said ${what}:\n${printed}`)),
      ]),
    stop: () => {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** Names under .localhost lead to this machine in a browser, but not in every resolver: ask the address for the host. */
function browserAt(port: number, host: string): Browser {
  const ask = async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    const headers = new Headers(request.headers)
    headers.set('host', `${host}:${port}`)
    const body = request.method === 'GET' ? null : await request.text()
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
      method: request.method,
      headers,
      body,
      redirect: 'manual',
    })
  }
  return new Browser(ask, new URL(`http://${host}:${port}`))
}
