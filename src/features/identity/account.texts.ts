import { texts } from '#kernel/language.ts'

export const accountTexts = texts(
  {
    title: 'Min konto',
    lead: (email: string) => `Du logger ind med ${email}.`,
    noCodes: 'Du har ingen nødkoder. Lav dem nu, så du kan komme ind, hvis du mister din telefon.',
    fewCodes: (left: number) => `Du har kun ${left} ${left === 1 ? 'nødkode' : 'nødkoder'} tilbage. Lav nye i god tid.`,
    passwordHeading: 'Adgangskode',
    passwordLead: 'Når du skifter den, bliver du logget ud alle andre steder.',
    current: 'Nuværende adgangskode',
    wrongCurrent: 'Den nuværende adgangskode passer ikke',
    tooMany: 'Der har været for mange forsøg. Vent 10 minutter, og prøv så igen.',
    savePassword: 'Skift adgangskode',
    totpHeading: 'App med koder',
    totpOn: 'Du har sat en app op, som viser koder til log-in.',
    totpOff: 'Du har ikke sat en app op. En app er god at have, hvis din adgangsnøgle ikke virker.',
    totpChange: 'Skift til en anden app eller telefon',
    totpAdd: 'Sæt en app op',
    passkeysHeading: 'Adgangsnøgler',
    passkeysLead: 'Med en adgangsnøgle bekræfter du log-in med fingeraftryk, ansigt, pinkode eller en sikkerhedsnøgle.',
    noPasskeys: 'Du har ingen adgangsnøgler.',
    passkeyAdded: 'Tilføjet',
    passkeyUsed: 'Sidst brugt',
    never: 'aldrig',
    action: 'Handling',
    remove: (name: string) => `Fjern ${name}`,
    passkeyName: 'Navn på adgangsnøglen',
    passkeyNameHint: 'Så du kan kende den, for eksempel "Arbejdscomputer"',
    addPasskey: 'Tilføj adgangsnøgle',
    passkeyProblem:
      'Adgangsnøglen blev ikke tilføjet. Prøv igen. Har du den allerede, kan den ikke tilføjes én gang til.',
    recoveryHeading: 'Nødkoder',
    recoveryLead: (left: number) =>
      left === 0
        ? 'Du har ingen nødkoder tilbage.'
        : `Du har ${left} ${left === 1 ? 'nødkode' : 'nødkoder'}, der kan bruges én gang hver.`,
    makeCodes: 'Lav nye nødkoder',
    codesReplace: 'Nye koder afløser de gamle, som holder op med at virke.',
    codesTitle: 'Dine nye nødkoder',
    codesLead: 'Skriv dem ned, eller print dem, og gem dem et sikkert sted. Vi viser dem kun denne ene gang.',
    codesBack: 'Jeg har gemt dem',
    staleHeading: 'Log ind igen for at ændre app, adgangsnøgler og nødkoder',
    staleText:
      'Det er over 30 minutter siden, du loggede ind. Af hensyn til sikkerheden skal du logge ud og ind igen først. Adgangskoden kan du skifte med det samme.',
    stale: 'Log ud, og log ind igen',
    rightsHeading: 'Oplysninger om dig selv',
    rightsText: (email: string) =>
      `Vi gemmer dit navn, din arbejdsmail, dine roller og hvad du har gjort her. Vil du have indsigt, rettet eller slettet noget, begrænse det, have det med dig eller gøre indsigelse, så skriv til ${email}. Du får svar senest én måned efter. Du kan også klage til`,
    everywhereHeading: 'Log ud overalt',
    everywhereLead: 'Har du mistet en enhed, eller er du i tvivl, så log ud på alle dine enheder, også denne.',
    everywhere: 'Log ud overalt',
  },
  {
    title: 'My account',
    lead: (email: string) => `You log in with ${email}.`,
    noCodes: 'You have no recovery codes. Make them now, so that you can get in if you lose your phone.',
    fewCodes: (left: number) =>
      `You have only ${left} recovery ${left === 1 ? 'code' : 'codes'} left. Make new ones in good time.`,
    passwordHeading: 'Password',
    passwordLead: 'When you change it, you are logged out everywhere else.',
    current: 'Current password',
    wrongCurrent: 'The current password does not match',
    tooMany: 'There have been too many attempts. Wait 10 minutes and then try again.',
    savePassword: 'Change password',
    totpHeading: 'App with codes',
    totpOn: 'You have set up an app that shows codes for log-in.',
    totpOff: 'You have not set up an app. An app is good to have if your passkey does not work.',
    totpChange: 'Change to another app or phone',
    totpAdd: 'Set up an app',
    passkeysHeading: 'Passkeys',
    passkeysLead: 'With a passkey you confirm log-in by fingerprint, face, PIN or a security key.',
    noPasskeys: 'You have no passkeys.',
    passkeyAdded: 'Added',
    passkeyUsed: 'Last used',
    never: 'never',
    action: 'Action',
    remove: (name: string) => `Remove ${name}`,
    passkeyName: 'Name of the passkey',
    passkeyNameHint: 'So that you know it, for example "Work computer"',
    addPasskey: 'Add passkey',
    passkeyProblem: 'The passkey was not added. Try again. If you have it already, it cannot be added once more.',
    recoveryHeading: 'Recovery codes',
    recoveryLead: (left: number) =>
      left === 0
        ? 'You have no recovery codes left.'
        : `You have ${left} recovery ${left === 1 ? 'code' : 'codes'} that can be used once each.`,
    makeCodes: 'Make new recovery codes',
    codesReplace: 'New codes replace the old ones, which stop working.',
    codesTitle: 'Your new recovery codes',
    codesLead: 'Write them down or print them, and keep them in a safe place. We show them only this once.',
    codesBack: 'I have saved them',
    staleHeading: 'Log in again to change app, passkeys and recovery codes',
    staleText:
      'It is more than 30 minutes since you logged in. For your safety you have to log out and in again first. You can change your password right away.',
    stale: 'Log out and log in again',
    rightsHeading: 'Information about yourself',
    rightsText: (email: string) =>
      `We keep your name, your work e-mail, your roles and what you have done here. For access, correction, erasure, restriction, to take it with you or to object, write to ${email}. You get an answer within one month. You can also complain to`,
    everywhereHeading: 'Log out everywhere',
    everywhereLead: 'If you have lost a device, or are in doubt, log out on all your devices, this one too.',
    everywhere: 'Log out everywhere',
  },
)

