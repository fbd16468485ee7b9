import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { echoBridge } from './support/echo-bridge'
import { startedHost } from './support/web-fixture'

it('[AX4] a connection that asks nothing is closed without an answer', async () => {
  const { port } = await startedHost(echoBridge())
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', data => {
    said += data.toString()
  })
  await once(socket, 'close')
  expect(said).toBe('')
})
