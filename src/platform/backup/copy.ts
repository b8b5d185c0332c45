/**
 * COPY over a connection of `pg`, which speaks the protocol but offers no call for it. Each side holds the other back: no table, however
 * large, comes into memory.
 */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import pg from 'pg'

/** What of pg's own connection is used here. */
type Wire = {
  readonly stream: Socket
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

type Sink = (chunk: Buffer) => Promise<void>

const bytesAtATime = 256 * 1024

/** Runs `copy ... to stdout`; `take` gets the bytes in order. */
export async function copyOut(client: pg.Client, text: string, take: Sink): Promise<void> {
  let waiting: Buffer[] = []
  let bytes = 0
  let taken = Promise.resolve()
  const flush = () => {
    const chunk = Buffer.concat(waiting)
    waiting = []
    bytes = 0
    return take(chunk)
  }
  await submit(client, text, {
    handleCopyData({ chunk }, wire) {
      // A copy: the connection uses the memory again for the next message.
      waiting.push(Buffer.from(chunk))
      bytes += chunk.length
      if (bytes < bytesAtATime) return
      wire.stream.pause()
      taken = taken.then(flush).finally(() => wire.stream.resume())
      // Noticed when it is awaited below; until then it must not count as unhandled.
      taken.catch(() => undefined)
    },
  })
  await taken
  if (bytes > 0) await flush()
}

/** Runs `copy ... from stdin` with these bytes. A source that fails makes PostgreSQL give the statement up. */
export const copyIn = (client: pg.Client, text: string, from: AsyncIterable<Buffer>): Promise<void> =>
  submit(client, text, { handleCopyInResponse: (wire) => void feed(wire, from) })

async function feed(wire: Wire, from: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const chunk of from) {
      wire.sendCopyFromChunk(chunk)
      if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
    }
    wire.endCopyFrom()
  } catch (error) {
    wire.sendCopyFail(String(error))
  }
}

type Handlers = {
  handleCopyData?(message: { readonly chunk: Buffer }, wire: Wire): void
  handleCopyInResponse?(wire: Wire): void
}

function submit(client: pg.Client, text: string, handlers: Handlers): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = Object.assign(new pg.Query(text), handlers, {
      callback: (error: Error | null | undefined) => (error ? reject(error) : resolve()),
    })
    client.query(query)
  })
}
