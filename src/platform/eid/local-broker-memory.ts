import type { Adapter, AdapterPayload } from 'oidc-provider'

/** Everything the local broker remembers, gone when it stops. */
export function memoryAdapters(): (model: string) => Adapter {
  const rows = new Map<string, AdapterPayload>()
  const find = async (model: string, test: (row: AdapterPayload) => boolean) =>
    [...rows].find(([key, row]) => key.startsWith(`${model}:`) && test(row))?.[1]

  return (model) => ({
    upsert: async (id, payload) => void rows.set(`${model}:${id}`, payload),
    find: async (id) => rows.get(`${model}:${id}`),
    findByUid: (uid) => find(model, (row) => row.uid === uid),
    findByUserCode: (code) => find(model, (row) => row.userCode === code),
    consume: async (id) => {
      const row = rows.get(`${model}:${id}`)
      if (row) row.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => void rows.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, row] of rows) if (row.grantId === grantId) rows.delete(key)
    },
  })
}
