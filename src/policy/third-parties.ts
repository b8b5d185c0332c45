import type { OptionalKind } from './cookies.ts'

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

type Calling = { readonly thirdParties: readonly ThirdParty[] }

/** A host under `.localhost` stands in for a service on the same machine; a site with a real name never calls it. */
export const liveThirdParties = ({ thirdParties }: Calling, siteHost: string): readonly ThirdParty[] =>
  thirdParties.filter(({ host }) => !isLocal(host) || isLocal(siteHost))

/** The hosts that stand-ins have to answer at while a site runs on a developer's machine. */
export const standInHosts = (model: Calling, siteHost: string): readonly string[] => [
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
