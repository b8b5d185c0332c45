import pg from 'pg'
import { quietPool } from './quiet-pool.ts'
import { isSql, type Sql, statementName } from './sql.ts'
import { toParameter, types } from './types.ts'

/** Asks questions. What it can see is decided by the row-level policies for the actor of its transaction. */
export type Reader = {
  rows<Row>(query: Sql<Row>): Promise<Row[]>
  /** Exactly one row; anything else is a fault and throws. */
  row<Row>(query: Sql<Row>): Promise<Row>
  maybeRow<Row>(query: Sql<Row>): Promise<Row | null>
}

/** A Reader that may also change things, all or nothing. */
export type Tx = Reader & {
  /** Runs a change and tells how many rows it touched. */
  run(query: Sql): Promise<number>
  /** Runs `work` so that its failure undoes only itself: for trying something that a constraint may refuse. */
  attempt<Value>(work: () => Promise<Value>): Promise<Value>
}

/** Who a transaction acts for, as the row-level policies read it. */
export type DatabaseActor = {
  readonly kind: 'anonymous' | 'patient' | 'staff' | 'operator' | 'system' | 'gatekeeper'
  readonly userId?: string | null
  readonly organisationId?: string | null
  readonly personId?: string | null
}

/**
 * A `change` is on the disk before the transaction is told to have committed. A `look` goes on at once, and its log reaches the disk within
 * moments (ADR 16); should it have changed something about a person after all, the database makes it wait like a change.
 */
export type TransactionKind = 'change' | 'look'

export type Database = {
  /** One transaction for one actor; commits when `work` fulfils, rolls back when it throws. */
  transaction<Value>(actor: DatabaseActor, work: (tx: Tx) => Promise<Value>, kind?: TransactionKind): Promise<Value>
  healthy(): Promise<boolean>
  close(): Promise<void>
}

export type DatabaseOptions = {
  readonly connections: number
  /** After this PostgreSQL gives up on a statement, and on a transaction that does nothing: for requests, where somebody waits. */
  readonly patienceMs?: number
}

export function openDatabase(url: string, { connections, patienceMs }: DatabaseOptions): Database {
  const limits = patienceMs ? { statement_timeout: patienceMs, idle_in_transaction_session_timeout: patienceMs } : {}
  const pool = quietPool({ connectionString: url, max: connections, types, application_name: 'klinikbro', ...limits })
  return {
    async transaction(actor, work, kind = 'change') {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(begin(actor, kind))
        const value = await work(transactionOn(client))
        await client.query('commit')
        return value
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    async healthy() {
      return pool.query('select 1').then(
        () => true,
        () => false,
      )
    },
    close: () => pool.end(),
  }
}

/** One round trip: begins, and names the actor for this transaction only. */
function begin(actor: DatabaseActor, kind: TransactionKind): string {
  const waiting = kind === 'look' ? `, set_config('synchronous_commit', 'off', true)` : ''
  const setting = (name: string, value: string | null | undefined) =>
    `set_config('app.${name}', ${pg.escapeLiteral(value ?? '')}, true)`
  return `begin; select ${setting('actor_kind', actor.kind)}, ${setting('user', actor.userId)}, ${setting(
    'organisation',
    actor.organisationId,
  )}, ${setting('person', actor.personId)}${waiting}`
}

export function transactionOn(client: pg.ClientBase): Tx {
  const query = async (statement: Sql) => {
    if (!isSql(statement)) throw new Error('A statement that the sql tag did not make')
    return client.query<Record<string, unknown>>({
      name: statementName(statement.text),
      text: statement.text,
      values: statement.values.map(toParameter),
    })
  }
  const rows = async <Row>(statement: Sql<Row>) => (await query(statement as Sql)).rows as Row[]
  return {
    rows,
    async row<Row>(statement: Sql<Row>) {
      const [first, ...more] = await rows(statement)
      if (first === undefined || more.length > 0)
        throw new Error(`Expected one row, got ${more.length + (first ? 1 : 0)}`)
      return first
    },
    async maybeRow<Row>(statement: Sql<Row>) {
      const [first, ...more] = await rows(statement)
      if (more.length > 0) throw new Error(`Expected at most one row, got ${more.length + 1}`)
      return first ?? null
    },
    async run(statement) {
      return (await query(statement)).rowCount ?? 0
    },
    async attempt(work) {
      await client.query('savepoint attempt')
      try {
        const value = await work()
        await client.query('release savepoint attempt')
        return value
      } catch (error) {
        // Released too: an attempt within an attempt must not leave its own mark for the outer one to roll back to.
        await client.query('rollback to savepoint attempt; release savepoint attempt')
        throw error
      }
    },
  }
}

/** The name of the constraint that refused a statement, or null when the error is something else. */
export const violatedConstraint = (error: unknown): string | null =>
  error instanceof pg.DatabaseError ? (error.constraint ?? null) : null

/** True when PostgreSQL gave up on a transaction that may simply be tried again (deadlock, serialisation). */
export const worthRetrying = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001')
