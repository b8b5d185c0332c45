import { texts } from '#kernel/language.ts'

export const openness = {
  title: texts('Hvad der gælder, og hvem der står til ansvar', 'What applies, and who answers for it'),
  promises: {
    'T2.1': texts(
      'Hvem der er ansvarlig, og hvordan du får fat i dem, står på hver side.',
      'Who is responsible and how to reach them stands on every page.',
    ),
    X1: texts(
      'Privatlivspolitikken, listen over cookies og vores fortegnelse er lavet af de samme regler, som systemet følger.',
      'The privacy policy, the list of cookies and our record are made from the same rules that the system follows.',
    ),
    X5: texts(
      'Denne side viser hvert løfte, hvad der sørger for det, og hvilke prøver der viser, at det virker.',
      'This page shows each promise, what sees to it, and which tests show that it works.',
    ),
    'R1.1': texts(
      'Der er én privatlivspolitik med en del for hver side.',
      'There is one privacy policy, with a part for each site.',
    ),
    'T1.1': texts(
      'Politik og vilkår ændres kun fremad, og alle tidligere udgaver kan læses.',
      'Policy and terms change for the future only, and every earlier version can be read.',
    ),
    'R5.1': texts(
      'Vilkårene for at bruge siderne står ét sted, med udgave og dato.',
      'The terms of use stand in one place, with version and date.',
    ),
    'T19.5': texts(
      'Ændres vilkårene på en vigtig måde, får du besked.',
      'If the terms change in an important way, you are told.',
    ),
    'R1.9': texts(
      'Breve og mails fra os viser vej til privatlivspolitikken.',
      'Letters and mails from us point to the privacy policy.',
    ),
    'T9.1': texts(
      'En besked, du sender os, bliver kun brugt til at svare dig.',
      'A message that you send us is used to answer you and for nothing else.',
    ),
    'R5.2': texts(
      'Siderne er lavet i Danmark til Danmark: dansk først, med danske datoer og helligdage.',
      'The sites are run from Denmark for Denmark: Danish first, with Danish dates and holidays.',
    ),
    'T19.3': texts(
      'Indhold, der bryder vilkårene, kan blive fjernet. Så får du besked og kan klage.',
      'Content that breaks the terms can be removed. You are then told and can appeal.',
    ),
    'T19.7': texts(
      'Siderne er åbne så meget som muligt, og planlagt vedligehold bliver varslet.',
      'The sites are open as much as possible, and planned maintenance is announced.',
    ),
  },
}
