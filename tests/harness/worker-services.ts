import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { createLog } from '#platform/log/log.ts'
import type { World } from './world.ts'

const nowhere = { write: () => undefined }

/** What a job gets, over a test world. Mail and SMS go nowhere unless the test brings a way out. */
export const workerServices = (world: World, given: Partial<WorkerServices> = {}): WorkerServices => ({
  database: world.worker,
  requestDatabase: world.request,
  keyring: world.services.keyring,
  mail: { send: () => Promise.resolve(), close: () => undefined },
  sms: { send: () => Promise.resolve({ ok: true, value: { messageId: 'none' } }) },
  log: createLog(nowhere),
  now: world.clock.now,
  urls: world.services.urls,
  dataFolder: join(tmpdir(), 'klinikbro-no-such-folder'),
  auditKeyFile: 'no-such-key.json',
  ...given,
})
