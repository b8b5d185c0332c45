import { texts } from '#kernel/language.ts'

/** What to read when the eID did not let somebody in: what happened, and what to do. */
export const eidTexts = texts(
  {
    again: 'Prøv igen',
    stillThere: 'Bliver det ved, så ring til dit forsikringsselskab. De kan hjælpe dig på en anden måde.',
    unknown: {
      title: 'Vi har ingen sag til dig',
      lead: 'Dit MitID virkede. Men intet forsikringsselskab har oprettet en sag til dig her, og vi har ikke gemt noget om dig.',
      text: 'Spørg dit forsikringsselskab, om de har godkendt din behandling, og om de bruger Klinikbro. De kan oprette sagen, og så kan du logge ind med det samme.',
    },
    cancelled: { title: 'Du afbrød', lead: 'Du blev ikke logget ind. Prøv igen, når du er klar.' },
    'employee-identity': {
      title: 'Brug dit private MitID',
      lead: 'Du loggede ind med et MitID til arbejde. Din behandling hører til dig som privatperson: log ind igen, og vælg din private identitet.',
    },
    'assurance-too-low': {
      title: 'Dit MitID er ikke sikkert nok her',
      lead: 'For at vise sundhedsoplysninger skal vi bruge et MitID på niveauet "betydelig". Brug MitID-appen, kodeviseren eller en chip, og log ind igen.',
    },
    'no-cpr': {
      title: 'Vi kan ikke se, hvem du er',
      lead: 'Dit MitID er ikke knyttet til et CPR-nummer, og uden det kan vi ikke finde din sag. Ring til dit forsikringsselskab: de kan hjælpe dig på en anden måde.',
    },
    'cpr-mismatch-exhausted': {
      title: 'CPR-nummeret passede ikke',
      lead: 'Nummeret blev skrevet forkert tre gange. Log ind igen med MitID, og skriv dit CPR-nummer.',
    },
    'state-mismatch': {
      title: 'Begynd forfra med at logge ind',
      lead: 'Vi kunne ikke se, at log-in begyndte her i din browser. Det sker, når man går tilbage, genindlæser siden eller åbner et gammelt link.',
    },
    expired: {
      title: 'Det tog for lang tid',
      lead: 'Der gik for lang tid, før du kom tilbage fra MitID. Log ind igen.',
    },
    'broker-unavailable': {
      title: 'MitID svarer ikke lige nu',
      lead: 'Vi kan ikke få forbindelse til MitID. Det er ikke din fejl. Prøv igen om et par minutter.',
    },
    'invalid-token': {
      title: 'Vi kunne ikke godkende svaret fra MitID',
      lead: 'Svaret så ikke ud, som det skulle, så vi lukkede dig ikke ind. Log ind igen.',
    },
  },
  {
    again: 'Try again',
    stillThere: 'If it keeps happening, call your insurer. They can help you another way.',
    unknown: {
      title: 'We have no case for you',
      lead: 'Your MitID worked. But no insurer has opened a case for you here, and we have stored nothing about you.',
      text: 'Ask your insurer whether they have approved your treatment, and whether they use Klinikbro. They can open the case, and then you can log in at once.',
    },
    cancelled: { title: 'You stopped', lead: 'You were not logged in. Try again when you are ready.' },
    'employee-identity': {
      title: 'Use your private MitID',
      lead: 'You logged in with a MitID for work. Your treatment belongs to you as a private person: log in again and choose your private identity.',
    },
    'assurance-too-low': {
      title: 'Your MitID is not secure enough here',
      lead: 'To show health information we need a MitID at level "substantial". Use the MitID app, code display or a chip, and log in again.',
    },
    'no-cpr': {
      title: 'We cannot see who you are',
      lead: 'Your MitID is not tied to a CPR number, and without it we cannot find your case. Call your insurer: they can help you another way.',
    },
    'cpr-mismatch-exhausted': {
      title: 'The CPR number did not match',
      lead: 'The number was typed wrongly three times. Log in again with MitID and type your CPR number.',
    },
    'state-mismatch': {
      title: 'Start logging in again',
      lead: 'We could not tell that this log-in began here in your browser. That happens when you go back, reload the page or open an old link.',
    },
    expired: {
      title: 'It took too long',
      lead: 'Too much time passed before you came back from MitID. Log in again.',
    },
    'broker-unavailable': {
      title: 'MitID does not answer right now',
      lead: 'We cannot reach MitID. It is not your fault. Try again in a few minutes.',
    },
    'invalid-token': {
      title: 'We could not accept the answer from MitID',
      lead: 'The answer did not look as it should, so we did not let you in. Log in again.',
    },
  },
)
