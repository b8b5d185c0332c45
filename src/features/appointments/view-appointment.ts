import { texts } from '#kernel/language.ts'
import { calendarContentType, calendarFile } from '#platform/calendar-file/calendar-file.ts'
import { action } from '#platform/http/action.ts'
import { sendFile, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { versionsOf } from './appointments.sql.ts'
import { factsOfAppointment, findAppointment } from './find-appointment.ts'
import { addressOf } from './places.ts'
import { appointmentTexts } from './view-appointment.texts.ts'
import { appointmentView } from './view-appointment.view.tsx'

/** Where, when and with whom; until when it can be moved or cancelled; and what has happened to it. */
export const viewAppointment = action({
  at: routes.my.appointment.show,
  asks: 'appointment.view',
  touches: ['booking', 'health.approval', 'business-contact'],
  notices: texts(appointmentTexts.da.notices, appointmentTexts.en.notices),
  load: ({ params, reader }) => findAppointment(reader, params.appointmentId),
  facts: factsOfAppointment,
  async run({ tx, page, found }) {
    return show(appointmentView(page, found.appointment, await versionsOf(tx, found.appointment.root_id)))
  },
})

/** The entry for a calendar. It keeps its identity through moves, and says nothing of the treatment. */
export const downloadCalendarFile = action({
  at: routes.my.appointment.calendar,
  asks: 'appointment.view',
  touches: ['booking', 'business-contact'],
  load: ({ params, reader }) => findAppointment(reader, params.appointmentId),
  facts: factsOfAppointment,
  async run({ found: { appointment }, language, now, services }) {
    const t = appointmentTexts[language]
    const site = services.urls.referral
    const method = appointment.cancelled_at ? 'CANCEL' : 'PUBLISH'
    const file = calendarFile(method, [
      {
        uid: `${appointment.root_id}@${site.hostname}`,
        sequence: appointment.sequence,
        stampedAt: now,
        startsAt: appointment.starts_at,
        endsAt: appointment.ends_at,
        summary: t.summary(appointment.clinic_name),
        location: `${appointment.clinic_name}, ${addressOf(appointment)}`,
        description: t.seeMore,
        url: new URL(routes.my.appointment.show.href({ appointmentId: appointment.id }), site).href,
      },
    ])
    return sendFile({ bytes: Buffer.from(file), contentType: calendarContentType(method), name: 'klinikbro.ics' })
  },
})
