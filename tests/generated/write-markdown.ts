import type { Block, Document, Fact, Part } from '#platform/document/document.ts'

/** A document as Markdown, for reading and comparing beside the code. */
export function writeMarkdown({ title, lead, parts }: Document, note: string): string {
  const blocks = [`<!-- ${note} -->`, `# ${title}`, lead, ...parts.flatMap((part) => partOf(part, 2))]
  return `${blocks.join('\n\n')}\n`
}

const partOf = ({ heading, blocks, parts = [] }: Part, depth: number): string[] => [
  `${'#'.repeat(depth)} ${heading}`,
  ...blocks.map(blockOf),
  ...parts.flatMap((part) => partOf(part, depth + 1)),
]

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'warning':
      return `> ⚠ ${block.text}`
    case 'list':
      return listOf(block.items)
    case 'facts':
    case 'more':
      return listOf(block.facts.map(factOf))
    case 'table':
      return [block.heads, block.heads.map(() => '---'), ...block.rows]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n')
  }
}

const listOf = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')

const factOf = ({ label, value }: Fact): string => {
  const [only = '', ...more] = typeof value === 'string' ? [value] : value
  return more.length === 0 ? `**${label}:** ${only}` : [`**${label}:**`, only, ...more].join('\n  - ')
}
