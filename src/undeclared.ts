/**
 * What is there although no policy says so: a route or a job that no activity grants, data that an action or a job touches and no activity
 * declares, a column that no catalogue has, a service that no processor stands for. Tests find it first; a start finds it where somebody
 * changed an installation by hand.
 */
import type { Config } from '#platform/config/config.ts'
import type { Action } from '#platform/http/action.ts'
import type { AskedTasks } from '#platform/jobs/ask-first.ts'
import type { ActorClass } from '#policy/actor.ts'
import type { Catalogue } from '#policy/catalogue.ts'
import { lackingIn } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { whoMay } from '#policy/who-may.ts'

type Offer = { readonly model: PolicyModel; readonly actions: readonly Action[] }

export function undeclaredRoutes({ model, actions }: Offer): string[] {
  const granted = new Set(model.activities.flatMap(({ grants }) => grants.map(({ action }) => action)))
  return actions
    .filter(({ asks }) => !granted.has(asks))
    .map(({ at, asks }) => `${at.method} ${at.pattern} of ${model.site} asks for ${asks}, which no activity grants`)
}

/**
 * What an action touches although no activity that grants it declares it. Asked for each class that the action is granted to: machines call
 * the API's actions, people and visitors all others.
 */
export function undeclaredFields({ model, actions }: Offer): string[] {
  return actions.flatMap((one) => {
    const { at, asks, touches } = one
    const covered = new Set(whoMay(model, asks, touches).map(({ who }) => who))
    const called = new Set(whoMay(model, asks).map(({ who }) => who))
    return [...called]
      .filter((who) => who !== 'system' && isMachine(who) === (one.definition.as === 'api') && !covered.has(who))
      .map((who) => {
        const what = touches.join(', ')
        return `${at.method} ${at.pattern} of ${model.site} touches ${what}, which no activity that grants ${asks} to ${who} declares (R1.4)`
      })
  })
}

const isMachine = (who: ActorClass) => who.endsWith(':api')

/** A job acts for nobody but the system, so some activity must grant the system what it asks for, over the data that it touches. */
export function undeclaredJobs(tasks: AskedTasks, timetable: readonly string[]): string[] {
  const refused = Object.entries(tasks).flatMap(([name, { asks, touches, gate }]) => {
    const { site, activities } = gate.model
    const granting = activities.filter(({ grants }) =>
      grants.some(({ action, to }) => action === asks && to.includes('system')),
    )
    if (granting.length === 0)
      return [`Job ${name} of ${site} asks for ${asks}, which no activity grants to the system`]
    if (granting.some((activity) => lackingIn(activity, touches).length === 0)) return []
    return [
      `Job ${name} of ${site} touches ${touches.join(', ')}, which no activity that grants ${asks} to the system declares`,
    ]
  })
  const unknown = timetable
    .map((line) => line.split(' ')[5] ?? line)
    .filter((name) => !tasks[name])
    .map((name) => `Job ${name} runs by the clock, and no task has that name`)
  return [...refused, ...unknown]
}

export function undeclaredColumns(
  existing: readonly { readonly name: string }[],
  catalogues: readonly Catalogue[],
): string[] {
  const declared = new Set(
    catalogues.flatMap((tables) =>
      Object.entries(tables).flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`)),
    ),
  )
  return existing.filter(({ name }) => !declared.has(name)).map(({ name }) => `Column ${name} is in no data catalogue`)
}

/** In production everything that the server talks to runs at a declared processor (T4.2, T4.3), or on this machine. */
export function undeclaredPlaces({ mode, database, mail, sms, eid }: Config, models: readonly PolicyModel[]): string[] {
  if (mode !== 'production') return []
  const known = new Set(models.flatMap(({ processors }) => processors.flatMap(({ hosts }) => hosts)))
  const places = {
    DATABASE_URL: database.ownerUrl ? hostOfDatabase(database.ownerUrl) : '',
    KLINIKBRO_SMTP_URL: mail.smtpUrl.hostname,
    KLINIKBRO_SMS_URL: sms.baseUrl.hostname,
    KLINIKBRO_EID_ISSUER: eid.issuer.hostname,
  }
  return Object.entries(places)
    .filter(([, host]) => !isThisMachine(host) && !known.has(host))
    .map(([setting, host]) => `${setting} leads to ${host}, which is a host of no processor in the policy (T4.2, T4.3)`)
}

function hostOfDatabase(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  return url.searchParams.get('host') ?? url.hostname
}

/** A socket is a folder. */
const isThisMachine = (host: string) => host.startsWith('/') || ['', 'localhost', '127.0.0.1', '[::1]'].includes(host)
