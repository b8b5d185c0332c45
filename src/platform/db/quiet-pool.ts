import pg from 'pg'

/**
 * A pool whose connections may be cut off at any time without ending the process: an idle one that breaks is replaced when it is next needed,
 * and one that breaks in use fails its own query. Without a listener the cut itself would be an uncaught error.
 */
export function quietPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options)
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
