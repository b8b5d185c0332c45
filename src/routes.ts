import { get, post } from '#kernel/route.ts'

/** Every URL of the referral site: where patients, insurers, clinics and the operator work. */
export const routes = {
  home: get('/'),
  language: post('/language'),
  privacy: get('/privacy'),
  privacyVersions: { list: get('/privacy/versions'), show: get('/privacy/versions/:version') },
  cookies: get('/cookies'),
  article30: { show: get('/article-30'), csv: get('/article-30.csv') },

  logIn: {
    choose: get('/log-in'),
    eid: { begin: post('/log-in/eid'), callback: get('/log-in/eid/callback') },
    staff: { form: get('/log-in/staff'), create: post('/log-in/staff') },
    secondFactor: { form: get('/log-in/second-factor'), create: post('/log-in/second-factor') },
    recovery: { form: get('/log-in/recovery'), create: post('/log-in/recovery') },
    setUp: { form: get('/log-in/set-up'), create: post('/log-in/set-up') },
    passkey: { begin: post('/log-in/passkey/challenge'), finish: post('/log-in/passkey') },
  },
  logOut: { create: post('/log-out'), everywhere: post('/log-out/everywhere'), done: get('/logged-out') },
  passwordReset: {
    form: get('/password-reset'),
    create: post('/password-reset'),
    choose: get('/password-reset/:token'),
    finish: post('/password-reset/:token'),
  },
  invitation: { show: get('/invitations/:token'), accept: post('/invitations/:token') },
  account: {
    show: get('/account'),
    password: post('/account/password'),
    totp: { form: get('/account/totp'), create: post('/account/totp') },
    passkey: {
      begin: post('/account/passkeys/challenge'),
      create: post('/account/passkeys'),
      removal: post('/account/passkeys/:credentialId/removal'),
    },
    recoveryCodes: post('/account/recovery-codes'),
  },
  organisation: {
    users: get('/organisation/users'),
    invite: post('/organisation/invitations'),
    withdrawInvitation: post('/organisation/invitations/:invitationId/withdrawal'),
    resendInvitation: post('/organisation/invitations/:invitationId/resending'),
    user: get('/organisation/users/:userId'),
    roles: post('/organisation/users/:userId/roles'),
    removal: post('/organisation/users/:userId/removal'),
    apiClients: get('/organisation/api-clients'),
    issueApiClient: post('/organisation/api-clients'),
    revokeApiClient: post('/organisation/api-clients/:clientId/revocation'),
  },

  case: {
    list: get('/cases'),
    form: get('/cases/new'),
    create: post('/cases'),
    show: get('/cases/:caseId'),
    consent: { form: get('/cases/:caseId/consent'), create: post('/cases/:caseId/consent') },
    withdrawal: { form: get('/cases/:caseId/consent-withdrawal'), create: post('/cases/:caseId/consent-withdrawal') },
    attachment: { create: post('/cases/:caseId/attachments'), show: get('/cases/:caseId/attachments/:attachmentId') },
  },
  import: {
    retry: post('/imports/:importId/retry'),
    list: get('/imports'),
    form: get('/imports/new'),
    create: post('/imports'),
    template: get('/imports/template.csv'),
    show: get('/imports/:importId'),
    confirm: post('/imports/:importId/confirmation'),
    rowsToMend: get('/imports/:importId/rows-to-mend.csv'),
  },
  sessionRequest: {
    list: get('/session-requests'),
    show: get('/session-requests/:requestId'),
    answer: post('/session-requests/:requestId/answer'),
  },

  my: {
    cases: get('/my/cases'),
    case: get('/my/cases/:caseId'),
    knownBy: get('/my/cases/:caseId/known-by'),
    withdrawal: {
      form: get('/my/cases/:caseId/consent-withdrawal'),
      create: post('/my/cases/:caseId/consent-withdrawal'),
    },
    times: get('/my/cases/:caseId/times'),
    hold: {
      create: post('/my/cases/:caseId/holds'),
      show: get('/my/holds/:holdId'),
      renew: post('/my/holds/:holdId/renewal'),
      release: post('/my/holds/:holdId/release'),
      book: post('/my/holds/:holdId/appointment'),
    },
    appointment: {
      show: get('/my/appointments/:appointmentId'),
      calendar: get('/my/appointments/:appointmentId/calendar.ics'),
      times: get('/my/appointments/:appointmentId/times'),
      cancellation: {
        form: get('/my/appointments/:appointmentId/cancellation'),
        create: post('/my/appointments/:appointmentId/cancellation'),
      },
    },
  },

  clinic: {
    cases: get('/clinic/cases'),
    case: get('/clinic/cases/:caseId'),
    attachment: get('/clinic/cases/:caseId/attachments/:attachmentId'),
    times: get('/clinic/cases/:caseId/times'),
    book: post('/clinic/cases/:caseId/appointments'),
    requestSessions: {
      form: get('/clinic/cases/:caseId/session-request'),
      create: post('/clinic/cases/:caseId/session-request'),
    },
    note: post('/clinic/cases/:caseId/notes'),
    closure: { form: get('/clinic/cases/:caseId/closure'), create: post('/clinic/cases/:caseId/closure') },
    calendar: get('/clinic/calendar'),
    day: get('/clinic/day'),
    appointment: {
      show: get('/clinic/appointments/:appointmentId'),
      times: get('/clinic/appointments/:appointmentId/times'),
      move: post('/clinic/appointments/:appointmentId/move'),
      cancellation: {
        form: get('/clinic/appointments/:appointmentId/cancellation'),
        create: post('/clinic/appointments/:appointmentId/cancellation'),
      },
      attendance: post('/clinic/appointments/:appointmentId/attendance'),
    },
    practitioners: get('/clinic/practitioners'),
    practitioner: get('/clinic/practitioners/:practitionerId'),
    hours: post('/clinic/practitioners/:practitionerId/hours'),
    exception: {
      create: post('/clinic/exceptions'),
      removal: post('/clinic/exceptions/:exceptionId/removal'),
    },
    rooms: get('/clinic/rooms'),
  },

  operator: {
    overview: get('/operator'),
    organisations: get('/operator/organisations'),
    register: { form: get('/operator/organisations/new'), create: post('/operator/organisations') },
    parkedJobs: get('/operator/parked-jobs'),
    retryJob: post('/operator/parked-jobs/:job/retry'),
    discardJob: post('/operator/parked-jobs/:job/discard'),
    leads: get('/operator/leads'),
    lead: get('/operator/leads/:leadId'),
    answerLead: post('/operator/leads/:leadId/answer'),
  },

  retention: {
    show: get('/organisation/retention'),
    instruct: post('/organisation/retention'),
    runs: get('/operator/retention'),
  },
  handover: {
    list: get('/clinic/handovers'),
    take: get('/clinic/handovers/:caseId/journal'),
    confirm: post('/clinic/handovers/:caseId/receipt'),
  },

  api: {
    guide: get('/api'),
    description: get('/api/openapi.json'),
    token: post('/api/token'),
    createCase: post('/api/cases'),
    listCases: get('/api/cases'),
    showCase: get('/api/cases/:caseId'),
    markConsent: post('/api/cases/:caseId/consent'),
  },
} as const

/** Every URL of the operator's public site. */
export const marketingRoutes = {
  home: get('/'),
  insurers: get('/insurers'),
  clinics: get('/clinics'),
  patients: get('/patients'),
  contact: { form: get('/contact'), create: post('/contact'), done: get('/contact/thanks') },
  privacy: get('/privacy'),
  cookies: get('/cookies'),
  cookieChoice: post('/cookies/choice'),
  language: post('/language'),
} as const
