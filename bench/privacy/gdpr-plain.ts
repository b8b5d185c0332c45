import pg from 'pg'
import type { FieldName } from './gdpr-oracle.ts'
import { leavingAMoment, plainTexts as texts } from './gdpr-plain.sql.ts'
import { loaded, type Operation, type Task, textOfData, textOfKeys, textOfMetadata } from './gdpr-workload.ts'

type Row = { key: number; data: string } & Record<FieldName, number>
type Statement = {
  readonly text: string
  readonly values: readonly unknown[]
  readonly read: (rows: Row[]) => string
}

const keys = (rows: Row[]) => textOfKeys(rows.toSorted((a, b) => a.key - b.key))
const statement = (text: string, values: readonly unknown[], read: Statement['read']): Statement => ({
  text,
  values,
  read,
})

type Ways = { [Kind in Operation['kind']]: (operation: Extract<Operation, { kind: Kind }>) => Statement }

const ways: Ways = {
  create({ record: r }) {
    const metadata = [r.purpose, r.ttl, r.objection, r.decision, r.access, r.sharing, r.source, r.category]
    return statement(texts.create, [r.key, r.user, ...metadata, r.data], keys)
  },
  'read-by-user': ({ user }) => statement(texts.readByUser, [user], textOfData),
  'read-by-key': ({ key }) => statement(texts.readByKey, [key], textOfData),
  'read-page': ({ by, value, from, until, sharing }) =>
    statement(texts.readPage[by], [value, from, until, sharing], textOfData),
  'metadata-by-user': ({ user }) => statement(texts.metadataByUser, [user], textOfMetadata),
  'metadata-by-key': ({ key }) => statement(texts.metadataByKey, [key], textOfMetadata),
  'update-data': ({ key, data }) => statement(texts.updateData, [key, data], keys),
  'update-metadata': ({ key, objection }) => statement(texts.updateMetadata, [key, objection], keys),
  'update-by-user': ({ user, decision }) => statement(texts.updateByUser, [user, decision], keys),
  'update-page': ({ by, value, from, until, decision }) =>
    statement(texts.updatePage[by], [value, from, until, decision], keys),
  'delete-by-key': ({ key }) => statement(texts.deleteByKey, [key], keys),
  'delete-by-user': ({ user }) => statement(texts.deleteByUser, [user], keys),
  'delete-page': ({ by, value, from, until }) => statement(texts.deletePage[by], [value, from, until], keys),
  'verify-deletion': ({ key }) => statement(texts.findKey, [key], (rows) => (rows.length === 0 ? String(key) : '')),
  'read-log': ({ user }) => statement(texts.readLog, [user], (rows) => `${rows.length} ${rows[0]?.data ?? loaded}`),
}

const statementFor = (operation: Operation): Statement =>
  (ways[operation.kind] as (of: Operation) => Statement)(operation)

/** Does tasks as one would without us: one prepared statement each, as the owner of the tables. */
export async function openPlain(url: string, count: number) {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }))
  for (const client of clients) await client.connect()
  return doerOn(clients, (text) => text)
}

/** Looks as plainly, but each leaves one row with a time, without waiting for the disk: what no log of looks could cost less than. */
export async function openFloor(url: string, count: number) {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }))
  for (const client of clients) {
    await client.connect()
    await client.query('set synchronous_commit = off')
  }
  return doerOn(clients, leavingAMoment)
}

function doerOn(clients: readonly pg.Client[], worded: (text: string) => string) {
  return {
    async perform({ operation }: Task, client: number): Promise<string> {
      const { text: asked, values, read } = statementFor(operation)
      const text = worded(asked)
      const { rows } = await clients[client]!.query<Row>({ name: nameOf(text), text, values: [...values] })
      return read(rows)
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  }
}

const names = new Map<string, string>()
function nameOf(text: string): string {
  const name = names.get(text) ?? `plain-${names.size}`
  names.set(text, name)
  return name
}
