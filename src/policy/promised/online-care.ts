import { texts } from '#kernel/language.ts'

export const onlineCare = {
  title: texts('Lægehjælp på nettet', 'Care online'),
  promises: {
    'T10.1': texts(
      'Du får en konto, hvor kun du kan se dine oplysninger og bestille en samtale.',
      'You get an account where only you can see your information and order a consultation.',
    ),
    'T10.2': texts(
      'Kontoen har kun de oplysninger, der er nævnt i politikken.',
      'The account has the information that the policy names and no more.',
    ),
    'T10.3': texts(
      'Vi gemmer kun svar om dit helbred, når du selv har sat et kryds ved, at vi må.',
      'We keep answers about your health only if you ticked yourself that we may.',
    ),
    'T10.4': texts(
      'Det, du ikke behøver at svare på, er mærket som frivilligt og kan slettes hver for sig.',
      'What you need not answer is marked as optional and can be erased one by one.',
    ),
    'T10.5': texts(
      'Oplysninger bliver kun gemt så længe, de skal bruges. Bilag til regnskabet bliver gemt i ti år.',
      'Information is kept only while it is needed. Bookkeeping is kept for ten years.',
    ),
    'T11.1': texts(
      'Du har ét samlet forløb, som kun de læger og apoteker, der behandler dig, kan se.',
      'You have one file, which only the doctors and pharmacies that treat you can see.',
    ),
    'T11.2': texts(
      'En læge eller et apotek får kun dine helbredsoplysninger, når du har sagt ja.',
      'A doctor or a pharmacy gets your health information only if you said yes.',
    ),
    'T11.3': texts(
      'Læger og apoteker har tavshedspligt og er selv ansvarlige for det, de får.',
      'Doctors and pharmacies are bound by secrecy and answer themselves for what they get.',
    ),
    'T12.1': texts(
      'Lægen har læst dine svar og tidligere notater, før I taler sammen.',
      'The doctor has read your answers and earlier notes before you speak.',
    ),
    'T12.2': texts(
      'Lægen henter kun oplysninger hos andre, når du har sagt ja.',
      'The doctor collects information from others only if you said yes.',
    ),
    'T12.3': texts(
      'Din journal bliver gemt så længe, loven kræver det.',
      'Your health record is kept as long as the law demands.',
    ),
    'T13.1': texts(
      'Mangler en betaling, får en advokat navn, adresse og beløb, og intet om dit helbred.',
      'If a payment is missing, a lawyer gets name, address and amount, and nothing about your health.',
    ),
    'T13.2': texts('Det bliver gemt, så længe kravet løber.', 'That is kept as long as the claim is pursued.'),
    'T19.1': texts('Brugere skal være 18 år eller ældre.', 'Users must be 18 or older.'),
  },
}
