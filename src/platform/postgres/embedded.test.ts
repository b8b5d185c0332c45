import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { roleUrls } from '#platform/db/role-urls.ts'
import { isRoot } from './account.ts'
import { createOwner, serverMajor } from './create-owner.sql.ts'
import { startEmbedded } from './embedded.ts'
import { FolderInUse } from './folder-lock.ts'

const folder = openFolder()
after(() => rmSync(folder, { recursive: true, force: true }))

function openFolder() {
  const made = mkdtempSync(join(tmpdir(), 'klinikbro-test-'))
  chmodSync(made, 0o755)
  return made
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const withPassword = (url: string, password: string) => {
  const changed = new URL(url)
  changed.password = password
  return changed.href
}

test('the owner owns its database, is no superuser, and the roles log in beside it', async () => {
  const embedded = await startEmbedded({ folder, durable: false })
  try {
    const owner = { database: 'bridge', owner: 'bridge_owner', password: 'p w/ø?' }
    await createOwner(embedded, owner)
    await createOwner(embedded, owner)
    const url = withPassword(embedded.url('bridge_owner', 'bridge'), owner.password)
    const [row] = await ask(
      url,
      `select rolsuper, rolcreaterole, current_setting('server_encoding') as encoding, upper('æøå') as big,
         (select count(*)::int from pg_extension where extname in ('btree_gist', 'pg_trgm', 'pgcrypto')) as extensions
       from pg_roles where rolname = current_user`,
    )
    const expected = { rolsuper: false, rolcreaterole: true, encoding: 'UTF8', big: 'ÆØÅ', extensions: 3 }
    assert.deepEqual(row, expected)
    const urls = roleUrls(url, Buffer.alloc(32, 7))
    const password = decodeURIComponent(new URL(urls.request).password)
    await ask(url, `create role klinikbro_request login password ${pg.escapeLiteral(password)}`)
    assert.deepEqual(await ask(urls.request, 'select current_user::text as me'), [{ me: 'klinikbro_request' }])
    await assert.rejects(ask(withPassword(url, 'wrong'), 'select 1'), /password authentication failed/)
    assert.equal(await serverMajor(url), 18)
  } finally {
    await embedded.stop()
  }
})

test('a second start on the same folder says which process has it', async () => {
  const embedded = await startEmbedded({ folder })
  try {
    await assert.rejects(startEmbedded({ folder }), (error) => {
      assert.ok(error instanceof FolderInUse)
      assert.match(error.message, new RegExp(`already run by process ${process.pid}`))
      return true
    })
  } finally {
    await embedded.stop()
  }
})

test('a committed row survives kill -9 of Node, and the server does not outlive it', async () => {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)}
    import pg from ${JSON.stringify(import.meta.resolve('pg'))}
    const embedded = await startEmbedded({ folder: ${JSON.stringify(folder)} })
    const client = new pg.Client({ connectionString: embedded.url('postgres', 'postgres') })
    await client.connect()
    await client.query('create table kept (word text)')
    await client.query("insert into kept values ('committed')")
    await client.query("begin; insert into kept values ('not committed')")
    console.log('written')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const embedded = await startEmbedded({ folder })
  try {
    assert.deepEqual(await ask(embedded.url('postgres', 'postgres'), 'select word from kept'), [{ word: 'committed' }])
  } finally {
    await embedded.stop()
  }
})

test('a pid file whose pid has gone to another program does not stop the start', async () => {
  const data = join(folder, 'postgres-18', 'data')
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1700000000\n5432\n\n\n\nready\n`)
  const embedded = await startEmbedded({ folder })
  await embedded.stop()
  assert.equal(existsSync(join(data, 'postmaster.pid')), false)
})

test('what an interrupted first start left behind is cleared', async () => {
  const fresh = openFolder()
  try {
    mkdtempSync(join(fresh, 'making-'))
    const embedded = await startEmbedded({ folder: fresh, durable: false })
    await embedded.stop()
    assert.deepEqual(
      readdirSync(fresh).filter((name) => name.startsWith('making-')),
      [],
    )
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
})

test('root lends the server another account, also where that account may not enter', { skip: !isRoot() }, async () => {
  const closed = mkdtempSync(join(tmpdir(), 'klinikbro-test-'))
  let home = ''
  try {
    const embedded = await startEmbedded({ folder: closed, durable: false })
    home = realpathSync(join(closed, 'postgres-18'))
    await embedded.stop()
    assert.notEqual(statSync(home).uid, 0)
    const again = await startEmbedded({ folder: closed, durable: false })
    await again.stop()
  } finally {
    if (home) rmSync(dirname(home), { recursive: true, force: true })
    rmSync(closed, { recursive: true, force: true })
  }
})
