import { formats } from '#kernel/format.ts'
import { type Language, texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import { type Doing, type Done, doings, type Keeper, type KeptUntil, type RunKind } from './report.ts'

type Words = {
  readonly kinds: Readonly<Record<RunKind, string>>
  readonly done: Readonly<Record<Exclude<Doing, 'erased'>, (n: number) => string>>
  readonly kept: Readonly<Record<Keeper, (n: number) => string>>
  readonly until: (date: string) => string
  /** Until when, where that hangs on somebody's answer. */
  readonly untilAnswer: Readonly<Partial<Record<Keeper, string>>>
  readonly nothing: string
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const words = texts<Words>(
  {
    kinds: {
      cases: 'Sager, hvis tid er gået',
      agreement: 'Aftale slut',
      consent: 'Samtykke bortfaldet',
      order: 'Ordre fra et selskab',
    },
    done: {
      visits: (n) => `${count(n, 'kommende tid', 'kommende tider')} aflyst`,
      restrictions: (n) => `${count(n, 'begrænsning', 'begrænsninger')} ophørt`,
      toldPatients: (n) => `${count(n, 'patient', 'patienter')} fik besked`,
      users: (n) => `${count(n, 'bruger', 'brugere')} slettet`,
      invitations: (n) => `${count(n, 'invitation', 'invitationer')} slettet`,
      practitioners: (n) => `${count(n, 'behandler', 'behandlere')} gjort navnløs`,
      credentials: (n) => `${count(n, 'API-adgang', 'API-adgange')} slettet`,
      companies: () => 'virksomhedens adresse, mail og telefon slettet',
      erasedCases: (n) => `${count(n, 'sag', 'sager')} slettet`,
      cases: (n) => `henvisning og bilag slettet i ${count(n, 'sag', 'sager')}`,
    },
    kept: {
      journal: (n) => `${count(n, 'journal', 'journaler')}, som klinikken ikke har hentet`,
      'journal-by-law': (n) =>
        `${count(n, 'journal', 'journaler')}, som klinikken aldrig hentede; loven gemmer dem 5 eller 10 år`,
      request: (n) => count(n, 'åben anmodning', 'åbne anmodninger'),
      course: (n) => `${count(n, 'sag', 'sager')}, til opbevaringstiden er gået`,
      hold: (n) => `${count(n, 'sag', 'sager')} med klage, krav eller åben anmodning`,
      audit: () => 'logningen, uden navne',
    },
    until: (date) => `til ${date}`,
    untilAnswer: { journal: 'til den har kvitteret', hold: 'til det er afgjort' },
    nothing: 'intet',
  },
  {
    kinds: {
      cases: 'Cases whose time is up',
      agreement: 'Agreement ended',
      consent: 'Consent lost',
      order: 'Order of an insurer',
    },
    done: {
      visits: (n) => `${count(n, 'coming visit', 'coming visits')} cancelled`,
      restrictions: (n) => `${count(n, 'restriction', 'restrictions')} ended`,
      toldPatients: (n) => `${count(n, 'patient', 'patients')} told`,
      users: (n) => `${count(n, 'user', 'users')} erased`,
      invitations: (n) => `${count(n, 'invitation', 'invitations')} erased`,
      practitioners: (n) => `${count(n, 'practitioner', 'practitioners')} made nameless`,
      credentials: (n) => `${count(n, 'API access', 'API accesses')} erased`,
      companies: () => 'the company’s address, mail and phone erased',
      erasedCases: (n) => `${count(n, 'case', 'cases')} erased`,
      cases: (n) => `referral and attachments erased in ${count(n, 'case', 'cases')}`,
    },
    kept: {
      journal: (n) => `${count(n, 'journal', 'journals')} that the clinic has not fetched`,
      'journal-by-law': (n) =>
        `${count(n, 'journal', 'journals')} that the clinic never fetched; the law keeps them 5 or 10 years`,
      request: (n) => count(n, 'open request', 'open requests'),
      course: (n) => `${count(n, 'case', 'cases')}, until the time of retention is over`,
      hold: (n) => `${count(n, 'case', 'cases')} with a complaint, a claim or an open request`,
      audit: () => 'the audit trail, without names',
    },
    until: (date) => `until ${date}`,
    untilAnswer: { journal: 'until it has confirmed receipt', hold: 'until that is settled' },
    nothing: 'nothing',
  },
)

export const runKindInWords = (kind: RunKind, language: Language): string => words[language].kinds[kind]

/** What a run did, for a line of a table. */
export function doneInWords(done: Done, language: Language): string {
  const said = doings.flatMap((doing) => {
    const n = done[doing] ?? 0
    return doing === 'erased' || n === 0 ? [] : [words[language].done[doing](n)]
  })
  return said.join('; ') || words[language].nothing
}

/** What is still kept, because of what and until when: a line each. */
export const keptLines = (kept: readonly KeptUntil[], language: Language): string[] =>
  kept.map((one) => keeperInWords(one, language))

/** The same in one line, for a table. */
export const keptInWords = (kept: readonly KeptUntil[], language: Language): string =>
  keptLines(kept, language).join('; ') || words[language].nothing

function keeperInWords({ because, count: n, until: endsOn }: KeptUntil, language: Language): string {
  const t = words[language]
  const date = endsOn && formats(language).dateShort(Temporal.PlainDate.from(endsOn))
  const until = date ? t.until(date) : t.untilAnswer[because]
  return until ? `${t.kept[because](n)}, ${until}` : t.kept[because](n)
}
