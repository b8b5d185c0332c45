import { z } from 'zod'
import type { Environment } from './environment.ts'
import { productionProblems } from './production-rules.ts'
import { readSecrets, type Secrets } from './secrets-file.ts'

export type Config = {
  readonly mode: 'development' | 'production' | 'test'
  readonly dataFolder: string
  readonly http: {
    readonly host: string
    readonly port: number
    readonly tls: { readonly certFile: string; readonly keyFile: string } | null
    readonly behindTlsProxy: boolean
  }
  readonly sites: { readonly referral: { readonly url: URL }; readonly marketing: { readonly url: URL } }
  /** Null means the PostgreSQL that comes with the packages. */
  readonly database: { readonly ownerUrl: string | null }
  readonly secrets: Secrets
  /** Where they were read, to follow when keys are rotated. */
  readonly secretsFile: string
  /** The private key that the ends of the audit trail are signed with: Ed25519, a JWK. */
  readonly auditKeyFile: string
  readonly eid: {
    readonly issuer: URL
    readonly clientId: string
    readonly clientKeyFile: string
    readonly claims: 'idura' | 'signaturgruppen'
    readonly allowHttp: boolean
  }
  readonly mail: { readonly smtpUrl: URL; readonly from: string; readonly requireTls: boolean }
  readonly sms: { readonly baseUrl: URL; readonly token: string; readonly sender: string }
}

/** Everything that is wrong with the settings, a readable line each; never holds a value that could be secret. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`The settings are not right:\n${problems.map((line) => `  - ${line}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const needed = z.string('is missing').trim().min(1, 'is missing')
const address = (...schemes: string[]) =>
  needed.refine((text) => schemes.includes(urlOf(text)?.protocol ?? ''), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
    abort: true,
  })
const webAddress = address('http:', 'https:').transform((text) => new URL(text))
const yesNo = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true')
const port = z.coerce.number('must be a port number').int().min(1).max(65_535, 'must be a port number')

const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('production'),
  HOST: z.string().optional(),
  PORT: port.default(3000),
  KLINIKBRO_DATA: z.string().min(1).default('.data'),
  KLINIKBRO_TLS_CERT: z.string().min(1).optional(),
  KLINIKBRO_TLS_KEY: z.string().min(1).optional(),
  KLINIKBRO_BEHIND_TLS_PROXY: yesNo.default(false),
  KLINIKBRO_REFERRAL_URL: webAddress,
  KLINIKBRO_MARKETING_URL: webAddress,
  DATABASE_URL: address('postgresql:', 'postgres:').optional(),
  KLINIKBRO_SECRETS: needed,
  KLINIKBRO_AUDIT_KEY: needed,
  KLINIKBRO_EID_ISSUER: webAddress,
  KLINIKBRO_EID_CLIENT_ID: needed,
  KLINIKBRO_EID_CLIENT_KEY: needed,
  KLINIKBRO_EID_CLAIMS: z.enum(['idura', 'signaturgruppen'], 'must be idura or signaturgruppen'),
  KLINIKBRO_SMTP_URL: address('smtp:', 'smtps:').transform((text) => new URL(text)),
  KLINIKBRO_MAIL_FROM: needed,
  KLINIKBRO_MAIL_REQUIRE_TLS: yesNo.default(true),
  KLINIKBRO_SMS_URL: webAddress,
  KLINIKBRO_SMS_TOKEN: needed,
  KLINIKBRO_SMS_SENDER: needed.max(11, 'may be 11 characters at most'),
})
type Variables = z.infer<typeof variables>

/** Settings from environment variables (docs/operations.md lists them), frozen. Throws ConfigError with every problem at once. */
export function readConfig(env: Environment): Config {
  const given = withSiteDefaults(withoutEmpty(env))
  const parsed = variables.safeParse(given)
  const secrets = given.KLINIKBRO_SECRETS ? readSecrets(given.KLINIKBRO_SECRETS) : { secrets: null, problems: [] }
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  const mode = parsed.success ? parsed.data.NODE_ENV : (given.NODE_ENV ?? 'production')
  const unsafe = mode === 'production' ? productionProblems(given) : []
  const problems = [...wrong, ...tlsPairProblems(given), ...secrets.problems, ...unsafe]
  if (problems.length > 0 || !parsed.success || !secrets.secrets) throw new ConfigError(problems)
  return deepFreeze(arrange(parsed.data, secrets.secrets))
}

/** Only here is `process.env` read. */
export const processEnvironment = (): Environment => withoutEmpty(process.env)

// An empty variable in a container's settings means "not set".
const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))

function withSiteDefaults(env: Environment): Environment {
  if ((env.NODE_ENV ?? 'production') === 'production') return env
  const at = (host: string) => `http://${host}:${Number(env.PORT) || 3000}`
  const sites = {
    KLINIKBRO_REFERRAL_URL: at('klinikbro.localhost'),
    KLINIKBRO_MARKETING_URL: at('www.klinikbro.localhost'),
  }
  return { ...sites, ...env }
}

function tlsPairProblems(env: Environment): string[] {
  const isPair = Boolean(env.KLINIKBRO_TLS_CERT) === Boolean(env.KLINIKBRO_TLS_KEY)
  return isPair ? [] : ['KLINIKBRO_TLS_CERT and KLINIKBRO_TLS_KEY must be given together']
}

function arrange(env: Variables, secrets: Secrets): Config {
  const [certFile, keyFile] = [env.KLINIKBRO_TLS_CERT, env.KLINIKBRO_TLS_KEY]
  const isProduction = env.NODE_ENV === 'production'
  return {
    mode: env.NODE_ENV,
    dataFolder: env.KLINIKBRO_DATA,
    http: {
      host: env.HOST ?? (isProduction ? '::' : '127.0.0.1'),
      port: env.PORT,
      tls: certFile && keyFile ? { certFile, keyFile } : null,
      behindTlsProxy: env.KLINIKBRO_BEHIND_TLS_PROXY,
    },
    sites: { referral: { url: env.KLINIKBRO_REFERRAL_URL }, marketing: { url: env.KLINIKBRO_MARKETING_URL } },
    database: { ownerUrl: env.DATABASE_URL ?? null },
    secrets,
    secretsFile: env.KLINIKBRO_SECRETS,
    auditKeyFile: env.KLINIKBRO_AUDIT_KEY,
    eid: {
      issuer: env.KLINIKBRO_EID_ISSUER,
      clientId: env.KLINIKBRO_EID_CLIENT_ID,
      clientKeyFile: env.KLINIKBRO_EID_CLIENT_KEY,
      claims: env.KLINIKBRO_EID_CLAIMS,
      allowHttp: !isProduction,
    },
    mail: {
      smtpUrl: env.KLINIKBRO_SMTP_URL,
      from: env.KLINIKBRO_MAIL_FROM,
      requireTls: env.KLINIKBRO_MAIL_REQUIRE_TLS,
    },
    sms: { baseUrl: env.KLINIKBRO_SMS_URL, token: env.KLINIKBRO_SMS_TOKEN, sender: env.KLINIKBRO_SMS_SENDER },
  }
}

function deepFreeze<Value>(value: Value): Value {
  // A buffer's bytes cannot be frozen, and freezing a view of them throws.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}

const urlOf = (text: string) => (URL.canParse(text) ? new URL(text) : null)
