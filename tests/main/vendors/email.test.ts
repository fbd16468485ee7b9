import { describe, expect, it, vi } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import type { OutgoingUpdate } from '../../../src/main/engine/outbox/types'
import { openEmail } from '../../../src/main/engine/vendors/email/client'
import { smtpFault } from '../../../src/main/engine/vendors/email/faults'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { Connection } from '../../../src/shared/contract/connections'
import type { ConnectionId, IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { type Script, startMailServer, startScriptedMailServer } from '../../support/mail-server'
import { madeCertificates } from '../http/certificates'
import { deadOrigin, never } from '../http/loopback'

const content: UpdateContent = {
  ...{ stage: 'progress', title: 'Payments fail – Zahlungen', status: 'identified', nextUpdateAt: null },
  body: 'Some payments fail.\n\nWe roll back.\n.\nNext update 10:30 UTC.',
  channel: { vendor: 'email', connection: 'mail' as ConnectionId, target: 'email', label: 'Key accounts' },
  ...{ components: {}, notify: false },
}
const update: OutgoingUpdate = {
  ...{ incident: 'inc:1' as IncidentId, update: 'upd:1' as UpdateId, externalId: null, content },
}

function connectionTo(baseUrl: string, more: Partial<Connection> = {}): Connection {
  return {
    ...{ id: 'mail' as ConnectionId, vendor: 'email', name: 'Key accounts', baseUrl },
    ...{ sender: 'Status <status@shop.example>', recipients: 'ann@a.example, Bob <bob@b.example>' },
    ...more,
  }
}

const PASSWORD = 'right password'
const now = () => Date.UTC(2026, 10, 30, 10)

function accountAt(baseUrl: string, more: Partial<Connection> = {}, password = PASSWORD, timeout = 20_000) {
  return openEmail(connectionTo(baseUrl, more), password, { timeout, now, refuses: () => null })
}

const sendTo = (...place: Parameters<typeof accountAt>) => accountAt(...place).updates?.send(update, never)

describe('a mail', () => {
  it('[EM1] goes once to each address, plain and HTML, after STARTTLS and a login', async () => {
    const { caFile, key, cert } = madeCertificates('mail.test')
    const server = await startMailServer({ key, cert })
    expect(await sendTo(`smtp://127.0.0.1:${server.port}`, { caFile, user: 'status' })).toEqual({
      outcome: 'delivered',
      delivered: { externalId: '<upd.1.update@shop.example>', url: null },
    })
    const [mail, ...more] = server.mails
    expect(more).toEqual([])
    expect(mail).toMatchObject({ from: 'status@shop.example', to: ['ann@a.example', 'bob@b.example'] })
    expect(mail).toMatchObject({ isSecure: true, user: 'status' })
    const raw = mail?.raw ?? ''
    expect(raw).toContain('From: Status <status@shop.example>\r\n')
    expect(raw).toContain('Message-ID: <upd.1.update@shop.example>\r\n')
    expect(raw).toContain('In-Reply-To: <inc.1.incident@shop.example>\r\n')
    expect(raw).toContain('To: "undisclosed-recipients":;\r\n')
    expect(raw).toContain('Date: Mon, 30 Nov 2026 10:00:00 +0000\r\n')
    expect(raw).not.toMatch(/ann@|bob@/)
    expect(raw).toContain('Content-Type: text/plain; charset=utf-8\r\n')
    expect(raw).toContain('Content-Type: text/html; charset=utf-8\r\n')
    expect(raw).toContain('We roll back.\r\n.\r\nNext update 10:30 UTC.')
  })

  it('[EM1] each attempt has one Message-ID; a single recipient is named', async () => {
    const server = await startMailServer({ disabledCommands: ['STARTTLS'] })
    const account = accountAt(`smtp://127.0.0.1:${server.port}`, { recipients: 'ann@a.example' })
    await account.updates?.send(update, never)
    await account.updates?.send(update, never)
    expect(server.mails.map(({ raw }) => /^Message-ID: .*$/im.exec(raw)?.[0])).toEqual([
      ...['Message-ID: <upd.1.update@shop.example>', 'Message-ID: <upd.1.update@shop.example>'],
    ])
    expect(server.mails[0]?.raw).toContain('To: ann@a.example\r\n')
  })

  it('[EM3] goes over TLS from the first byte, with an authority of the connection’s own and not without', async () => {
    const { caFile, key, cert } = madeCertificates('mail.test')
    const server = await startMailServer({ secure: true, key, cert })
    expect(await sendTo(`smtps://127.0.0.1:${server.port}`, { caFile })).toMatchObject({ outcome: 'delivered' })
    expect(await sendTo(`smtps://127.0.0.1:${server.port}`)).toMatchObject({
      ...{ outcome: 'refused', again: true },
      fault: { kind: 'unreachable', message: expect.stringContaining('certificate') },
    })
    expect(await sendTo(`smtps://127.0.0.1:${server.port}`, { caFile: '/no/such/file.pem' })).toMatchObject({
      ...{ outcome: 'refused', fault: { code: 'host-certificates' } },
    })
    expect(server.mails).toHaveLength(1)
  })

  it('[EM3] neither mail nor password leaves without TLS for another computer; on this one it may', async () => {
    const server = await startMailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
    // An address of this computer that does not look like one.
    expect(await sendTo(`smtp://0.0.0.0:${server.port}`, { user: 'status' })).toMatchObject({
      ...{ outcome: 'refused', again: false },
      fault: { code: 'smtp-no-tls' },
    })
    expect([server.logins, server.mails]).toEqual([[], []])
    expect(await sendTo(`smtp://127.0.0.1:${server.port}`, { user: 'status' })).toMatchObject({ outcome: 'delivered' })
  })

  it('[EM4] a refused login is not tried again, and the password is shown nowhere', async () => {
    const server = await startMailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
    const sent = await sendTo(`smtp://127.0.0.1:${server.port}`, { user: 'status' }, 'wr0ng-passw0rd-4711')
    expect(sent).toMatchObject({
      outcome: 'refused',
      again: false,
      fault: { kind: 'token-refused', code: 'smtp-login' },
    })
    expect(server.logins).toEqual(['status:wr0ng-passw0rd-4711'])
    expect(JSON.stringify(sent)).not.toContain('wr0ng-passw0rd')
    expect(server.mails).toEqual([])
  })

  it.each([
    ['MAIL', '450 busy', true],
    ['MAIL', '552 too large', false],
    ['RCPT', '451 greylisted', true],
    ['RCPT', '550 no such user', false],
    ['DATA', '451 later', true],
    ['DATA', '554 no', false],
  ])('[EM4] after %s is answered %s it surely did not leave', async (verb, answer, again) => {
    const server = await startScriptedMailServer({ answers: { [verb]: answer } })
    const sent = await sendTo(`smtp://127.0.0.1:${server.port}`)
    expect(sent).toMatchObject({ outcome: 'refused', again })
    expect(sent?.outcome === 'refused' && sent.fault.message).toContain(answer.slice(4))
    expect(server.ended()).toBe(0)
  })

  it.each<[string, Script]>([
    ['before the greeting', { answers: { GREETING: null } }],
    ['after EHLO', { answers: { EHLO: null } }],
    ['after MAIL', { answers: { MAIL: null } }],
    ['after RCPT', { answers: { RCPT: null } }],
    ['instead of asking for the mail', { answers: { DATA: null } }],
  ])('[EM5] a connection that ends %s has sent nothing, and it is tried again', async (_, script) => {
    const server = await startScriptedMailServer(script)
    expect(await sendTo(`smtp://127.0.0.1:${server.port}`)).toMatchObject({ outcome: 'refused', again: true })
    expect(server.ended()).toBe(0)
  })

  it.each<[string, Script, number]>([
    ['in the middle of the mail', { answers: {}, breaksAfter: 200 }, 0],
    ['after the mail', { answers: {}, afterMail: null }, 1],
    ['in silence after the mail', { answers: {}, afterMail: '' }, 1],
  ])('[EM5] a connection that ends %s leaves it unknown, and nobody can be asked', async (_, script, ended) => {
    const server = await startScriptedMailServer(script)
    const account = accountAt(`smtp://127.0.0.1:${server.port}`, {}, PASSWORD, 300)
    expect(await account.updates?.send(update, never)).toMatchObject({ outcome: 'unknown' })
    expect(server.ended()).toBe(ended)
    expect(await account.updates?.verify(update, never)).toMatchObject({ found: 'unknown', forGood: true })
  })

  it.each([
    ['554 looks like spam', false],
    ['451 try later', true],
  ])('[EM5] a server that answers the whole mail with %s has refused it', async (afterMail, again) => {
    const server = await startScriptedMailServer({ answers: {}, afterMail })
    expect(await sendTo(`smtp://127.0.0.1:${server.port}`)).toMatchObject({ outcome: 'refused', again })
  })

  it('[EM5] an engine that stops before the server asked for the mail has sent nothing, and after it nobody knows', async () => {
    for (const [script, outcome] of [
      [{ answers: { RCPT: '' } }, 'refused'],
      [{ answers: {}, afterMail: '' }, 'unknown'],
    ] as const) {
      const server = await startScriptedMailServer(script)
      const stopping = new AbortController()
      const sent = accountAt(`smtp://127.0.0.1:${server.port}`).updates?.send(update, stopping.signal)
      await vi.waitFor(() =>
        expect(server.heard.includes('RCPT') && (outcome === 'refused' || server.ended() === 1)).toBe(true),
      )
      stopping.abort()
      expect(await sent).toMatchObject({ outcome })
    }
  })

  it('[EM7] leaves no drill: nothing is opened to a server that is not its own, whatever its connection says', async () => {
    const server = await startScriptedMailServer({ answers: {} })
    const at = `smtp://127.0.0.1:${server.port}`
    const web = createHttpClient()
    const drill = (origin: string) => guardHttp(web, new Set([origin]))
    const guards = [drill(`http://127.0.0.1:${server.port}`), drill(`smtps://127.0.0.1:${server.port}`)]
    // One that somebody wrapped and forgot: it lets nobody out either.
    for (const http of [...guards, { request: web.request }]) {
      const account = openAccount(connectionTo(at), PASSWORD, http)
      expect(await account.updates?.send(update, never)).toMatchObject({
        ...{ outcome: 'refused', again: false, fault: { kind: 'drill-guard' } },
      })
      expect(await account.probe(never)).toMatchObject({ good: false, code: 'drill-guards' })
    }
    expect(server.heard).toEqual([])
    const own = openAccount(connectionTo(at), PASSWORD, drill(at))
    expect(await own.updates?.send(update, never)).toMatchObject({ outcome: 'delivered' })
  })

  it('[EM6] that the server took for some addresses only is unknown, and names the others', async () => {
    const server = await startMailServer({
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _, done) {
        done(address.startsWith('bob') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null)
      },
    })
    const sent = await sendTo(`smtp://127.0.0.1:${server.port}`)
    expect(sent).toMatchObject({ outcome: 'unknown', fault: { code: 'smtp-in-part' } })
    expect(sent?.outcome === 'unknown' && sent.fault.message).toContain('bob@b.example')
    expect(server.mails.map(({ to }) => to)).toEqual([['ann@a.example']])
  })

  it('where nothing listens it surely did not leave', async () => {
    const { port } = new URL(await deadOrigin())
    expect(await sendTo(`smtp://127.0.0.1:${port}`)).toMatchObject({
      ...{ outcome: 'refused', again: true, fault: { code: 'host-refused' } },
    })
  })

  it.each<[string, Partial<Connection>]>([
    ['mail-server-wrong', { baseUrl: 'https://mail.example.com' }],
    ['mail-sender-missing', { sender: 'nobody' }],
    ['mail-recipients-missing', { recipients: ' , ' }],
    ['mail-recipient-wrong', { recipients: 'ann@a.example, bob' }],
  ])('is refused with %s while its connection is not complete', async (code, more) => {
    expect(await sendTo('smtp://127.0.0.1:1', more)).toMatchObject({
      outcome: 'refused',
      again: false,
      fault: { code },
    })
    expect(await accountAt('smtp://127.0.0.1:1', more).probe(never)).toMatchObject({ good: false, code })
  })
})

