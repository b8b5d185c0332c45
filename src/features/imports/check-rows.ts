import type { EntryChoices, NewCase } from '#features/cases/index.ts'
import type { Temporal } from '#kernel/time.ts'
import { readHeadings } from './import-columns.ts'
import { type Fault, readRow } from './read-row.ts'
import { rowsOf, type SheetRow } from './read-sheet.ts'

export type CheckedRow = SheetRow & { readonly faults: readonly Fault[]; readonly entry: NewCase | null }

type Checking = {
  readonly choices: EntryChoices
  readonly today: Temporal.PlainDate
  /** Those of the numbers that the insurer has given a case already. */
  readonly takenAmong: (caseNumbers: readonly string[]) => Promise<ReadonlySet<string>>
  readonly chunkRows: number
}

/** Every row with what is wrong with it, by itself, against the rows before it and against the cases there are; chunk by chunk. */
export async function* checkedRows(sheet: Buffer, checking: Checking): AsyncGenerator<readonly CheckedRow[]> {
  const firstRowOf = new Map<string, number>()
  let keys: ReturnType<typeof readHeadings>['keys'] | undefined
  let chunk: SheetRow[] = []
  for await (const row of rowsOf(sheet)) {
    if (!keys) {
      keys = readHeadings(row.cells).keys
      continue
    }
    chunk.push(row)
    if (chunk.length < checking.chunkRows) continue
    yield await checked(chunk, { ...checking, keys, firstRowOf })
    chunk = []
  }
  if (keys && chunk.length > 0) yield await checked(chunk, { ...checking, keys, firstRowOf })
}

type Known = Checking & {
  readonly keys: ReturnType<typeof readHeadings>['keys']
  readonly firstRowOf: Map<string, number>
}

async function checked(chunk: readonly SheetRow[], known: Known): Promise<readonly CheckedRow[]> {
  const read = chunk.map((row) => ({ ...row, ...readRow(row.cells, known) }))
  const taken = await known.takenAmong(read.map(({ caseNumber }) => caseNumber).filter((number) => number !== ''))
  return read.map(({ caseNumber, faults, entry, ...row }) => {
    const fault = numberFault(caseNumber, row.row, { taken, firstRowOf: known.firstRowOf })
    return fault ? { ...row, faults: [...faults, fault], entry: null } : { ...row, faults, entry }
  })
}

function numberFault(
  caseNumber: string,
  row: number,
  { taken, firstRowOf }: { taken: ReadonlySet<string>; firstRowOf: Map<string, number> },
): Fault | null {
  if (caseNumber === '') return null
  const otherRow = firstRowOf.get(caseNumber)
  if (otherRow !== undefined) return { column: 'case-number', problem: 'number-twice', otherRow }
  firstRowOf.set(caseNumber, row)
  return taken.has(caseNumber) ? { column: 'case-number', problem: 'number-taken' } : null
}
