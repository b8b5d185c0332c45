import { texts } from '#kernel/language.ts'
import type { Cookie } from '#policy/cookies.ts'
import type { Controller } from '#policy/model.ts'
import type { Processor } from '#policy/processors.ts'
import type { Retention } from '#policy/retention.ts'

/** The operator of this installation. Invented: whoever runs the product puts themselves here. */
export const controller: Controller = {
  name: 'Klinikbro Drift ApS',
  address: 'Eksempelvej 12, 8000 Aarhus C',
  cvr: '26919991',
  email: 'databeskyttelse@klinikbro.example',
  dataProtectionOfficer: { name: 'Ditte Eksempelberg', email: 'dpo@klinikbro.example' },
}

/** How long the access log lies; the sites write one. */
export const logRetention: Retention = {
  from: 'recorded',
  maximum: {
    period: 'P14D',
    because: texts(
      'Så længe kan vi få brug for den til at finde fejl og angreb.',
      'We may need it for that long to find faults and attacks.',
    ),
  },
}

/** How long an enquiry is kept, whether it has been answered or not; the same on the public site and in the operator's inbox. */
export const leadRetention: Retention = {
  from: 'last-contact',
  maximum: {
    period: 'P6M',
    because: texts('Så længe overvejer vi et samarbejde.', 'We consider working together for that long.'),
  },
  parts: [
    {
      id: 'answered-enquiry',
      what: texts('En henvendelse, vi har svaret på', 'An enquiry that we have answered'),
      period: 'P30D',
      from: 'answered',
      because: texts('Så længe kan du skrive tilbage.', 'You can write back for that long.'),
    },
  ],
}

/** Who works for the operator on instruction. Invented, like the operator. */
export const hosting: Processor = {
  id: 'hosting',
  name: 'Eksempel Datacenter A/S',
  does: texts('Driver de servere, som alt ligger på', 'Runs the servers that everything is on'),
  country: 'DK',
  agreedOn: '2026-10-01',
  transferBasis: null,
  measures: texts(
    'ISO 27001-certificeret datacenter, krypterede diske',
    'ISO 27001 certified data centre, encrypted disks',
  ),
  hosts: ['database.datacenter.example'],
}

export const messages: Processor = {
  id: 'messages',
  name: 'Eksempel Beskeder ApS',
  does: texts('Sender e-mail og sms uden helbredsoplysninger', 'Sends e-mail and text messages without health content'),
  country: 'DK',
  agreedOn: '2026-10-01',
  transferBasis: null,
  measures: texts('Tvungen TLS, beskeder slettes efter levering', 'Enforced TLS, messages erased after delivery'),
  hosts: ['smtp.beskeder.example', 'sms.beskeder.example'],
}

export const eidBroker: Processor = {
  id: 'eid-broker',
  name: 'Eksempel Broker A/S',
  does: texts('Formidler log-in med MitID', 'Brokers log-in with MitID'),
  country: 'DK',
  agreedOn: '2026-10-01',
  transferBasis: null,
  measures: texts('Godkendt MitID-broker, signerede svar', 'Approved MitID broker, signed answers'),
  hosts: ['login.broker.example'],
}

/**
 * Counts page views on the public site. Invented like the others; its host stands on this machine, so that nothing leaves it.
 * Whoever puts a real service here declares its agreement, its host and its cookies in the same place.
 */
export const statisticsProcessor: Processor = {
  id: 'statistics',
  name: 'Eksempel Statistik ApS',
  does: texts('Tæller besøg på den offentlige side', 'Counts visits to the public site'),
  country: 'DK',
  agreedOn: '2026-10-01',
  transferBasis: null,
  measures: texts(
    'IP-adresser afkortes, før de gemmes; intet deles eller sammenholdes med andre sider',
    'IP addresses are cut short before they are kept; nothing is shared or joined with other sites',
  ),
  hosts: ['stats.klinikbro.localhost'],
}

const languageCookie: Cookie = {
  name: 'language',
  kind: 'necessary',
  purpose: texts('Husker det sprog, du har valgt', 'Remembers the language that you chose'),
  lifetime: { days: 365 },
  setBy: 'us',
}

const antiForgeryCookie: Cookie = {
  name: 'anti-forgery',
  kind: 'necessary',
  purpose: texts(
    'Sikrer, at en formular kommer fra vores egen side og ikke fra en fremmed',
    'Makes sure that a form comes from our own page and not from a stranger’s',
  ),
  lifetime: 'browser-session',
  setBy: 'us',
}

const sessionCookie: Cookie = {
  name: 'session',
  kind: 'necessary',
  purpose: texts('Husker, at du er logget ind', 'Remembers that you are logged in'),
  lifetime: 'browser-session',
  setBy: 'us',
}

const choiceCookie: Cookie = {
  name: 'cookie-choice',
  kind: 'necessary',
  purpose: texts('Husker dit svar om cookies', 'Remembers your answer about cookies'),
  lifetime: { days: 365 },
  setBy: 'us',
}

const statisticsCookies: readonly Cookie[] = [
  {
    name: 'telemetry-session',
    kind: 'statistics',
    purpose: texts('Tæller siderne i ét besøg sammen', 'Counts the pages of one visit together'),
    lifetime: { minutes: 30 },
    setBy: 'statistics',
  },
  {
    name: 'telemetry-user',
    kind: 'statistics',
    purpose: texts('Skelner nye besøg fra gentagne', 'Tells new visits from returning ones'),
    lifetime: { days: 365 },
    setBy: 'statistics',
  },
  {
    name: 'telemetry-path',
    kind: 'statistics',
    purpose: texts('Husker den forrige side i besøget', 'Remembers the page before in the visit'),
    lifetime: 'browser-session',
    setBy: 'statistics',
    keptIn: 'session-storage',
  },
]

export const cookiesOfPublicPages: readonly Cookie[] = [
  antiForgeryCookie,
  languageCookie,
  choiceCookie,
  ...statisticsCookies,
]
export const necessaryCookies: readonly Cookie[] = [sessionCookie, antiForgeryCookie, languageCookie]
