import { type Language, texts } from '#kernel/language.ts'

const words = texts(
  {
    foot: 'Sådan behandler vi dine oplysninger:',
    automatic: 'Du kan ikke svare på denne mail. Log ind, hvis du vil skrive til os.',
  },
  {
    foot: 'How we process your data:',
    automatic: 'You cannot reply to this e-mail. Log in if you want to write to us.',
  },
)

export type MailBody = { readonly text: string; readonly html: string }

/** The same words twice: as plain text, and as HTML with a paragraph for each block between blank lines. */
export function mailBody(text: string, language: Language, privacyPolicyUrl: string): MailBody {
  const { foot, automatic } = words[language]
  const blocks = text.trim().split(/\n\s*\n/)
  const all = [...blocks, automatic, `${foot} ${privacyPolicyUrl}`]
  const paragraphs = all.map((block) => `<p>${linked(escape(block)).replaceAll('\n', '<br>')}</p>`)
  return {
    text: `${all.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>${paragraphs.join('\n')}</body></html>`,
  }
}

const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)

const linked = (html: string) =>
  html.replace(/https?:\/\/[^\s<]+?(?=[.,;:!?)]*(?:\s|$|<))/g, (url) => `<a href="${url}">${url}</a>`)