export const accountNotices = texts(
  {
    'second-factor-set': 'Din app er sat op, og du er logget ind. Lav nu dine nødkoder.',
    'recovery-code-used':
      'Du er logget ind med en nødkode, som nu er brugt. Sæt en ny app eller adgangsnøgle op, hvis du har mistet den gamle.',
    'password-changed': 'Din adgangskode er skiftet, og du er logget ud alle andre steder.',
    'app-set': 'Den nye app er sat op. Koder fra den gamle virker ikke længere.',
    'passkey-added': 'Adgangsnøglen er tilføjet.',
    'passkey-removed': 'Adgangsnøglen er fjernet.',
    'log-in-anew': 'Log ud og ind igen, før du ændrer, hvordan du logger ind.',
    'last-factor': 'Du kan ikke fjerne din sidste adgangsnøgle, før du har sat en app op eller tilføjet en anden.',
  },
  {
    'second-factor-set': 'Your app is set up, and you are logged in. Now make your recovery codes.',
    'recovery-code-used':
      'You logged in with a recovery code, which is now used. Set up a new app or passkey if you have lost the old one.',
    'password-changed': 'Your password is changed, and you are logged out everywhere else.',
    'app-set': 'The new app is set up. Codes from the old one no longer work.',
    'passkey-added': 'The passkey is added.',
    'passkey-removed': 'The passkey is removed.',
    'log-in-anew': 'Log out and in again before you change how you log in.',
    'last-factor': 'You cannot remove your last passkey until you have set up an app or added another.',
  },
)