it('[EM4] an error that nobody knows is a connection that failed, without the words of the library', () => {
  const fault = smtpFault(new Error('what was sent'), new URL('smtp://mail.example:587'), 10_000)
  expect(fault).toMatchObject({ kind: 'unreachable', code: 'host-failed' })
  expect(JSON.stringify(fault)).not.toContain('what was sent')
})

describe('the test of a mail connection', () => {
  it('[EM4] logs in and sends nothing', async () => {
    const server = await startMailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
    const at = `smtp://127.0.0.1:${server.port}`
    expect(await accountAt(at, { user: 'status' }).probe(never)).toMatchObject({ good: true, code: 'reached-smtp' })
    const wrong = await accountAt(at, { user: 'status' }, 'wrong password').probe(never)
    expect(wrong).toMatchObject({ good: false, refused: true, code: 'smtp-login' })
    expect(server.mails).toEqual([])
  })

  it('opens as any other account, and names its channel and its readers', () => {
    const connection = connectionTo('smtp://127.0.0.1:1', { readers: 'customers' })
    const channel = {
      vendor: 'email',
      connection: 'mail',
      target: 'email',
      label: 'Key accounts',
      readers: 'customers',
    }
    expect(openAccount(connection, PASSWORD, createHttpClient()).channels).toEqual([channel])
  })
})
