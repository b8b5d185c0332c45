import type { Child, Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

export type Column<Row> = {
  readonly label: string
  readonly cell: (row: Row) => Child
  /** Numbers and actions stand at the end of their column. */
  readonly align?: 'end' | undefined
  /** The column that names the row; read out with every cell. */
  readonly heads?: boolean | undefined
}

type TableProps<Row> = {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Instead of the table when there are no rows; usually an `EmptyState`. */
  readonly empty?: Child
}

/** Rows and columns; on a phone every row is a card with its labels inside. */
export const Table = <Row,>({ caption, captionHidden, columns, rows, empty }: TableProps<Row>): Html => {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <table class="table">
      <caption class={captionHidden === true ? 'visually-hidden' : null}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.align === 'end' ? 'cell-end' : null}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>{columns.map((column) => cellOf(column, row))}</tr>
        ))}
      </tbody>
    </table>
  )
}

const cellOf = <Row,>(column: Column<Row>, row: Row): Html => {
  const place = column.align === 'end' ? 'cell-end' : null
  if (column.heads === true) {
    return (
      <th scope="row" class={place} data-label={column.label}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td class={place} data-label={column.label}>
      <div>{column.cell(row)}</div>
    </td>
  )
}

type PaginationProps = {
  readonly page: Page
  /** Counted from 1. */
  readonly current: number
  readonly total: number
  readonly href: (number: number) => string
}

/** Previous, where one is, next; nothing when there is one page. */
export const Pagination = ({ page, current, total, href }: PaginationProps): Html | null => {
  if (total < 2) return null
  const said = words[page.language]
  return (
    <nav class="pagination" aria-label={said.pages}>
      {current > 1 && (
        <a class="button button-secondary" href={href(current - 1)} rel="prev">
          <Icon name="back" />
          {said.previous}
        </a>
      )}
      <p>{said.pageOf(current, total)}</p>
      {current < total && (
        <a class="button button-secondary" href={href(current + 1)} rel="next">
          {said.next}
          <Icon name="forward" />
        </a>
      )}
    </nav>
  )
}
