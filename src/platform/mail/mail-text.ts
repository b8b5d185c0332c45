import { type Language, texts } from '#kernel/language.ts'

const words = texts(
  {
    foot: 'Sådan behandler vi dine oplysninger:',
    ways: {
      'log-in': 'Du kan ikke svare på denne mail. Log ind, hvis du vil skrive til os.',
      contact: 'Du kan ikke svare på denne mail. Brug formularen på vores side, hvis du vil skrive igen.',
    },
  },
  {
    foot: 'How we process your data:',
    ways: {
      'log-in': 'You cannot reply to this e-mail. Log in if you want to write to us.',
      contact: 'You cannot reply to this e-mail. Use the form on our site if you want to write again.',
    },
  },
)

export type MailBody = { readonly text: string; readonly html: string }

/** How the reader can write back: most can log in; who wrote on the public site has its contact form. */
export type WayBack = 'log-in' | 'contact'

type Foot = { readonly wayBack: WayBack; readonly privacyPolicyUrl: string }

/** The same words twice: as plain text, and as HTML with a paragraph for each block between blank lines. */
export function mailBody(text: string, language: Language, { wayBack, privacyPolicyUrl }: Foot): MailBody {
  const { foot, ways } = words[language]
  const blocks = text.trim().split(/\n\s*\n/)
  const all = [...blocks, ways[wayBack], `${foot} ${privacyPolicyUrl}`]
  const paragraphs = all.map((block) => `<p>${linked(escape(block)).replaceAll('\n', '<br>')}</p>`)
  return {
    text: `${all.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>${paragraphs.join('\n')}</body></html>`,
  }
}

const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)

const linked = (html: string) =>
  html.replace(/https?:\/\/[^\s<]+?(?=[.,;:!?)]*(?:\s|$|<))/g, (url) => `<a href="${url}">${url}</a>`)
