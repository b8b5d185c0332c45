import type { Language } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import { signValue, verifyValue } from '#platform/crypto/tokens.ts'
import type { PageConsent } from '#platform/html/page.ts'
import { cookieQuestionOf, questionVersion } from '#policy/cookie-question.ts'
import { choiceCookieName, type OptionalKind, optionalKinds, secondsOf } from '#policy/cookies.ts'
import {
  liveThirdParties,
  type Opened,
  type OpenHosts,
  openEmbeds,
  openHosts,
  openScripts,
  type ThirdParty,
} from '#policy/third-parties.ts'
import { browserErrorsPath } from './browser-errors.ts'
import type { Site } from './site.ts'

/**
 * An answer to the cookie question. It stands in the ledger under its consent id; what the browser keeps is a signed receipt of that row, so
 * that every page, those of errors included, knows what is agreed to without looking it up, and nobody can plant a yes.
 */
export type CookieChoice = {
  readonly consentId: string
  /** Which question was answered: another one has to be asked again. */
  readonly version: string
  readonly kinds: readonly OptionalKind[]
  readonly chosenAt: Temporal.Instant
}

/** The receipt for the browser. */
export function sealChoice(sessionKey: Buffer, { consentId, version, kinds, chosenAt }: CookieChoice): string {
  const seconds = Math.floor(chosenAt.epochMilliseconds / 1000)
  return signValue(sessionKey, choiceCookieName, [consentId, version, seconds, kinds.join('_')].join('.'))
}

/** The answer that a receipt is for, or null when we did not write it. */
export function openChoice(sessionKey: Buffer, receipt: string | null): CookieChoice | null {
  const value = receipt === null ? null : verifyValue(sessionKey, choiceCookieName, receipt)
  if (value === null) return null
  const [consentId = '', version = '', seconds = '', kinds = ''] = value.split('.')
  return {
    consentId,
    version,
    kinds: optionalKinds.filter((kind) => kinds.split('_').includes(kind)),
    chosenAt: Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000),
  }
}

/** What this visitor of a site has been asked and has answered, and what is open to third parties because of it. */
export type Consent = {
  readonly live: readonly ThirdParty[]
  readonly choice: CookieChoice | null
  readonly opened: Opened
  readonly hosts: OpenHosts
  readonly version: string
}

type Arriving = {
  readonly url: URL
  readonly receipt: string | null
  readonly sessionKey: Buffer
  readonly now: Temporal.Instant
  /** The visitor came from a page of ours: only then does `?embed=` count as a click. */
  readonly fromOurPage: boolean
}

export function consentOf(site: Site, { url, receipt, sessionKey, now, fromOurPage }: Arriving): Consent {
  const { live, version } = thirdPartiesOf(site)
  const given = openChoice(sessionKey, receipt)
  const choice = given?.version === version && !isOver(site, given, now) ? given : null
  const embed = fromOurPage ? url.searchParams.get('embed') : null
  const opened = { kinds: choice?.kinds ?? [], embed }
  const { script, connect, frame } = openHosts(live, opened)
  const origins = (hosts: readonly string[]) => hosts.map((host) => originOf(site, host))
  const hosts = { script: origins(script), connect: origins(connect), frame: origins(frame) }
  return { live, choice, opened, hosts, version }
}

/** The proof is renewed once its cookie's own lifetime is over, also in a browser that kept it longer. */
function isOver({ gate }: Site, { chosenAt }: CookieChoice, now: Temporal.Instant): boolean {
  const declared = gate.model.cookies.find(({ name }) => name === choiceCookieName)
  const seconds = declared ? secondsOf(declared.lifetime) : null
  return seconds !== null && Temporal.Instant.compare(chosenAt.add({ seconds }), now) <= 0
}

const known = new WeakMap<Site, { live: readonly ThirdParty[]; version: string }>()

/** Worked out once for each site: the policy does not change while it is served. */
function thirdPartiesOf(site: Site) {
  const { model } = site.gate
  let found = known.get(site)
  if (!found) {
    const live = liveThirdParties(model, site.url.hostname)
    found = { live, version: questionVersion(model, live) }
    known.set(site, found)
  }
  return found
}

/** A stand-in on the same machine answers at the site's own port. */
const originOf = ({ url }: Site, host: string) =>
  `${url.protocol}//${host}${host.endsWith('.localhost') && url.port ? `:${url.port}` : ''}`

/** What a page shows of it: the question while it waits, the scripts and contents that are open, what must be cleared away. */
export function pageConsentOf(site: Site, consent: Consent, language: Language): PageConsent {
  const { live, choice, opened } = consent
  const question = site.links.cookies ? cookieQuestionOf(site.gate.model, live, language) : null
  return {
    question,
    at: site.links.cookies,
    version: consent.version,
    choice,
    kinds: opened.kinds,
    scripts: openScripts(live, opened).map(({ id, host, script }) => ({ id, src: originOf(site, host) + script })),
    errorsAt: live.some(({ type }) => type === 'error-tracking') ? browserErrorsPath : null,
    embeds: openEmbeds(live, opened).map(({ id }) => id),
    refused: keptWithout(site, opened.kinds),
  }
}

/** Whatever lies in a browser without a yes, by place: `session-storage:name`. */
const keptWithout = ({ gate: { model } }: Site, kinds: readonly OptionalKind[]): readonly string[] =>
  model.cookies
    .filter(({ kind }) => kind !== 'necessary' && !kinds.includes(kind))
    .map(({ name, keptIn = 'cookie' }) => `${keptIn}:${name}`)
