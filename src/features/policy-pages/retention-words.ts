import { formats } from '#kernel/format.ts'
import { type Language, type Texts, texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { HoldGround } from '#policy/hold-grounds.ts'
import type { Duty, RetentionEvent, RetentionWarning, ShorterPart } from '#policy/retention.ts'
import { modelWords } from './model-words.ts'

/** What must be kept, for how long by law, for how long here, and whose the duty is. */
type Difference = { readonly what: string; readonly duty: string; readonly kept: string; readonly who: string }

type RetentionWords = {
  readonly atOnce: (event: string) => string
  readonly after: (period: string, event: string) => string
  readonly notKept: string
  readonly events: Readonly<Record<RetentionEvent, string>>
  readonly duty: (duty: { who: string; after: string; because: string; law: string }) => string
  readonly part: (what: string, after: string) => string
  readonly hold: (ground: {
    name: string
    sentence: string
    law: string
    review: string | null
    end: string | null
  }) => string
  readonly outlastsDuty: (difference: Difference) => string
  readonly outlastsPromise: (difference: Difference) => string
}

const words: Texts<RetentionWords> = texts<RetentionWords>(
  {
    atOnce: (event) => `straks, når ${event}`,
    after: (period, event) => `${period} efter, at ${event}`,
    notKept: 'gemmes slet ikke',
    events: {
      'course-end': 'forløbet er slut',
      'consent-withdrawn': 'samtykket er trukket tilbage',
      'agreement-end': 'aftalen er ophørt',
      'account-end': 'adgangen er ophørt',
      answered: 'der er svaret',
      recorded: 'oplysningen er registreret',
      'last-contact': 'vi sidst har haft kontakt',
      'last-entry': 'det seneste notat er skrevet',
      expiry: 'den er udløbet',
      'financial-year-end': 'regnskabsåret er slut',
    },
    duty: ({ who, after, because, law }) => `${because}: ${who} skal gemme dem i mindst ${after} (${law}).`,
    part: (what, after) => `${what}: ${after}`,
    hold: ({ name, sentence, law, review, end }) =>
      `${name} (${law}): ${sentence}${review === null ? '' : ` Selskabet ser på det igen senest efter ${review}.`}${end === null ? '' : ` Højst i ${end}.`}`,
    outlastsDuty: ({ what, duty, kept }) =>
      `${what}: loven kræver ${duty}, og her gemmes de i ${kept}. Løftet rækker længere end pligten, så tiden derefter skal have sit eget grundlag.`,
    outlastsPromise: ({ what, duty, kept, who }) =>
      `${what}: ${who} skal gemme dem i mindst ${duty}, og her slettes de efter ${kept}. Derfor overdrages de til ${who}, før de slettes.`,
  },
  {
    atOnce: (event) => `at once when ${event}`,
    after: (period, event) => `${period} after ${event}`,
    notKept: 'not kept at all',
    events: {
      'course-end': 'the course has ended',
      'consent-withdrawn': 'the consent has been withdrawn',
      'agreement-end': 'the agreement has ended',
      'account-end': 'the access has ended',
      answered: 'the answer',
      recorded: 'it was recorded',
      'last-contact': 'our last contact',
      'last-entry': 'the latest entry was written',
      expiry: 'it has expired',
      'financial-year-end': 'the financial year has ended',
    },
    duty: ({ who, after, because, law }) => `${because}: ${who} must keep them for at least ${after} (${law}).`,
    part: (what, after) => `${what}: ${after}`,
    hold: ({ name, sentence, law, review, end }) =>
      `${name} (${law}): ${sentence}${review === null ? '' : ` The insurer looks at it again within ${review}.`}${end === null ? '' : ` At most for ${end}.`}`,
    outlastsDuty: ({ what, duty, kept }) =>
      `${what}: the law asks for ${duty}, and here they are kept for ${kept}. The promise outlasts the duty, so the time after it needs a basis of its own.`,
    outlastsPromise: ({ what, duty, kept, who }) =>
      `${what}: ${who} must keep them for at least ${duty}, and here they are erased after ${kept}. So they are handed over to ${who} before they are erased.`,
  },
)

const periodIn = (language: Language, iso: string) => formats(language).period(Temporal.Duration.from(iso))

type Span = { readonly period: string; readonly from: RetentionEvent }

/** `6 months after the course has ended`. */
export function spanIn(language: Language, { period, from }: Span): string {
  const { atOnce, after, events, notKept } = words[language]
  if (!Temporal.Duration.from(period).blank) return after(periodIn(language, period), events[from])
  return from === 'recorded' ? notKept : atOnce(events[from])
}

/** A duty as a sentence, with its law. */
export const dutyIn = (language: Language, duty: Duty): string =>
  words[language].duty({
    who: modelWords[language].bearers[duty.on],
    after: spanIn(language, duty),
    because: duty.because[language],
    law: duty.law[language],
  })

export const partIn = (language: Language, part: ShorterPart): string =>
  words[language].part(part.what[language], spanIn(language, part))

/** What may keep it longer, and by which law. */
export const holdIn = (language: Language, { name, sentence, law, reviewWithin, endsAfter }: HoldGround): string =>
  words[language].hold({
    name: name[language],
    sentence: sentence[language],
    law: law[language],
    review: reviewWithin && periodIn(language, reviewWithin),
    end: endsAfter ? periodIn(language, endsAfter) : null,
  })

/** Where promise and duty differ, and what follows from it. */
export function warningIn(language: Language, { kind, duty }: RetentionWarning, kept: string): string {
  const difference: Difference = {
    what: duty.because[language],
    duty: periodIn(language, duty.period),
    kept: periodIn(language, kept),
    who: modelWords[language].bearers[duty.on],
  }
  const { outlastsDuty, outlastsPromise } = words[language]
  return kind === 'promise-outlasts-duty' ? outlastsDuty(difference) : outlastsPromise(difference)
}

/** For a phrase that stands alone. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
