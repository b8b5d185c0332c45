import { Alert, Details, Section, SummaryList, Table } from '#platform/design/index.ts'
import type { Block, Fact, Part } from '#platform/document/document.ts'
import type { Page } from '#platform/html/page.ts'

/** A part of a document as a part of a page, with its heading to link to. */
export function DocumentPart({ page, part }: { readonly page: Page; readonly part: Part }) {
  return (
    <Section title={part.heading} id={part.id}>
      {part.blocks.map((block) => (
        <DocumentBlock page={page} block={block} />
      ))}
      {(part.parts ?? []).map((inner) => (
        <section class="flow" id={inner.id}>
          <h3>{inner.heading}</h3>
          {inner.blocks.map((block) => (
            <DocumentBlock page={page} block={block} />
          ))}
        </section>
      ))}
    </Section>
  )
}

/** Links to the parts, for those who look for one of many. */
export const Contents = ({ label, parts }: { readonly label: string; readonly parts: readonly Part[] }) => (
  <nav aria-label={label}>
    <ul>
      {parts.map((part) => (
        <li>
          <a href={`#${part.id}`}>{part.heading}</a>
        </li>
      ))}
    </ul>
  </nav>
)

function DocumentBlock({ page, block }: { readonly page: Page; readonly block: Block }) {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>
    case 'warning':
      return (
        <Alert page={page} kind="warning">
          <p>{block.text}</p>
        </Alert>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <div class="prose-facts">
          <SummaryList items={itemsOf(block.facts)} />
        </div>
      )
    case 'more':
      return (
        <Details summary={block.summary}>
          <div class="prose-facts">
            <SummaryList items={itemsOf(block.facts)} />
          </div>
        </Details>
      )
    case 'table':
      return <Table caption={block.caption} columns={columnsOf(block.heads)} rows={block.rows} />
  }
}

const itemsOf = (facts: readonly Fact[]) => facts.map(({ label, value }) => ({ label, value: asLines(value) }))

function asLines(value: string | readonly string[]) {
  if (typeof value === 'string') return value
  const [only, ...more] = value
  if (more.length === 0) return only
  return (
    <ul>
      {value.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

const columnsOf = (heads: readonly string[]) =>
  heads.map((label, at) => ({ label, heads: at === 0, cell: (row: readonly string[]) => row[at] }))
