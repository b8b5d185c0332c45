import { Temporal } from '#kernel/time.ts'
import { type Cookie, choiceCookieName } from './cookies.ts'
import type { Processor } from './processors.ts'
import type { ThirdParty } from './third-parties.ts'

/** What of a policy model says whether its third parties may be called. */
type Declared = {
  readonly activities: readonly {
    readonly id: string
    readonly basis: { readonly article6: string }
    readonly retention: { readonly maximum: { readonly period: string } }
  }[]
  readonly cookies: readonly Cookie[]
  readonly processors: readonly Processor[]
  readonly thirdParties: readonly ThirdParty[]
}

/** A third party is on only if contract, host, period and cookies are all declared; otherwise the site does not start (T4.3, T7.2). */
export function thirdPartyProblems(model: Declared): string[] {
  return [
    ...model.thirdParties.flatMap((one) => [...contractProblems(model, one), ...periodProblems(model, one)]),
    ...model.thirdParties.flatMap((one) => ('keeps' in one ? registerProblems(model, one) : [])),
    ...unaskedCookies(model),
  ]
}

function contractProblems({ processors, activities }: Declared, one: ThirdParty): string[] {
  const processor = processors.find(({ id }) => id === one.processor)
  if (!processor) return [`Third party ${one.id} is run by ${one.processor}, who is no declared processor (T4.3)`]
  const activity = activities.find(({ id }) => id === one.activity)
  const restsOnConsent = activity?.basis.article6 === 'consent'
  return [
    ...(processor.hosts.includes(one.host)
      ? []
      : [`Third party ${one.id} calls ${one.host}, not a host of its processor`]),
    ...(activity ? [] : [`Third party ${one.id} runs under ${one.activity}, which is no activity`]),
    ...('waitsFor' in one && activity && !restsOnConsent
      ? [`Third party ${one.id} needs consent as its basis (T7.2)`]
      : []),
  ]
}

const mostDays = 365

function periodProblems({ activities }: Declared, one: ThirdParty): string[] {
  const period = activities.find(({ id }) => id === one.activity)?.retention.maximum.period
  if (one.type !== 'behaviour-analytics' || !period) return []
  const days = Temporal.Duration.from(period).total({ unit: 'days', relativeTo: '2026-01-01' })
  return days <= mostDays ? [] : [`Third party ${one.id} keeps behaviour for ${period}, more than 365 days (T17.1)`]
}

function registerProblems({ cookies }: Declared, one: Extract<ThirdParty, { readonly waitsFor: string }>): string[] {
  return one.keeps.flatMap((name) => {
    const cookie = cookies.find((declared) => declared.name === name)
    if (!cookie) return [`Third party ${one.id} keeps ${name}, which is not in the cookie register (T7.2)`]
    if (cookie.setBy !== one.processor) return [`Cookie ${name} of ${one.id} is declared as set by ${cookie.setBy}`]
    return cookie.kind === one.waitsFor
      ? []
      : [`Cookie ${name} is ${cookie.kind}, but ${one.id} waits for ${one.waitsFor}`]
  })
}

/** Nothing optional without somebody who sets it, and nothing asked without a cookie for the answer (R4.1). */
function unaskedCookies({ cookies, thirdParties }: Declared): string[] {
  const kept = new Set(thirdParties.flatMap((one) => ('keeps' in one ? one.keeps : [])))
  const optional = cookies.filter(({ kind }) => kind !== 'necessary')
  const stray = optional.filter(({ name, setBy }) => setBy !== 'us' && !kept.has(name))
  const asks = optional.length > 0 || thirdParties.some((one) => 'waitsFor' in one)
  const remembers = cookies.some(({ name, kind }) => name === choiceCookieName && kind === 'necessary')
  return [
    ...stray.map(({ name, setBy }) => `Cookie ${name} is set by ${setBy}, and no third party of the site keeps it`),
    ...(asks && !remembers
      ? [`The site asks about cookies and has no ${choiceCookieName} cookie for the answer (R4.1)`]
      : []),
  ]
}
