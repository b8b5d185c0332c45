import { ButtonLink, Layout, Section, SummaryList, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { RecordLine } from '#policy/article30.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { Processor } from '#policy/processors.ts'
import { routes } from '#src/routes.ts'
import { article30Texts } from './article-30.texts.ts'

export function article30View(page: Page, model: PolicyModel, lines: readonly RecordLine[]) {
  const t = article30Texts[page.language]
  const { controller } = model
  return (
    <Layout page={page} title={t.title} lead={t.lead(model.version, lines.length)} wide>
      <SummaryList
        items={[
          { label: t.controller, value: `${controller.name}, CVR ${controller.cvr}, ${controller.address}` },
          { label: t.contact, value: controller.email },
        ]}
      />
      <p>
        <ButtonLink href={routes.article30.csv.href({})} kind="secondary">
          {t.download}
        </ButtonLink>
      </p>
      {lines.map((line) => (
        <LineSection page={page} line={line} />
      ))}
      <Section title={t.processors}>
        <ProcessorTable page={page} model={model} />
      </Section>
    </Layout>
  )
}

function LineSection({ page, line }: { page: Page; line: RecordLine }) {
  const t = article30Texts[page.language]
  const list = (values: readonly string[]) => values.join(', ') || t.none
  return (
    <Section title={line.activity} id={line.activity}>
      <p>{line.sentence}</p>
      <SummaryList
        items={[
          { label: t.purpose, value: `${line.purpose} (${line.role})` },
          { label: t.basis, value: [line.basis, line.article9].filter(Boolean).join('. ') },
          { label: t.subjects, value: list(line.subjects) },
          { label: t.data, value: list(line.data) },
          { label: t.source, value: list(line.source) },
          { label: t.recipients, value: list(line.recipients) },
          { label: t.thirdCountries, value: line.thirdCountries === 'none' ? t.none : line.thirdCountries },
          line.minimum !== '' && { label: t.minimum, value: line.minimum },
          { label: t.maximum, value: line.maximum },
        ]}
      />
    </Section>
  )
}

function ProcessorTable({ page, model }: { page: Page; model: PolicyModel }) {
  const t = article30Texts[page.language]
  return (
    <Table
      caption={t.processors}
      columns={[
        { label: t.name, cell: (one: Processor) => one.name, heads: true },
        { label: t.does, cell: (one: Processor) => one.does[page.language] },
        { label: t.country, cell: (one: Processor) => one.country },
        { label: t.agreed, cell: (one: Processor) => one.agreedOn },
        { label: t.measures, cell: (one: Processor) => one.measures[page.language] },
      ]}
      rows={model.processors}
    />
  )
}
