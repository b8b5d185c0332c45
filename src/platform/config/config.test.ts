import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ConfigError, readConfig } from './config.ts'
import type { Environment } from './environment.ts'
import { localSecrets } from './local-secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'klinikbro-config-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const local = localSecrets(folder)

const production: Environment = {
  NODE_ENV: 'production',
  KLINIKBRO_BEHIND_TLS_PROXY: 'true',
  KLINIKBRO_REFERRAL_URL: 'https://klinikbro.example',
  KLINIKBRO_MARKETING_URL: 'https://www.klinikbro.example',
  KLINIKBRO_SECRETS: local.secretsFile,
  KLINIKBRO_AUDIT_KEY: local.auditKeyFile,
  KLINIKBRO_EID_ISSUER: 'https://eid.example',
  KLINIKBRO_EID_CLIENT_ID: 'klinikbro',
  KLINIKBRO_EID_CLIENT_KEY: local.clientKeyFile,
  KLINIKBRO_EID_CLAIMS: 'idura',
  KLINIKBRO_SMTP_URL: 'smtp://mail.example:587',
  KLINIKBRO_MAIL_FROM: 'post@klinikbro.example',
  KLINIKBRO_SMS_URL: 'https://sms.example',
  KLINIKBRO_SMS_TOKEN: 'a-token-nobody-may-see',
  KLINIKBRO_SMS_SENDER: 'Klinikbro',
}

function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.problems
  }
}

test('a full set of settings is read and frozen, all the way down', () => {
  const config = readConfig(production)
  assert.equal(config.mode, 'production')
  assert.equal(config.database.ownerUrl, null)
  assert.equal(config.mail.requireTls, true)
  assert.equal(config.secrets.index.length, 32)
  assert.ok(Object.isFrozen(config.http) && Object.isFrozen(config.secrets.keyEncryption[0]))
})

test('every problem is told at once, by the name of its variable', () => {
  const problems = problemsOf({ NODE_ENV: 'production', PORT: 'x', KLINIKBRO_SMS_URL: 'http://sms.example' })
  for (const name of [
    'PORT',
    'KLINIKBRO_SECRETS',
    'KLINIKBRO_EID_ISSUER',
    'KLINIKBRO_SMTP_URL',
    'KLINIKBRO_TLS_CERT',
  ]) {
    assert.ok(
      problems.some((line) => line.startsWith(name)),
      `${name} in ${problems.join('; ')}`,
    )
  }
  assert.ok(problems.includes('KLINIKBRO_SMS_URL must begin with https:// in production (T4.1)'))
})

test('an empty environment is taken for production and refused', () => {
  assert.ok(problemsOf({}).some((line) => line.includes('T4.1')))
})

test('production refuses to serve without TLS or a proxy that does it', () => {
  assert.match(problemsOf({ ...production, KLINIKBRO_BEHIND_TLS_PROXY: 'false' }).join(), /T4\.1/)
  const own = { KLINIKBRO_BEHIND_TLS_PROXY: '', KLINIKBRO_TLS_CERT: 'c.pem', KLINIKBRO_TLS_KEY: 'k.pem' }
  assert.deepEqual(readConfig({ ...production, ...own }).http.tls, { certFile: 'c.pem', keyFile: 'k.pem' })
})

test('production refuses to send log-ins, messages and mail in the open', () => {
  const open = { KLINIKBRO_EID_ISSUER: 'http://eid.example', KLINIKBRO_SMS_URL: 'HTTP://sms.example' }
  assert.equal(problemsOf({ ...production, ...open, KLINIKBRO_MAIL_REQUIRE_TLS: 'false' }).length, 3)
})

test('no message quotes a secret', () => {
  const path = join(folder, 'broken.json')
  writeFileSync(path, '{"keyEncryption":[{"epoch":1,"key":"too-short-secret"}]}')
  const told = problemsOf({ ...production, KLINIKBRO_SECRETS: path, KLINIKBRO_SMS_URL: 'ftp://user:hidden@sms' }).join(
    '\n',
  )
  assert.doesNotMatch(told, /too-short-secret|hidden|a-token/)
  assert.match(told, /KLINIKBRO_SECRETS: index is missing/)
})

test('development serves the sites under .localhost at its port', () => {
  const { KLINIKBRO_REFERRAL_URL: _r, KLINIKBRO_MARKETING_URL: _m, ...rest } = production
  const config = readConfig({ ...rest, NODE_ENV: 'development', PORT: '3100' })
  assert.equal(config.sites.referral.url.href, 'http://klinikbro.localhost:3100/')
  assert.equal(config.sites.marketing.url.href, 'http://www.klinikbro.localhost:3100/')
})

test('local secrets are made once, for their owner alone, and the public key holds no private part', () => {
  const before = readFileSync(local.secretsFile, 'utf8')
  assert.deepEqual(localSecrets(folder), local)
  assert.equal(readFileSync(local.secretsFile, 'utf8'), before)
  assert.equal(statSync(local.secretsFile).mode & 0o777, 0o600)
  assert.equal(local.clientPublicJwk.d, undefined)
  assert.equal(local.clientPublicJwk.crv, 'P-256')
})
