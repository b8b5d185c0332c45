import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'node:test'
import { CannotStart, claimPorts } from './free-port.ts'

test('a taken port is named, with the command that will work', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  try {
    await assert.rejects(claimPorts(port, 1, 'bin/start'), (error) => {
      assert.ok(error instanceof CannotStart)
      const told = new RegExp(`^port ${port} is taken by another program; start with PORT=(\\d+) bin/start$`).exec(
        error.message,
      )
      assert.ok(told, error.message)
      return Number(told[1]) > port
    })
    await assert.rejects(claimPorts(port - 1, 2, 'bin/start'), new RegExp(`port (${port}|${port - 1}) is taken`))
  } finally {
    other.close()
  }
})

test('free ports are let go of again', async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  await claimPorts(port, 1, 'bin/start')
  await claimPorts(port, 1, 'bin/start')
})
