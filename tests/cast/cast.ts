import { type Cpr, readCpr } from '#kernel/cpr.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { acceptTerms, type World } from '#tests/harness/world.ts'

/** The people that tests speak of. Every name, number and company is invented; CPR numbers come from published test sets. */
export type Cast = {
  readonly nordlys: Organisation
  readonly havblik: Organisation
  readonly bakken: Organisation
  readonly fjorden: Organisation
  readonly operator: Organisation
  /** Case handlers: Mette and Ali of Nordlys, Jonas of Havblik. */
  readonly mette: Member
  readonly ali: Member
  readonly jonas: Member
  /** Nordlys' administrator. */
  readonly birthe: Member
  /** Bakken: Sara the secretary, Peter the physiotherapist (also a practitioner), Lone the administrator. */
  readonly sara: Member
  readonly peter: Member
  readonly lone: Member
  /** Fjorden hospital: Tove the secretary. */
  readonly tove: Member
  /** The operator: Omar administers, Dorte is data protection officer. */
  readonly omar: Member
  readonly dorte: Member
  readonly ana: { readonly cpr: Cpr; readonly name: string }
  readonly bo: { readonly cpr: Cpr; readonly name: string }
  readonly peterAtWork: Id<'practitioner'>
  readonly sofieAtWork: Id<'practitioner'>
  readonly room: Id<'room'>
}

export type Organisation = { readonly id: Id<'organisation'>; readonly name: string }
export type Member = {
  readonly userId: Id<'user'>
  readonly organisationId: Id<'organisation'>
  readonly email: string
  readonly name: string
}

const cprOf = (text: string) => {
  const read = readCpr(text)
  if (!read.ok) throw new Error(`Not a CPR number: ${text}`)
  return read.value
}

export const people = {
  ana: { cpr: cprOf('0201609996'), name: 'Ana Prøvesen' },
  bo: { cpr: cprOf('0504909995'), name: 'Bo Eksempelsen' },
} as const

/** Fills an empty world with the cast: organisations, staff, two practitioners of physiotherapy at Bakken with hours every weekday 8 to 16. */
export async function settle(world: World): Promise<Cast> {
  const organisation = organisationsIn(world)
  const nordlys = await organisation('insurer', 'Nordlys Sundhed', '13748136')
  const havblik = await organisation('insurer', 'Havblik Forsikring', '64942212')
  const bakken = await organisation('clinic', 'Klinikken på Bakken', '26919991', {
    postcode: '8000',
    town: 'Aarhus C',
    at: [56.157, 10.21],
  })
  const fjorden = await organisation('hospital', 'Fjorden Privathospital', '34051178', {
    postcode: '5000',
    town: 'Odense C',
    at: [55.396, 10.388],
  })
  const operator = await organisation('operator', 'Klinikbro Drift', '29915938')
  const member = membersIn(world)
  const peter = await member(bakken, 'Peter Testersen', 'practitioner')
  const practitioner = practitionersIn(world, bakken)
  return {
    ...people,
    nordlys,
    havblik,
    bakken,
    fjorden,
    operator,
    mette: await member(nordlys, 'Mette Sagsen', 'case-handler'),
    ali: await member(nordlys, 'Ali Sagsen', 'case-handler'),
    jonas: await member(havblik, 'Jonas Sagsen', 'case-handler'),
    birthe: await member(nordlys, 'Birthe Bestyrer', 'administrator'),
    sara: await member(bakken, 'Sara Skranke', 'secretary'),
    peter,
    lone: await member(bakken, 'Lone Leder', 'administrator'),
    tove: await member(fjorden, 'Tove Skranke', 'secretary'),
    omar: await member(operator, 'Omar Drift', 'administrator'),
    dorte: await member(operator, 'Dorte Værn', 'data-protection-officer'),
    peterAtWork: await practitioner('Peter Testersen', peter.userId),
    sofieAtWork: await practitioner('Sofie Testersen', null),
    room: await roomIn(world, bakken),
  }
}

type Place = { postcode: string; town: string; at: readonly [number, number] }

const organisationsIn =
  (world: World) =>
  async (kind: string, name: string, cvr: string, place?: Place): Promise<Organisation> => {
    const id = newId<'organisation'>()
    await world.sql(
      `insert into organisations (id, kind, name, cvr, email, phone) values ($1, $2, $3, $4, $5, '+4512345678')`,
      [id, kind, name, cvr, `post@${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`],
    )
    if (place) {
      await world.sql(
        `insert into clinic_locations (clinic_id, street, postcode, town, latitude, longitude, directions) values ($1, 'Eksempelvej 12', $2, $3, $4, $5, 'Indgang i gården')`,
        [id, place.postcode, place.town, ...place.at],
      )
    }
    return { id, name }
  }

const membersIn =
  (world: World) =>
  async (organisation: Organisation, name: string, ...roles: string[]): Promise<Member> => {
    const userId = newId<'user'>()
    const email = `${name
      .toLowerCase()
      .replaceAll('æ', 'ae')
      .replaceAll(/[^a-z]+/g, '.')}@${organisation.id.slice(-6)}.example`
    await world.sql(`insert into users (id, organisation_id, email, name) values ($1, $2, $3, $4)`, [
      userId,
      organisation.id,
      email,
      name,
    ])
    for (const role of roles) {
      await world.sql(`insert into user_roles (organisation_id, user_id, role) values ($1, $2, $3)`, [
        organisation.id,
        userId,
        role,
      ])
    }
    await acceptTerms(world.sql, { user: userId, person: null })
    return { userId, organisationId: organisation.id, email, name }
  }

/** Employs somebody who gives physiotherapy every weekday from 8 to 16. */
export const practitionersIn =
  (world: World, clinic: Organisation) => async (name: string, userId: Id<'user'> | null) => {
    const id = newId<'practitioner'>()
    await world.sql(
      `insert into practitioners (id, organisation_id, user_id, name, profession, authorisation_id) values ($1, $2, $3, $4, 'physiotherapist', 'CBDJ6')`,
      [id, clinic.id, userId, name],
    )
    await world.sql(
      `insert into practitioner_services (practitioner_id, treatment_type) values ($1, 'physiotherapy')`,
      [id],
    )
    await world.sql(
      `insert into opening_hours (id, organisation_id, practitioner_id, weekday, opens, closes, valid_from)
     select gen_random_uuid(), $1, $2, weekday, '08:00', '16:00', '2026-01-01' from generate_series(1, 5) weekday`,
      [clinic.id, id],
    )
    const today = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
    await world.sql(`select lay_out_days($1, $2, $3)`, [id, today, today.add({ days: 60 })])
    return id
  }

export async function roomIn(world: World, clinic: Organisation): Promise<Id<'room'>> {
  const id = newId<'room'>()
  await world.sql(
    `insert into rooms (id, organisation_id, name, kind) values ($1, $2, 'Rum 1', 'treatment'), (gen_random_uuid(), $2, 'Rum 2', 'treatment')`,
    [id, clinic.id],
  )
  return id
}
