import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  readonly isSecure: boolean
  /** Empty: nobody had logged in. */
  readonly user: string
}

export interface MailServerStandIn {
  readonly port: number
  readonly mails: readonly ReceivedMail[]
  /** User and password of each login that was tried. */
  readonly logins: readonly string[]
  /** Breaks off every conversation, as a server that dies does. */
  cut(): void
  stop(): Promise<void>
}

/** A real mail server on a free port of 127.0.0.1, for any test runner: whoever opens it stops it. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServerStandIn> {
  const mails: ReceivedMail[] = []
  const logins: string[] = []
  const server = new SMTPServer({
    ...{ authOptional: true, logger: false, closeTimeout: 100 },
    onAuth({ username = '', password }, _, done) {
      logins.push(`${username}:${password}`)
      if (password === 'right password') return done(null, { user: username })
      return done(Object.assign(new Error(`no user ${username} with ${password}`), { responseCode: 535 }))
    },
    onData(stream, { envelope, secure, user }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope
        const from = mailFrom === false ? '' : mailFrom.address
        const raw = Buffer.concat(parts).toString('latin1')
        const to = rcptTo.map(({ address }) => address)
        mails.push({ from, to, raw, isSecure: secure, user: typeof user === 'string' ? user : '' })
        done()
      })
    },
    ...options,
  })
  // A client that breaks off in the middle of TLS is what some tests are about.
  server.on('error', () => undefined)
  const listening = await new Promise<ReturnType<SMTPServer['listen']>>(ready => {
    const own = server.listen(0, '127.0.0.1', () => ready(own))
  })
  const open = new Set<Socket>()
  listening.on('connection', (socket: Socket) => open.add(socket))
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  const stop = () => new Promise<void>(done => server.close(() => done()))
  return { port: (listening.address() as AddressInfo).port, mails, logins, cut, stop }
}
