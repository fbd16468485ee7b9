import { Readable } from 'node:stream'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection'
import type { Millis } from '../../../../shared/lib/time'
import { certificatesIn } from '../../http/agents'

/** Where mail is handed in, and as whom. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS, without which nothing is sent. */
  readonly isTls: boolean
  readonly caFile: string | undefined
  /** Empty: nobody logs in. */
  readonly user: string
  readonly password: string
}

export interface Envelope {
  readonly from: string
  readonly to: readonly string[]
}

export interface HandedIn {
  /** Addresses that the server did not take. */
  readonly rejected: readonly string[]
  /** The Message-ID that the server gave it in place of ours; absent: ours stays. */
  readonly messageId: string | undefined
}

/** What went wrong, and whether the server may have the mail in spite of it. */
export class SmtpTrouble extends Error {
  readonly mayHaveLeft: boolean
  constructor(cause: unknown, mayHaveLeft: boolean) {
    super('smtp', { cause })
    this.mayHaveLeft = mayHaveLeft
  }
}

/** Logs in and out. Rejects with what went wrong. */
export function checkLogin(server: MailServer, timeout: Millis, signal: AbortSignal): Promise<void> {
  return inSession(server, timeout, signal, async () => undefined)
}

/** One mail in one session. Rejects with `SmtpTrouble`. */
export async function handIn(
  server: MailServer,
  { envelope, mail }: { readonly envelope: Envelope; readonly mail: Buffer },
  timeout: Millis,
  signal: AbortSignal,
): Promise<HandedIn> {
  let begun = false
  // Read only once the server has asked for the mail: before that surely nobody has it.
  const stream = new Readable({
    read() {
      begun = true
      this.push(mail)
      this.push(null)
    },
  })
  const to = { from: envelope.from, to: [...envelope.to], size: mail.length }
  try {
    return await inSession(server, timeout, signal, async (connection, step) => {
      const sent = await step<SMTPConnectionSendInfo>(done =>
        connection.send(to, stream, (error, info) => done(error, info)),
      )
      return { rejected: sent?.rejected ?? [], messageId: sent?.serverMessageId }
    })
  } catch (error) {
    throw new SmtpTrouble(error, begun && !isAnswerToMail(error))
  }
}

/** The server's own answer to the whole mail: it has refused it. */
function isAnswerToMail(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EMESSAGE' && 'responseCode' in error
}

type Begin<T> = (done: (error?: Error | null, value?: T) => void) => void
type Step = <T>(begin: Begin<T>) => Promise<T | undefined>

async function inSession<T>(
  server: MailServer,
  timeout: Millis,
  signal: AbortSignal,
  run: (connection: SMTPConnection, step: Step) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const connection = new SMTPConnection(optionsOf(server, timeout))
  const over = Promise.withResolvers<never>()
  // Also where nobody waits for it any more.
  over.promise.catch(() => undefined)
  connection.on('error', over.reject)
  // A connection that ends without an error forgets what it was asked.
  connection.once('end', () => over.reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
  const stop = () => over.reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  const step: Step = <T>(begin: Begin<T>) => {
    const { promise, resolve, reject } = Promise.withResolvers<T | undefined>()
    begin((error, value) => (error ? reject(error) : resolve(value)))
    return Promise.race([over.promise, promise])
  }
  try {
    await step(done => connection.connect(error => done(error)))
    const { user, password: pass } = server
    if (user !== '') await step(done => connection.login({ user, credentials: { user, pass } }, error => done(error)))
    const value = await run(connection, step)
    connection.quit()
    return value
  } catch (error) {
    connection.close()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function optionsOf({ host, port, isTls, caFile }: MailServer, timeout: Millis) {
  const secureContext = contextWith(caFile === undefined || caFile === '' ? '' : certificatesIn(caFile))
  return {
    ...{ host, port, secure: isTls, requireTLS: !isTls && !isThisComputer(host) },
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, dnsTimeout: timeout, socketTimeout: timeout },
    tls: { secureContext },
  }
}

/** By what is in a connection's own file: reading some hundred authorities takes longer than a mail. */
const contexts = new Map<string, SecureContext>()

function contextWith(own: string): SecureContext {
  const known = contexts.get(own)
  if (known !== undefined) return known
  const trusted = new Set([...getCACertificates('default'), ...getCACertificates('system')])
  const context = createSecureContext({ ca: own === '' ? [...trusted] : [...trusted, own], minVersion: 'TLSv1.2' })
  contexts.set(own, context)
  return context
}

/** [EM3] A mail server on this computer may speak without TLS: nobody is on the way. */
function isThisComputer(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)
}
