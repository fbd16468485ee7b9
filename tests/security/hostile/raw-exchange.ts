import { connect } from 'node:net'

const PATIENCE = 4_000

/**
 * Sends bytes on a line of their own and reads until the host ends it.
 * @returns all that came back, in Latin-1; rejects when the host leaves the line open
 */
export function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`The line stayed open after: ${received.slice(0, 200)}`))
    }, PATIENCE)
    let received = ''
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      received += text
    })
    // A reset is a way of closing; what was received before it counts.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(received)
    })
  })
}

/** The status of every answer on a line: a smuggled request would have one of its own. */
export function statusesOf(received: string): readonly number[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(match => Number(match[1]))
}
