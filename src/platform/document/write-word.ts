/**
 * A document as a Word file (Office Open XML), as offices file and annotate their records. Headings are real headings, so that Word and
 * screen readers can walk through them; heads of tables are repeated on each page. Nothing is fetched: fonts are named, not embedded.
 */
import type * as Docx from 'docx'
import type { Language } from '#kernel/language.ts'
import type { Block, Document, Fact, Part } from './document.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Word = typeof Docx
type Content = Docx.Paragraph | Docx.Table

const ink = '0d4a56'
const line = { style: 'single', size: 4, color: 'b9c7ca' } as const
const shade = 'eef4f5'
const warningShade = 'fdf3d8'
/** Twentieths of a point: A4 less its margins, and the share of a fact's label. */
const pageWidth = 9638
const labelWidth = 2900
const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' }

/** The library is loaded at the first file and not at the start: it is larger than all the rest. */
export async function writeWord(document: Document, from: { language: Language; author: string }): Promise<Uint8Array> {
  const word = await import('docx')
  const file = new word.Document({
    title: document.title,
    creator: from.author,
    lastModifiedBy: from.author,
    description: document.lead,
    styles: stylesIn(locales[from.language]),
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: footOf(word, document.title) },
        children: [
          new word.Paragraph({ text: document.title, heading: word.HeadingLevel.TITLE }),
          new word.Paragraph({ text: document.lead, spacing: { after: 240 } }),
          ...document.parts.flatMap((part) => partOf(word, part, 1)),
        ],
      },
    ],
  })
  return word.Packer.toBuffer(file)
}

function stylesIn(locale: string): Docx.IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: ink, font: 'Calibri' },
    paragraph: { spacing: { before, after: 100, line: 252, lineRule: 'auto' as const }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 21, language: { value: locale } },
        paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
      },
      title: heading(44, 0),
      heading1: heading(32, 420),
      heading2: heading(25, 300),
    },
  }
}

const footOf = (word: Word, title: string) =>
  new word.Footer({
    children: [
      new word.Paragraph({
        children: [
          new word.TextRun({
            children: [`${title}  ·  `, word.PageNumber.CURRENT, ' / ', word.PageNumber.TOTAL_PAGES],
            size: 17,
            color: '5a6b6e',
          }),
        ],
      }),
    ],
  })

function partOf(word: Word, { heading, blocks, parts = [] }: Part, depth: 1 | 2): Content[] {
  const level = depth === 1 ? word.HeadingLevel.HEADING_1 : word.HeadingLevel.HEADING_2
  return [
    new word.Paragraph({ text: heading, heading: level }),
    ...blocks.flatMap((block) => blockOf(word, block)),
    ...parts.flatMap((part) => partOf(word, part, 2)),
  ]
}

function blockOf(word: Word, block: Block): Content[] {
  switch (block.kind) {
    case 'text':
      return [new word.Paragraph(block.text)]
    case 'warning':
      return [
        new word.Paragraph({ text: `⚠ ${block.text}`, shading: { fill: warningShade }, spacing: { before: 120 } }),
      ]
    case 'list':
      return block.items.map((text) => new word.Paragraph({ text, bullet: { level: 0 }, spacing: { after: 40 } }))
    case 'facts':
    case 'more':
      return [factTable(word, block.facts), gap(word)]
    case 'table':
      return [
        new word.Paragraph({ children: [new word.TextRun({ text: block.caption, bold: true })], keepNext: true }),
        gridTable(word, block),
        gap(word),
      ]
  }
}

const gap = (word: Word) => new word.Paragraph({ text: '', spacing: { after: 60 } })

const borders = { top: line, bottom: line, left: line, right: line }

function cell(word: Word, lines: readonly string[], look: { width: number; isHead?: boolean }): Docx.TableCell {
  return new word.TableCell({
    width: { size: look.width, type: 'dxa' },
    borders,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(look.isHead && { shading: { fill: shade } }),
    children: lines.map(
      (text) =>
        new word.Paragraph({
          children: [new word.TextRun({ text, ...(look.isHead && { bold: true }) })],
          spacing: { after: 0 },
        }),
    ),
  })
}

const factTable = (word: Word, facts: readonly Fact[]) =>
  new word.Table({
    width: { size: pageWidth, type: 'dxa' },
    rows: facts.map(
      ({ label, value }) =>
        new word.TableRow({
          cantSplit: true,
          children: [
            cell(word, [label], { width: labelWidth, isHead: true }),
            cell(word, typeof value === 'string' ? [value] : value, { width: pageWidth - labelWidth }),
          ],
        }),
    ),
  })

function gridTable(word: Word, { heads, rows }: Extract<Block, { kind: 'table' }>): Docx.Table {
  const width = Math.floor(pageWidth / heads.length)
  const head = heads.map((text) => cell(word, [text], { width, isHead: true }))
  return new word.Table({
    width: { size: pageWidth, type: 'dxa' },
    rows: [
      new word.TableRow({ tableHeader: true, children: head }),
      ...rows.map(
        (cells) => new word.TableRow({ cantSplit: true, children: cells.map((text) => cell(word, [text], { width })) }),
      ),
    ],
  })
}
