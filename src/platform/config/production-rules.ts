import type { Environment } from './environment.ts'

/** What is allowed on a developer's machine and nowhere else. Promise T4.1: everything that leaves the machine is encrypted. */
export function productionProblems(env: Environment): string[] {
  const problems: string[] = []
  const hasTls = Boolean(env.KLINIKBRO_TLS_CERT && env.KLINIKBRO_TLS_KEY)
  if (!hasTls && env.KLINIKBRO_BEHIND_TLS_PROXY !== 'true') {
    problems.push(
      'KLINIKBRO_TLS_CERT and KLINIKBRO_TLS_KEY are needed, or KLINIKBRO_BEHIND_TLS_PROXY=true where a proxy does TLS (T4.1)',
    )
  }
  for (const name of encryptedAddresses) {
    if (env[name]?.toLowerCase().startsWith('http:'))
      problems.push(`${name} must begin with https:// in production (T4.1)`)
  }
  if (env.KLINIKBRO_MAIL_REQUIRE_TLS === 'false') {
    problems.push('KLINIKBRO_MAIL_REQUIRE_TLS must be true in production (T4.1)')
  }
  return problems
}

const encryptedAddresses = [
  'KLINIKBRO_REFERRAL_URL',
  'KLINIKBRO_MARKETING_URL',
  'KLINIKBRO_EID_ISSUER',
  'KLINIKBRO_SMS_URL',
]
