import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type Journal, openJournal } from '../journal'
import type { Scene } from '../scene'
import type { StandInServer } from './server'
import { isToken } from './token'

/** Who logs in at a drill's mail server. */
export const MAIL_USER = 'drill'

/** A mail as it came: its envelope, and all its lines. */
const mailFact = z.object({ at: z.number(), from: z.string(), to: z.array(z.string()), mail: z.string() })
type MailFact = Readonly<z.output<typeof mailFact>>

/** Bytes of one mail, and of one line. A drill's updates are a few kilobytes. */
const MAIL_LIMIT = 1_048_576
const LINE_LIMIT = 4_096

/**
 * Stand-in of a mail server: it takes mail of whoever logs in, passes none of it on, and stores it in the drill's folder.
 * Its origin is `smtp://127.0.0.1:PORT`. Rejects when the journal is damaged or no port can be had.
 */
export async function startMail(scene: Scene, token: string): Promise<StandInServer> {
  const journal = openJournal<MailFact>(join(scene.folder, 'mail.jsonl'), line => mailFact.parse(line))
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    converse(socket, { scene, token, journal })
  })
  try {
    await listening(server)
  } catch (error) {
    journal.close()
    throw error
  }
  const stop = async () => {
    const closed = new Promise<void>(done => server.close(() => done()))
    for (const socket of open) socket.destroy()
    await closed
    journal.close()
  }
  return { origin: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}

interface Desk {
  readonly scene: Scene
  readonly token: string
  readonly journal: Journal<MailFact>
}

/** How far a conversation is. */
interface Talk {
  isGreeted: boolean
  isLoggedIn: boolean
  from: string | null
  to: string[]
  /** The lines of the mail that is being sent; null: commands are awaited. */
  mail: string | null
}

/** Line by line, as SMTP is spoken; what follows a line in the same packet waits for its turn. */
function converse(socket: Socket, desk: Desk): void {
  const talk: Talk = { isGreeted: false, isLoggedIn: false, from: null, to: [], mail: null }
  let rest = ''
  socket.setEncoding('latin1')
  // A client that breaks off has sent nothing.
  socket.on('error', () => socket.destroy())
  socket.write('220 drill ESMTP\r\n')
  socket.on('data', (part: string) => {
    rest += part
    for (let end = rest.indexOf('\r\n'); end !== -1 && !socket.destroyed; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      say(socket, lineAnswer(line, talk, desk))
    }
    if (rest.length > LINE_LIMIT) say(socket, '500 The line is too long', true)
  })
}

/** A disk that fails is the drill's trouble: nothing was stored, and the sender is told so. */
function lineAnswer(line: string, talk: Talk, desk: Desk): string | null {
  try {
    return talk.mail === null ? answerTo(line, talk, desk) : mailLine(line, talk, desk)
  } catch (error) {
    desk.scene.logger.error("The drill's mail server failed", { error: String(error) })
    return '451 Not stored'
  }
}

/** An answer that ends the conversation is the last one. */
function say(socket: Socket, answer: string | null, isLast = answer?.startsWith('221') || answer?.startsWith('421')) {
  if (answer === null) return
  if (isLast) socket.end(`${answer}\r\n`)
  else socket.write(`${answer}\r\n`)
}

/**
 * [DR2] Whoever does not greet as a mail program does is cut off: a web page that posts to this port must say nothing
 * here that would be read as a mail.
 */
function answerTo(line: string, talk: Talk, { token }: Desk): string {
  const [verb = '', argument = ''] = [line.split(' ')[0]?.toUpperCase(), line.slice(line.indexOf(' ') + 1)]
  if (verb === 'EHLO' || verb === 'HELO') {
    talk.isGreeted = true
    return verb === 'HELO' ? '250 drill' : `250-drill\r\n250-SIZE ${MAIL_LIMIT}\r\n250-8BITMIME\r\n250 AUTH PLAIN`
  }
  if (!talk.isGreeted) return '421 This address serves a drill only'
  if (verb === 'QUIT') return '221 Bye'
  if (verb === 'NOOP') return '250 OK'
  if (verb === 'RSET') {
    Object.assign(talk, { from: null, to: [] })
    return '250 OK'
  }
  if (verb === 'AUTH') return login(argument, talk, token)
  if (!talk.isLoggedIn) return '530 Log in first'
  return envelopeAnswer(verb, argument, talk)
}

function login(argument: string, talk: Talk, token: string): string {
  const [method = '', given = ''] = argument.split(' ')
  if (method.toUpperCase() !== 'PLAIN') return '504 Only AUTH PLAIN'
  const [, user, password = ''] = Buffer.from(given, 'base64').toString().split('\0')
  talk.isLoggedIn = user === MAIL_USER && isToken(password, token)
  return talk.isLoggedIn ? '235 Logged in' : '535 Wrong user or password'
}

function envelopeAnswer(verb: string, argument: string, talk: Talk): string {
  const address = /^(?:FROM|TO):\s*<([^<>\s]*)>/i.exec(argument)?.[1]
  switch (verb) {
    case 'MAIL':
      if (address === undefined) return '501 MAIL FROM:<address>'
      Object.assign(talk, { from: address, to: [] })
      return '250 OK'
    case 'RCPT':
      if (talk.from === null) return '503 MAIL first'
      if (!address) return '501 RCPT TO:<address>'
      talk.to.push(address)
      return '250 OK'
    case 'DATA':
      if (talk.to.length === 0) return '503 RCPT first'
      talk.mail = ''
      return '354 End with a dot on a line of its own'
    default:
      return '502 Not known here'
  }
}

/** [DR6] On disk before it is taken. [DR5] A mail over the limit is read to its end and refused. */
function mailLine(line: string, talk: Talk, { scene, journal }: Desk): string | null {
  const { mail, from, to } = talk
  if (line !== '.') {
    const longer = `${mail}${line.startsWith('.') ? line.slice(1) : line}\r\n`
    if (longer.length <= MAIL_LIMIT + LINE_LIMIT) talk.mail = longer
    return null
  }
  Object.assign(talk, { mail: null, from: null, to: [] })
  if (mail === null || mail.length > MAIL_LIMIT) return '552 The mail is too large'
  journal.append({ at: scene.clock.now(), from: from ?? '', to, mail })
  return '250 Stored for the drill; it goes nowhere'
}
