import { texts } from '#kernel/language.ts'
import type { IconName } from '#platform/design/index.ts'

type Words = {
  readonly title: string
  readonly lead: string
  readonly points: readonly string[]
  readonly gains: string
  readonly features: readonly { readonly icon: IconName; readonly title: string; readonly text: string }[]
  readonly questions: string
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  readonly end: string
}

export type Audience = 'insurers' | 'clinics' | 'patients'

export const audienceTexts = texts<Readonly<Record<Audience, Words>>>(
  {
    insurers: {
      title: 'Jeres kunder i behandling, før de når at ringe igen',
      lead: 'Godkend behandlingen, og lad kunden klare resten. I ser, hvad der er brugt, og bestemmer selv over mere.',
      points: [
        'Opret én sag eller fire hundrede',
        'Svar på ønsker om flere behandlinger ét sted',
        'Jeres egne roller og adgange',
      ],
      gains: 'Det får I',
      features: [
        {
          icon: 'file',
          title: 'Ind fra det system, I har',
          text: 'Sager kommer ind fra en formular, et regneark eller et veldokumenteret API. Fejl i en fil vises række for række, før noget gemmes.',
        },
        {
          icon: 'shield',
          title: 'Samtykke på selve sagen',
          text: 'Sagsbehandleren markerer, hvordan og hvornår kunden samtykkede. Uden den markering går intet videre.',
        },
        {
          icon: 'check',
          title: 'Aldrig flere end godkendt',
          text: 'Databasen kan ikke booke en behandling, som ikke er godkendt, heller ikke når to klikker samtidig.',
        },
      ],
      questions: 'Det spørger selskaber om',
      answers: [
        {
          question: 'Hvem er dataansvarlig?',
          answer:
            'Det er I for jeres sager, og klinikken for sin behandling. Vi er databehandler for jer begge og følger jeres instruks.',
        },
        {
          question: 'Hvad får vi tilbage fra klinikken?',
          answer: 'Om behandlingen er i gang, brugt og afsluttet. Journalen bliver på klinikken.',
        },
        {
          question: 'Hvad sker der, når en sag er slut?',
          answer:
            'Personens nøgle destrueres, når den periode, I har besluttet, er gået. Derefter kan oplysningerne ikke læses af nogen.',
        },
      ],
      end: 'Tal med os om jeres sager',
    },
    clinics: {
      title: 'Patienter i kalenderen, ikke i telefonen',
      lead: 'Forsikringspatienter booker selv i de timer, I åbner. Henvisningen ligger klar, før de kommer.',
      points: ['Ingen dobbeltbookinger', 'Afbud frigiver tiden med det samme', 'Bed om flere behandlinger med få klik'],
      gains: 'Det får I',
      features: [
        {
          icon: 'calendar',
          title: 'En kalender, der holder',
          text: 'Åbningstider for hver behandler, lukkedage og lokaler. En behandler, et lokale og en patient kan kun være ét sted ad gangen.',
        },
        {
          icon: 'person',
          title: 'Det, I skal vide',
          text: 'I ser de oplysninger, behandlingstypen kræver, og kun for de patienter, der har valgt jer og samtykket.',
        },
        {
          icon: 'clock',
          title: 'Dagen på én side',
          text: 'Sekretæren ser dagens tider, noterer fremmøde og flytter eller aflyser. Patienten får automatisk besked.',
        },
      ],
      questions: 'Det spørger klinikker om',
      answers: [
        {
          question: 'Skal vi skifte journalsystem?',
          answer:
            'Nej. Journalen er jeres og bliver, hvor den er. Klinikbro har henvisningen, tiderne og det, selskabet skal have besked om.',
        },
        {
          question: 'Hvad nu, hvis patienten bliver væk?',
          answer:
            'I noterer udeblivelsen. Sene afbud og udeblivelser tæller efter de regler, som patienten har set ved bookingen.',
        },
        {
          question: 'Hvad nu, hvis samtykket trækkes tilbage?',
          answer: 'Så kan I ikke længere se sagen. I har stadig jeres egen journal.',
        },
      ],
      end: 'Tal med os om jeres klinik',
    },
    patients: {
      title: 'Din behandling, din tid, dine oplysninger',
      lead: 'Har dit forsikringsselskab godkendt en behandling, finder du selv en tid, der passer dig. Du bestemmer, hvem der må vide hvad.',
      points: [
        'Log ind med MitID, intet at oprette',
        'Flyt eller aflys, når livet ændrer sig',
        'Gratis at bruge for dig',
      ],
      gains: 'Sådan er det for dig',
      features: [
        {
          icon: 'search',
          title: 'Find en tid',
          text: 'Se de første ledige tider på de klinikker, dit selskab har godkendt, med afstanden fra dit postnummer.',
        },
        {
          icon: 'lock',
          title: 'Sig ja eller nej',
          text: 'Ingen klinik ser din sag, før du har samtykket. Du kan altid trække det tilbage på din sag.',
        },
        {
          icon: 'info',
          title: 'Se, hvem der ved hvad',
          text: 'På din sag står der, hvem der har fået hvilke oplysninger, hvornår og hvorfor.',
        },
      ],
      questions: 'Det spørger patienter om',
      answers: [
        {
          question: 'Hvordan kommer jeg i gang?',
          answer:
            'Når dit forsikringsselskab har oprettet din sag, får du besked. Så logger du ind med MitID og ser, hvor mange behandlinger du har, og indtil hvornår.',
        },
        {
          question: 'Hvad kan klinikken se?',
          answer:
            'Dit navn, hvordan den får fat i dig, og det, som netop din behandling kræver. Ikke dine andre sager.',
        },
        {
          question: 'Kan jeg få hjælp i telefonen?',
          answer: 'Ja, hos dit forsikringsselskab og din klinik. Er det akut, skal du ringe 112.',
        },
      ],
      end: 'Se din sag',
    },
  },
  {
    insurers: {
      title: 'Your customers in treatment before they call again',
      lead: 'Approve the treatment and let the customer do the rest. You see what is used and decide on more.',
      points: [
        'Enter one case or four hundred',
        'Answer requests for more sessions in one place',
        'Your own roles and access',
      ],
      gains: 'What you get',
      features: [
        {
          icon: 'file',
          title: 'In from the system you have',
          text: 'Cases come in by form, by spreadsheet or by a documented API. Mistakes in a file are shown row by row before anything is saved.',
        },
        {
          icon: 'shield',
          title: 'Consent on the very case',
          text: 'The case handler marks how and when the customer consented. Without that mark nothing goes on.',
        },
        {
          icon: 'check',
          title: 'Never more than approved',
          text: 'The database cannot book a session that was not approved, not even when two click at once.',
        },
      ],
      questions: 'What insurers ask',
      answers: [
        {
          question: 'Who is the controller?',
          answer:
            'You are for your cases, and the clinic for its treatment. We are the processor for both and follow your instructions.',
        },
        {
          question: 'What do we get back from the clinic?',
          answer: 'Whether the treatment is under way, used and closed. The journal stays with the clinic.',
        },
        {
          question: 'What happens when a case is over?',
          answer:
            'The person’s key is destroyed when the period that you decided on has passed. After that nobody can read the information.',
        },
      ],
      end: 'Talk to us about your cases',
    },
    clinics: {
      title: 'Patients in the calendar, not on the phone',
      lead: 'Insured patients book themselves into the hours you open. The referral is ready before they come.',
      points: ['No double bookings', 'A cancellation frees the time at once', 'Ask for more sessions in a few clicks'],
      gains: 'What you get',
      features: [
        {
          icon: 'calendar',
          title: 'A calendar that holds',
          text: 'Opening hours for each practitioner, closing days and rooms. A practitioner, a room and a patient can be in one place only.',
        },
        {
          icon: 'person',
          title: 'What you need to know',
          text: 'You see the information that the type of treatment calls for, and only of patients who chose you and consented.',
        },
        {
          icon: 'clock',
          title: 'The day on one page',
          text: 'The secretary sees the day’s appointments, notes attendance, and moves or cancels. The patient is told automatically.',
        },
      ],
      questions: 'What clinics ask',
      answers: [
        {
          question: 'Must we change our journal system?',
          answer:
            'No. The journal is yours and stays where it is. Klinikbro has the referral, the appointments and what the insurer must be told.',
        },
        {
          question: 'What if a patient does not come?',
          answer:
            'You note the no-show. Late cancellations and no-shows count by the rules that the patient saw when booking.',
        },
        {
          question: 'What if consent is withdrawn?',
          answer: 'Then you can no longer see the case. You still have your own journal.',
        },
      ],
      end: 'Talk to us about your clinic',
    },
    patients: {
      title: 'Your treatment, your time, your information',
      lead: 'If your insurer has approved a treatment, you find a time that suits you. You decide who may know what.',
      points: ['Log in with MitID, no account needed', 'Move or cancel when life changes', 'Free for you to use'],
      gains: 'What it is like for you',
      features: [
        {
          icon: 'search',
          title: 'Find a time',
          text: 'See the first free times at the clinics your insurer has approved, and how far they are from your postcode.',
        },
        {
          icon: 'lock',
          title: 'Say yes, or no',
          text: 'No clinic sees your case before you have consented. You can withdraw at any time, on your case.',
        },
        { icon: 'info', title: 'See who knows what', text: 'Your case tells who got which information, when and why.' },
      ],
      questions: 'What patients ask',
      answers: [
        {
          question: 'How do I begin?',
          answer:
            'When your insurer has entered your case, you are told. Then you log in with MitID and see how many sessions you have, and until when.',
        },
        {
          question: 'What can the clinic see?',
          answer: 'Your name, how to reach you, and what this very treatment calls for. Not your other cases.',
        },
        {
          question: 'Can I get help by phone?',
          answer: 'Yes, from your insurer and your clinic. In an emergency, call 112.',
        },
      ],
      end: 'See your case',
    },
  },
)
