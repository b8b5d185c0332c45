import { Logger } from 'graphile-worker'

/** The queue's own messages may quote a payload, so only its errors pass on; a task's failure is told of by the worker. */
export const queueLogger = (onError: (error: unknown) => void): Logger =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error' && meta?.failure !== true) onError(meta?.error ?? new Error(message))
  })
