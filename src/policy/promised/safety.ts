import { texts } from '#kernel/language.ts'

export const safety = {
  title: texts('Sikkerhed', 'Safety'),
  promises: {
    'T4.1': texts(
      'Alt, hvad du sender og læser her, er krypteret undervejs.',
      'Everything that you send and read here is encrypted on its way.',
    ),
    'R1.3': texts(
      'CPR-nummer, helbred og andre følsomme oplysninger er låst hver for sig, også dér hvor de ligger gemt.',
      'CPR number, health and other sensitive information are locked one by one, also where they are stored.',
    ),
    'R1.5': texts(
      'Ingen andre end du kan se din adgangskode, heller ikke os.',
      'Nobody but you can see your password, not even we.',
    ),
    X3: texts(
      'Enhver kan kontrollere, at listen over, hvem der har set hvad, ikke er ændret bagefter.',
      'Anybody can check that the list of who saw what was not altered afterwards.',
    ),
    'T4.2': texts(
      'Dine oplysninger ligger kun i godkendte datacentre i EU.',
      'Your information lies only in certified data centres in the EU.',
    ),
    'R1.15': texts('Ingen oplysninger bliver sendt ud af EU og EØS.', 'No information leaves the EU and the EEA.'),
    'T4.3': texts(
      'De firmaer, der arbejder for os, har en aftale og gør kun det, de får besked på.',
      'The companies that work for us have an agreement and do only what they are told.',
    ),
    'T6.1': texts(
      'Loggen over besøg på siderne har kun tekniske oplysninger, og aldrig det, du skriver.',
      'The log of visits to the sites has technical information only, and never what you write.',
    ),
    'T6.2': texts(
      'Den log bliver ikke koblet til dig eller til andre oplysninger.',
      'That log is not joined with you or with other information.',
    ),
    'T18.1': texts(
      'Går noget i stykker, bliver fejlen meldt uden oplysninger om nogen.',
      'If something breaks, the error is reported without information about anybody.',
    ),
    'T19.2': texts(
      'Ingen kan høste oplysninger: der er grænser for, hvor meget man kan spørge, og systemer skal have adgang først.',
      'Nobody can harvest information: there are limits on how much can be asked, and systems need access first.',
    ),
    'T19.4': texts(
      'Det, andre skriver eller lægger op, kan ikke køre som et program i din browser.',
      'What others write or upload cannot run as a program in your browser.',
    ),
    'T19.6': texts(
      'Når en medarbejders adgang lukkes, er den væk i samme øjeblik.',
      'When a member of staff loses access it is gone that very moment.',
    ),
  },
}
