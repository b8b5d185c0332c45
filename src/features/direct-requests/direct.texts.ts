import { type Language, texts } from '#kernel/language.ts'
import type { DirectField } from './direct-request.ts'

/** Words that whoever asks and whoever answers share. */
export const directTexts = texts(
  {
    fields: {
      email: 'E-mail',
      'practitioner-name': 'Navn som behandler',
      'authorisation-id': 'Autorisations-id',
      other: 'Noget andet',
      enquiry: 'En henvendelse',
    },
    about: 'Hvad det handler om',
    field: 'Oplysning',
    text: 'Hvad der er skrevet',
    proposal: 'Hvad der skal stå',
    identity: 'Hvem der spørger, er kontrolleret ved',
    by: 'Hvem svarer',
    because: 'Grundlag',
    answer: 'Svaret',
    asked: 'Anmodningen',
    history: 'Forløb',
    lead: (controller: string, day: string) => `${controller} svarer senest ${day}.`,
    granted: (controller: string) => `${controller} har imødekommet din anmodning.`,
    refused: (controller: string) => `${controller} har afslået din anmodning.`,
    carriedOut: 'Det er gjort.',
  },
  {
    fields: {
      email: 'E-mail',
      'practitioner-name': 'Name as a practitioner',
      'authorisation-id': 'Authorisation id',
      other: 'Something else',
      enquiry: 'An enquiry',
    },
    about: 'What it is about',
    field: 'Information',
    text: 'What was written',
    proposal: 'What it should say',
    identity: 'Who asks was checked by',
    by: 'Who answers',
    because: 'Basis',
    answer: 'The answer',
    asked: 'The request',
    history: 'History',
    lead: (controller: string, day: string) => `${controller} will answer by ${day}.`,
    granted: (controller: string) => `${controller} has granted your request.`,
    refused: (controller: string) => `${controller} has refused your request.`,
    carriedOut: 'It has been done.',
  },
)

export const directFieldWords = (field: DirectField, language: Language): string => directTexts[language].fields[field]
