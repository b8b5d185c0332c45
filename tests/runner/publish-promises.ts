import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { outdated, type PromiseLine, publishedReport } from '#policy/promise-report.ts'
import { promiseReportFile, publishedPromises } from '#sites/promises.ts'

const howToPublish = 'KLINIKBRO_WRITE_PROMISES=1 bin/test'

/** Compares what a whole run saw with the report that the page at /promises reads; where that is asked for, writes it anew. */
export function checkPublished(lines: readonly PromiseLine[], takenOn: string): readonly string[] {
  if (process.env['KLINIKBRO_WRITE_PROMISES']) publishPromises(lines, takenOn)
  const gaps = outdated(publishedPromises(), lines)
  return gaps.length === 0 ? [] : [...gaps, `publish it anew: ${howToPublish}`]
}

function publishPromises(lines: readonly PromiseLine[], takenOn: string): void {
  mkdirSync(dirname(promiseReportFile), { recursive: true })
  writeFileSync(promiseReportFile, `${JSON.stringify(publishedReport(lines, takenOn), null, 1)}\n`)
  writeFileSync(promiseReportFile.replace(/json$/, 'md'), inMarkdown(lines, takenOn))
}

function inMarkdown(lines: readonly PromiseLine[], takenOn: string): string {
  const kept = lines.filter(({ status }) => status === 'kept').length
  const parts = lines.map(({ id, name, status, enforcedBy, tests }) =>
    [
      `## ${id}: ${name}`,
      '',
      `**${status}**${enforcedBy.length > 0 ? ` by ${enforcedBy.map((one) => `\`${one}\``).join(', ')}` : ''}`,
      ...(tests.length > 0 ? ['', ...tests.map((test) => `- ${test.passed ? '✔' : '✖'} ${test.name}`)] : []),
    ].join('\n'),
  )
  const head = `# The promises\n\n${kept} kept, ${lines.length - kept} open, by the tests of ${takenOn}. Written by \`${howToPublish}\`.`
  return `${[head, ...parts].join('\n\n')}\n`
}
