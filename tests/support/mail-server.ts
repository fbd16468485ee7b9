import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { type MailServerStandIn, openMailServer } from './open-mail-server'

/** A real mail server on a free port of 127.0.0.1, which ends with the test that started it. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServerStandIn> {
  const server = await openMailServer(options)
  onTestFinished(server.stop)
  return server
}

export interface Script {
  /** Answer to a line of the client that starts like its name; `null` breaks the connection, `''` says nothing. */
  readonly answers: Readonly<Record<string, string | null>>
  /** Answer once the mail has come to its end. */
  readonly afterMail?: string | null
  /** Breaks the connection after so many bytes of the mail. */
  readonly breaksAfter?: number
}

export interface ScriptedMailServer {
  readonly port: number
  /** What the clients said, by its first four letters. */
  readonly heard: readonly string[]
  /** How many mails have come to their end. */
  readonly ended: () => number
}

const usual: Readonly<Record<string, string>> = {
  EHLO: '250 test',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go',
  QUIT: '221 bye',
}

/** A server that breaks off, is silent or refuses at one place of the conversation. */
export async function startScriptedMailServer({
  answers,
  afterMail = '250 queued',
  breaksAfter,
}: Script): Promise<ScriptedMailServer> {
  let ended = 0
  const heard: string[] = []
  const open = new Set<Socket>()
  const say = (socket: Socket, answer: string | null) => {
    if (answer === null) socket.destroy()
    else if (answer !== '') socket.write(`${answer}\r\n`)
  }
  const server = createServer(socket => {
    open.add(socket)
    let text = ''
    let inMail = false
    socket.on('error', () => undefined)
    say(socket, answers.GREETING === undefined ? '220 test' : answers.GREETING)
    socket.on('data', part => {
      text += part.toString('latin1')
      if (inMail && breaksAfter !== undefined && text.length >= breaksAfter) return socket.destroy()
      for (;;) {
        const end = inMail ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n')
        if (end < 0) return
        const line = text.slice(0, end)
        text = text.slice(end + (inMail ? 5 : 2))
        if (inMail) {
          inMail = false
          ended += 1
          say(socket, afterMail)
          continue
        }
        const verb = line.slice(0, 4).toUpperCase()
        heard.push(verb)
        const answer = verb in answers ? (answers[verb] ?? null) : (usual[verb] ?? '500 what')
        inMail = verb === 'DATA' && answer?.startsWith('354') === true
        say(socket, answer)
      }
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  return { port: (server.address() as AddressInfo).port, heard, ended: () => ended }
}
