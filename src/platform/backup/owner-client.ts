import pg from 'pg'
import { types } from '#platform/db/types.ts'

/** A connection of the schema's owner, with the settings under which a copy reads back as it was written. */
export async function ownerClient(ownerUrl: string): Promise<pg.Client> {
  const options = '-c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=3 -c client_encoding=UTF8'
  const client = new pg.Client({ connectionString: ownerUrl, types, options })
  await client.connect()
  return client
}
