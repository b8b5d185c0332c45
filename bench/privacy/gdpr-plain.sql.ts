const columns = 'key::float8, purpose, ttl, objection, decision, access, sharing, source, category'

const page = (column: string, further = '') =>
  `key in (select x.key from (select key from plain.records where ${column} = $1 ${further} and key >= $2 order by key limit 10) x where x.key < $3)`
const readPage = (column: string) =>
  `select key::float8, data from plain.records where ${page(column, 'and sharing = $4')} order by records.key`
const updatePage = (column: string) =>
  `update plain.records set decision = $4 where ${page(column)} returning key::float8`
const deletePage = (column: string) => `delete from plain.records where ${page(column)} returning key::float8`

/** What each operation is in SQL, with nothing around it. */
export const plainTexts = {
  create: 'insert into plain.records values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning key::float8',
  readByUser: 'select key::float8, data from plain.records where user_id = $1 order by records.key',
  readByKey: 'select key::float8, data from plain.records where key = $1',
  readPage: { purpose: readPage('purpose'), objection: readPage('objection'), decision: readPage('decision') },
  metadataByUser: `select ${columns} from plain.records where user_id = $1 order by records.key`,
  metadataByKey: `select ${columns} from plain.records where key = $1`,
  updateData: 'update plain.records set data = $2 where key = $1 returning key::float8',
  updateMetadata: 'update plain.records set objection = $2 where key = $1 returning key::float8',
  updateByUser: 'update plain.records set decision = $2 where user_id = $1 returning key::float8',
  updatePage: { purpose: updatePage('purpose'), sharing: updatePage('sharing') },
  deleteByKey: 'delete from plain.records where key = $1 returning key::float8',
  deleteByUser: 'delete from plain.records where user_id = $1 returning key::float8',
  deletePage: { purpose: deletePage('purpose'), ttl: deletePage('ttl') },
  findKey: 'select key::float8 from plain.records where key = $1',
  readLog: 'select at, action as data from plain.log where user_id = $1 order by at desc limit 10',
} as const

/** A look that leaves the least trace there could be, in the same statement. */
export const leavingAMoment = (look: string) => `with moment as (insert into plain.moments default values) ${look}`
