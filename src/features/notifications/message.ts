/**
 * What a notification says. The functions below are given no name, treatment, clinic, insurer or case number, so that none
 * can travel in the open (Datatilsynet's guidance on SMS of 16 July 2019 and on e-mail of 1 January 2019).
 */
import { formats } from '#kernel/format.ts'
import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { calendarFile } from '#platform/calendar-file/calendar-file.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { routes } from '#src/routes.ts'
import { calendarTexts, patientTexts, staffTexts } from './notifications.texts.ts'
import type { PatientTemplate, StaffTemplate } from './templates.ts'

export type Booking = {
  readonly id: Id<'appointment'>
  readonly rootId: Id<'appointment'>
  readonly sequence: number
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

type About = {
  readonly template: PatientTemplate
  readonly caseId: Id<'case'>
  readonly booking: Booking | null
  readonly site: URL
}

/** A text of one SMS. */
export function patientSms({ template, booking, site }: About, language: Language): string {
  const when = booking ? shortTime(booking.startsAt, language) : ''
  return `${patientTexts[language][template].sms(when)} ${new URL(routes.my.cases.href({}), site).href}`
}

/** Danish, with the same in English below. A confirmation brings the calendar entry along. */
export function patientMail(about: About, now: Temporal.Instant): Omit<Mail, 'to'> {
  const { template, booking } = about
  const link = linkFor(about)
  const said = (language: Language) =>
    `${patientTexts[language][template].text(booking ? formats(language).weekdayDateTime(booking.startsAt) : '')}\n${link}`
  const mail = { subject: patientTexts.da[template].subject, text: `${said('da')}\n\nIn English: ${said('en')}` }
  const confirms = template === 'appointment-booked' || template === 'appointment-moved'
  if (!booking || !confirms) return { ...mail, language: 'da' }
  return {
    ...mail,
    language: 'da',
    calendar: { filename: 'aftale.ics', content: entry(booking, { link, now, site: about.site }) },
  }
}

export function staffMail(
  template: StaffTemplate,
  { language, caseId, site }: { readonly language: Language; readonly caseId: Id<'case'>; readonly site: URL },
): Omit<Mail, 'to'> {
  const { subject, text } = staffTexts[language][template]
  return { subject, text: `${text}\n${new URL(staffPath(template, caseId), site).href}`, language }
}

function staffPath(template: StaffTemplate, caseId: Id<'case'>): string {
  switch (template) {
    case 'session-request':
      return routes.sessionRequest.list.href({})
    case 'session-answer':
      return routes.clinic.case.href({ caseId })
    case 'consent-withdrawn':
    case 'referral-erased':
      return routes.home.href({})
    case 'clinic-left':
      return routes.case.list.href({})
    case 'journals-waiting':
      return routes.handover.list.href({})
    case 'rights-request':
    case 'rights-notice':
      return routes.rights.list.href({})
    case 'hold-review':
      return routes.legalHold.list.href({})
    case 'hold-left-behind':
      return routes.operator.privacy.href({})
    case 'journal-offered':
      return routes.handover.list.href({})
  }
}

function linkFor({ booking, caseId, site, template }: About): string {
  if (template === 'rights-answered' || template === 'restriction-ends')
    return new URL(routes.my.rights.overview.href({}), site).href
  const isOver = template === 'appointment-cancelled' || template.endsWith('-left') || !booking
  const path = isOver ? routes.my.case.href({ caseId }) : routes.my.appointment.show.href({ appointmentId: booking.id })
  return new URL(path, site).href
}

/** `torsdag d. 26/11 kl. 14.30`, without the en dash and other letters that would make an SMS dearer. */
function shortTime(at: Temporal.Instant, language: Language): string {
  const day = dayOf(at)
  const { weekday, time } = formats(language)
  return language === 'da'
    ? `${weekday(day)} d. ${day.day}/${day.month} kl. ${time(at)}`
    : `${weekday(day)} ${day.day}/${day.month} at ${time(at)}`
}

const entry = (booking: Booking, { link, now, site }: { link: string; now: Temporal.Instant; site: URL }) =>
  calendarFile('PUBLISH', [
    {
      uid: `${booking.rootId}@${site.hostname}`,
      sequence: booking.sequence,
      stampedAt: now,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      ...calendarTexts.da,
      url: link,
    },
  ])
