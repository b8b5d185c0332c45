import { createServer } from 'node:net'

/** A reason not to start that the reader can do something about; shown without a stack. */
export class CannotStart extends Error {}

/**
 * Makes sure that `count` ports from `first` on can be listened to. Throws CannotStart, which names the taken one and the command
 * that will work.
 */
export async function claimPorts(first: number, count: number, command: string): Promise<void> {
  const taken = await firstTaken(first, count)
  if (taken === null) return
  const next = await nextFree(taken + 1, count)
  throw new CannotStart(`port ${taken} is taken by another program; start with PORT=${next} ${command}`)
}

async function nextFree(from: number, count: number): Promise<number> {
  let candidate = from
  while (candidate + count < 65_536) {
    const taken = await firstTaken(candidate, count)
    if (taken === null) return candidate
    candidate = taken + 1
  }
  return 0
}

async function firstTaken(first: number, count: number): Promise<number | null> {
  for (let port = first; port < first + count; port++) {
    // Both: some systems let a second program have 127.0.0.1 while the first has every address, and the other way round.
    if (!((await isFree(port, '127.0.0.1')) && (await isFree(port, '::')))) return port
  }
  return null
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    // A machine without IPv6 cannot listen on '::', which says nothing about the port.
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(!['EADDRINUSE', 'EACCES'].includes(error.code ?? '')),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
