import { texts } from '#kernel/language.ts'

export const guideTexts = texts(
  {
    title: 'Vejledning til API’et',
    lead: 'Med API’et kan et forsikringsselskabs eget system oprette sager og følge dem. Det svarer i JSON.',
    description: 'Hent beskrivelsen som OpenAPI 3.1',
    tokenTitle: 'Få en adgangsnøgle',
    tokenText:
      'Jeres administrator udsteder et klient-id og en hemmelighed under API-adgang. Byt dem til en adgangsnøgle, som gælder en time (OAuth 2, client credentials).',
    createTitle: 'Opret en sag',
    createText:
      'Send en Idempotency-Key med, som I selv finder på til hver ny sag. Sender I det samme igen med samme nøgle, får I samme svar, og der bliver kun én sag. Svaret er 201 med sagens adresse i Location.',
    consentTitle: 'Markér samtykke',
    consentText:
      'Intet går til en klinik, før samtykket er markeret på sagen. Oprettes sagen uden samtykke, venter den, til I markerer det. Har patienten trukket sit samtykke tilbage, er det, I skrev til klinikken, slettet, og API’et kan ikke markere det igen; det gør en sagsbehandler.',
    consentWords: 'Markér kun, når patienten har sagt ja til netop disse ord:',
    withdrawTitle: 'Træk samtykket tilbage',
    withdrawText:
      'Siger patienten det til jer, så kald dette med det samme; kaldet har intet indhold. Klinikken mister adgangen til sagen, det, I skrev til den, bliver slettet, kommende tider bliver aflyst, og patienten og klinikken får besked. Kald det igen, hvis I er i tvivl: så sker der ikke mere. Svaret er sagen, som den står nu.',
    followTitle: 'Følg sagerne',
    followText:
      'Listen er delt i sider; next er adressen på den næste. En enkelt sag viser tilstand, behandlinger og tider. Klinikkens notater er ikke med.',
    statesTitle: 'Sagens tilstand',
    treatmentsTitle: 'Behandlinger og deres felter',
    treatmentsText: 'En sag må kun have de felter, som dens behandling spørger om.',
    code: 'Kode',
    name: 'Behandling',
    required: 'Skal udfyldes',
    optional: 'Kan udfyldes',
    limitsTitle: 'Grænser',
    limitsText: 'Højst 600 kald i minuttet fra samme adresse, og højst 100 kB i et kald.',
    problemsTitle: 'Fejl',
    problemsText:
      'En fejl er et application/problem+json-svar (RFC 9457). Feltet type peger på afsnittet her. Er felter forkerte, står de i errors med pointer (RFC 6901), code og detail.',
    problems: {
      'not-json': 'Indholdet kan ikke læses som JSON.',
      invalid: 'Et eller flere felter er forkerte. De står i errors.',
      'idempotency-key-missing': 'Headeren Idempotency-Key mangler, eller den er over 200 tegn.',
      'idempotency-key-reused': 'Nøglen er brugt til et andet indhold. Brug en ny nøgle til en ny sag.',
      'case-number-taken': 'I har allerede en sag med det nummer.',
      'consent-missing': 'Der er ikke markeret noget samtykke på sagen, så der er ikke noget at trække tilbage.',
      'consent-withdrawn': 'Patienten har trukket sit samtykke tilbage. En sagsbehandler må tale med patienten.',
      unauthorised: 'Adgangsnøglen mangler, er udløbet, eller adgangen er spærret. Hent en ny.',
      forbidden: 'Adgangen må ikke gøre det.',
      'not-found': 'Sagen findes ikke hos jer.',
      missing: 'Adressen findes ikke.',
      unreadable: 'Kaldet kunne ikke læses.',
      'too-large': 'Der er sendt for meget på én gang.',
      'too-many': 'For mange kald. Vent et minut.',
      'read-only':
        'Planlagt vedligehold: intet kan ændres lige nu, men alt kan hentes. Vent så mange sekunder, som Retry-After siger. /status.json viser kommende vedligehold.',
      broken: 'Fejlen er vores, og vi har noteret den. Intet er gemt halvt. Prøv igen med samme Idempotency-Key.',
    },
  },
  {
    title: 'Guide to the API',
    lead: 'With the API, an insurer’s own system can open cases and follow them. It answers in JSON.',
    description: 'Get the description as OpenAPI 3.1',
    tokenTitle: 'Get an access token',
    tokenText:
      'Your administrator issues a client id and a secret under API access. Exchange them for a token that is valid for an hour (OAuth 2, client credentials).',
    createTitle: 'Open a case',
    createText:
      'Send an Idempotency-Key that you make up for each new case. If you send the same again with the same key, you get the same answer and there is one case only. The answer is 201 with the case’s address in Location.',
    consentTitle: 'Mark consent',
    consentText:
      'Nothing goes to a clinic before the consent is marked on the case. A case opened without consent waits until you mark it. If the patient has withdrawn the consent, what you wrote for the clinic is erased, and the API cannot mark it again; a case handler does.',
    consentWords: 'Mark it only when the patient has agreed to these very words:',
    withdrawTitle: 'Withdraw the consent',
    withdrawText:
      'When the patient tells you so, call this at once; it has no body. The clinic loses sight of the case, what you wrote for it is erased, coming appointments are cancelled, and the patient and the clinic are told. Call it again when in doubt: nothing more happens. The answer is the case as it stands now.',
    followTitle: 'Follow the cases',
    followText:
      'The list comes in pages; next is the address of the following one. A single case shows state, sessions and appointments. The clinic’s notes are not included.',
    statesTitle: 'The state of a case',
    treatmentsTitle: 'Treatments and their fields',
    treatmentsText: 'A case can have only the fields that its treatment asks for.',
    code: 'Code',
    name: 'Treatment',
    required: 'Required',
    optional: 'Optional',
    limitsTitle: 'Limits',
    limitsText: 'At most 600 requests a minute from one address, and at most 100 kB in a request.',
    problemsTitle: 'Problems',
    problemsText:
      'A problem is an application/problem+json answer (RFC 9457). Its type points to the section here. Wrong fields are listed in errors with pointer (RFC 6901), code and detail.',
    problems: {
      'not-json': 'The body cannot be read as JSON.',
      invalid: 'One or more fields are wrong. They are listed in errors.',
      'idempotency-key-missing': 'The header Idempotency-Key is missing or longer than 200 characters.',
      'idempotency-key-reused': 'The key has been used for another body. Use a new key for a new case.',
      'case-number-taken': 'You have a case with that number already.',
      'consent-missing': 'No consent is marked on the case, so there is none to withdraw.',
      'consent-withdrawn': 'The patient has withdrawn the consent. A case handler must talk with the patient.',
      unauthorised: 'The token is missing or expired, or the access is revoked. Get a new one.',
      forbidden: 'The access may not do that.',
      'not-found': 'You have no such case.',
      missing: 'There is no such address.',
      unreadable: 'The request could not be read.',
      'too-large': 'Too much was sent at once.',
      'too-many': 'Too many requests. Wait a minute.',
      'read-only':
        'Planned maintenance: nothing can be changed now, but everything can be fetched. Wait as many seconds as Retry-After says. /status.json shows maintenance to come.',
      broken:
        'The fault is ours, and we have noted it. Nothing is half saved. Try again with the same Idempotency-Key.',
    },
  },
)
