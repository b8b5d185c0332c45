import { Temporal } from '#kernel/time.ts'
import { choiceCookieName, type OptionalKind } from './cookies.ts'
import type { PolicyModel } from './model.ts'

type Common = {
  readonly id: string
  /** The processor behind it, by its id. */
  readonly processor: string
  /** The activity that it runs under, which holds its purpose, its basis and its period. */
  readonly activity: string
  /** One of the processor's hosts. */
  readonly host: string
}

type OfVisitors = Common & {
  /** The kind of cookies that a visitor must have said yes to. */
  readonly waitsFor: OptionalKind
  /** Everything it keeps in the browser, by the names in the register. */
  readonly keeps: readonly string[]
}

/** Counts page views. The service gets the path and the last page's host, and cuts the address short before it keeps it (T14.1). */
export type WebAnalytics = OfVisitors & {
  readonly type: 'web-analytics'
  readonly script: string
  readonly addresses: 'anonymised'
}

/** Follows one browser under a pseudonym, for at most 365 days (T17.1). */
export type BehaviourAnalytics = OfVisitors & {
  readonly type: 'behaviour-analytics'
  readonly script: string
  readonly visitors: 'pseudonymous'
}

/** Gets what broke, from our server and never from a browser, after everything personal was taken out (T18.1). */
export type ErrorTracking = Common & { readonly type: 'error-tracking'; readonly path: string }

/** Content that stands on somebody else's host: a placeholder until it is clicked or its kind agreed to (T15.1). */
export type Embed = OfVisitors & { readonly type: 'embed' }

export type ThirdParty = WebAnalytics | BehaviourAnalytics | ErrorTracking | Embed

/** What one visitor has opened: kinds by the cookie question, embeds by a click on the page they stand on. */
export type Opened = { readonly kinds: readonly OptionalKind[]; readonly embed: string | null }

/** Hosts by the part of the content security policy that they enter. */
export type OpenHosts = {
  readonly script: readonly string[]
  readonly connect: readonly string[]
  readonly frame: readonly string[]
}

/** A host under `.localhost` stands in for a service on the same machine; a site with a real name never calls it. */
export const liveThirdParties = ({ thirdParties }: PolicyModel, siteHost: string): readonly ThirdParty[] =>
  thirdParties.filter(({ host }) => !isLocal(host) || isLocal(siteHost))

/** The hosts that stand-ins have to answer at while a site runs on a developer's machine. */
export const standInHosts = (model: PolicyModel, siteHost: string): readonly string[] => [
  ...new Set(
    liveThirdParties(model, siteHost)
      .map(({ host }) => host)
      .filter(isLocal),
  ),
]

const isLocal = (host: string) => host.endsWith('.localhost')

/** The scripts that a page carries for this visitor. */
export const openScripts = (
  live: readonly ThirdParty[],
  opened: Opened,
): readonly (WebAnalytics | BehaviourAnalytics)[] =>
  live.filter(isScript).filter(({ waitsFor }) => opened.kinds.includes(waitsFor))

const isScript = (one: ThirdParty): one is WebAnalytics | BehaviourAnalytics =>
  one.type === 'web-analytics' || one.type === 'behaviour-analytics'

/** The embedded contents that a page shows to this visitor instead of their placeholders. */
export const openEmbeds = (live: readonly ThirdParty[], opened: Opened): readonly Embed[] =>
  live
    .filter((one) => one.type === 'embed')
    .filter(({ id, waitsFor }) => id === opened.embed || opened.kinds.includes(waitsFor))

export function openHosts(live: readonly ThirdParty[], opened: Opened): OpenHosts {
  const called = [...new Set(openScripts(live, opened).map(({ host }) => host))]
  const framed = [...new Set(openEmbeds(live, opened).map(({ host }) => host))]
  return { script: called, connect: called, frame: framed }
}

/** A third party is on only if contract, host, period and cookies are all declared; otherwise the site does not start (T4.3, T7.2). */
export function thirdPartyProblems(model: PolicyModel): string[] {
  return [
    ...model.thirdParties.flatMap((one) => [...contractProblems(model, one), ...periodProblems(model, one)]),
    ...model.thirdParties.flatMap((one) => ('keeps' in one ? registerProblems(model, one) : [])),
    ...unaskedCookies(model),
  ]
}

function contractProblems({ processors, activities }: PolicyModel, one: ThirdParty): string[] {
  const processor = processors.find(({ id }) => id === one.processor)
  if (!processor) return [`Third party ${one.id} is run by ${one.processor}, who is no declared processor (T4.3)`]
  const activity = activities.find(({ id }) => id === one.activity)
  const restsOnConsent = activity?.basis.article6 === 'consent'
  return [
    ...(isDate(processor.agreedOn) ? [] : [`Processor ${processor.id} has no agreement (T4.3)`]),
    ...(processor.hosts.includes(one.host)
      ? []
      : [`Third party ${one.id} calls ${one.host}, not a host of its processor`]),
    ...(activity ? [] : [`Third party ${one.id} runs under ${one.activity}, which is no activity`]),
    ...('waitsFor' in one && activity && !restsOnConsent
      ? [`Third party ${one.id} needs consent as its basis (T7.2)`]
      : []),
  ]
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
const mostDays = 365

function periodProblems({ activities }: PolicyModel, one: ThirdParty): string[] {
  const period = activities.find(({ id }) => id === one.activity)?.retention.maximum.period
  if (one.type !== 'behaviour-analytics' || !period) return []
  const days = Temporal.Duration.from(period).total({ unit: 'days', relativeTo: '2026-01-01' })
  return days <= mostDays ? [] : [`Third party ${one.id} keeps behaviour for ${period}, more than 365 days (T17.1)`]
}

function registerProblems({ cookies }: PolicyModel, one: Extract<ThirdParty, OfVisitors>): string[] {
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
function unaskedCookies({ cookies, thirdParties }: PolicyModel): string[] {
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
