import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { createLog } from '#platform/log/log.ts'
import type { World } from '#tests/harness/world.ts'

const noWay = () => Promise.reject(new Error('This job was not to send anything'))

/** What jobs use, over a world's databases; for jobs that send nothing. */
export const workerServices = (world: World): WorkerServices => ({
  database: world.worker,
  requestDatabase: world.request,
  keyring: world.services.keyring,
  mail: { send: noWay, close: () => undefined } as unknown as WorkerServices['mail'],
  sms: { send: noWay } as unknown as WorkerServices['sms'],
  log: createLog(),
  now: world.clock.now,
  urls: world.services.urls,
})
