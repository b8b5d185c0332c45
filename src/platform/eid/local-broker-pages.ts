/** The local broker's pages: whole without JavaScript, readable on a phone. Plain strings, for they share nothing with the product's look. */
import { createHash } from 'node:crypto'
import { type Language, texts } from '#kernel/language.ts'
import { ageOf, searchPeople, type TestPerson } from './local-broker-people.ts'

const words = texts(
  {
    heading: 'Test-MitID (lokal)',
    notice: 'Ikke det rigtige MitID. Personerne er opdigtede, og CPR-numrene er testnumre.',
    search: 'Søg på navn eller CPR-nummer',
    find: 'Søg',
    choose: 'Vælg en testperson',
    none: 'Ingen testperson passer til søgningen.',
    cancel: 'Afbryd',
    years: 'år',
    noCpr: 'intet CPR-nummer',
    employee: 'medarbejderidentitet',
    low: 'sikringsniveau lav',
    protected: 'navne- og adressebeskyttet',
    cprHeading: 'Bekræft dit CPR-nummer',
    cprLabel: 'CPR-nummer',
    cprHint: (name: string, cpr: string) => `Testpersonen ${name} har CPR-nummer ${cpr}.`,
    cprWrong: (left: number) => `CPR-nummeret passer ikke til MitID. Du har ${left} forsøg tilbage.`,
    next: 'Fortsæt',
    signOut: 'Vil du logge ud af Test-MitID?',
    signOutYes: 'Log ud',
    signedOut: 'Du er logget ud af Test-MitID.',
    gone: 'Log ind-forsøget er udløbet. Gå tilbage til den side, du kom fra, og start forfra.',
  },
  {
    heading: 'Test MitID (local)',
    notice: 'Not the real MitID. The people are invented, and the CPR numbers are test numbers.',
    search: 'Search by name or CPR number',
    find: 'Search',
    choose: 'Choose a test person',
    none: 'No test person matches the search.',
    cancel: 'Cancel',
    years: 'years',
    noCpr: 'no CPR number',
    employee: 'employee identity',
    low: 'assurance level low',
    protected: 'name and address protected',
    cprHeading: 'Confirm your CPR number',
    cprLabel: 'CPR number',
    cprHint: (name: string, cpr: string) => `The test person ${name} has CPR number ${cpr}.`,
    cprWrong: (left: number) => `The CPR number does not match MitID. You have ${left} attempts left.`,
    next: 'Continue',
    signOut: 'Do you want to log out of Test MitID?',
    signOutYes: 'Log out',
    signedOut: 'You have been logged out of Test MitID.',
    gone: 'The log-in attempt has expired. Go back to the page you came from and start again.',
  },
)

const style = `
:root{color-scheme:light;font:1.0625rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#f4f6fa}
body{margin:0 auto;max-width:36rem;padding:1rem}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.2rem}
p.notice{border-left:4px solid #0060e6;padding:.25rem .75rem;background:#fff}
p.error{border-left:4px solid #cc0000;padding:.25rem .75rem;background:#fff;color:#8a0000}
label{display:block;font-weight:600}
input{font:inherit;padding:.6rem;width:100%;box-sizing:border-box;border:1px solid #555;border-radius:4px;background:#fff}
button{font:inherit;min-height:48px;padding:.5rem 1rem;border:1px solid #0060e6;border-radius:4px;background:#0060e6;color:#fff;margin:.5rem 0}
button.plain{background:#fff;color:#0048ad}
ul{list-style:none;padding:0}
li button{width:100%;text-align:left;background:#fff;color:#1a1a1a;border-color:#777;margin:.2rem 0}
li small{display:block;color:#444}
:focus-visible{outline:3px solid #000;outline-offset:2px}`

const styleHash = createHash('sha256').update(style).digest('base64')

/** No form-action: the answer to a form is a redirect to the product's own address. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'`,
}

export type Visit = { readonly uid: string; readonly language: Language }

export function personPage(visit: Visit, people: readonly TestPerson[], query: string, now: Date): string {
  const t = words[visit.language]
  const found = searchPeople(people, query)
  const items = found.map(
    (one) => `<li><button name="person" value="${escape(one.key)}">${escape(one.name)}
<small>${escape(describe(one, visit.language, now))}</small></button></li>`,
  )
  const body = `<p class="notice">${t.notice}</p>
<form method="get" role="search"><label for="q">${t.search}</label>
<input id="q" name="q" value="${escape(query)}" autocomplete="off"><button>${t.find}</button></form>
<h2 id="people">${t.choose}</h2>
${found.length === 0 ? `<p role="status">${t.none}</p>` : `<form method="post" action="/interaction/${visit.uid}/person"><ul aria-labelledby="people">${items.join('')}</ul></form>`}
${cancelForm(visit)}`
  return page(visit.language, t.choose, body)
}

export function cprPage(visit: Visit, person: TestPerson, attemptsLeft: number | null): string {
  const t = words[visit.language]
  const error =
    attemptsLeft === null ? '' : `<p class="error" id="cpr-error" role="alert">${t.cprWrong(attemptsLeft)}</p>`
  const described = attemptsLeft === null ? 'cpr-hint' : 'cpr-hint cpr-error'
  const invalid = attemptsLeft === null ? '' : ' aria-invalid="true"'
  const body = `<h2>${t.cprHeading}</h2>${error}
<form method="post" action="/interaction/${visit.uid}/cpr">
<label for="cpr">${t.cprLabel}</label><p id="cpr-hint">${escape(t.cprHint(person.name, person.cpr ?? ''))}</p>
<input id="cpr" name="cpr" inputmode="numeric" autocomplete="off" required aria-describedby="${described}"${invalid}>
<button>${t.next}</button></form>
${cancelForm(visit)}`
  return page(visit.language, t.cprHeading, body)
}

/** `form` comes from the OpenID provider and holds the hidden fields; its id is `op.logoutForm`. */
export function logOutPage(language: Language, form: string): string {
  const t = words[language]
  const button = `<button type="submit" form="op.logoutForm" name="logout" value="yes">${t.signOutYes}</button>`
  return page(language, t.signOut, `<h2>${t.signOut}</h2>${form}${button}`)
}

export const loggedOutPage = (language: Language): string =>
  page(language, words[language].signedOut, `<p>${words[language].signedOut}</p>`)

export const gonePage = (language: Language): string =>
  page(language, words[language].heading, `<p>${words[language].gone}</p>`)

const cancelForm = (visit: Visit) =>
  `<form method="post" action="/interaction/${visit.uid}/cancel"><button class="plain">${words[visit.language].cancel}</button></form>`

function describe(one: TestPerson, language: Language, now: Date): string {
  const t = words[language]
  const cpr = one.cpr ? `${one.cpr.slice(0, 6)}-${one.cpr.slice(6)}` : t.noCpr
  const marks = [
    one.nameProtected && t.protected,
    one.identity === 'employee' && t.employee,
    one.assurance === 'low' && t.low,
  ]
  return [`${cpr}, ${ageOf(one, now)} ${t.years}`, ...marks.filter((mark) => mark !== false)].join(', ')
}

const page = (language: Language, title: string, body: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${words[language].heading}</title><style>${style}</style></head>
<body><main><h1>${words[language].heading}</h1>${body}</main></body></html>`

const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
