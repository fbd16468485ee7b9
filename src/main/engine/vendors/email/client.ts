import { coded, codedPart } from '../../../../shared/contract/coded-text'
import type { Connection, ProbeResult } from '../../../../shared/contract/connections'
import type { FaultCode, FaultValue } from '../../../../shared/contract/fault-codes'
import { type MailSender, mailAddresses, mailSender } from '../../../../shared/domain/mail-addresses'
import type { Channel } from '../../../../shared/domain/update'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import { type Millis, SECOND } from '../../../../shared/lib/time'
import { withoutTraces } from '../../http/redact'
import { openSecretTraces } from '../../http/secret-traces'
import type { HttpFault, Refuses } from '../../http/types'
import type { OutgoingUpdate, SendOutcome } from '../../outbox/types'
import type { VendorAccount } from '../account'
import { unseenOnce } from '../outcome'
import { failedProbe } from '../probe'
import { smtpFault } from './faults'
import { mailOf, messageIdOf } from './message'
import { checkLogin, type HandedIn, handIn, type MailServer, SmtpTrouble } from './session'

/** Of each wait for the server. */
const TIMEOUT: Millis = 10 * SECOND

export interface MailOptions {
  readonly refuses: Refuses
  readonly timeout?: Millis
  /** Of this computer's clock, for the date of a mail. */
  readonly now?: () => Millis
}

/** All that a mail needs besides its text. */
interface Desk {
  readonly server: MailServer
  readonly address: URL
  readonly sender: MailSender
  readonly recipients: readonly string[]
}

/** Mail to a list of addresses, handed in at one mail server. SMTP shows nobody what was handed in. */
export function openEmail(connection: Connection, password: string, options: MailOptions): VendorAccount {
  const { timeout = TIMEOUT, now = Date.now, refuses } = options
  const desk = deskOf(connection, password, refuses)
  const traces = openSecretTraces([{ text: password, open: 0 }])
  const faultOf = (error: unknown, { address }: Desk) => withoutTraces(smtpFault(error, address, timeout), traces)

  async function send(update: OutgoingUpdate, signal: AbortSignal): Promise<SendOutcome> {
    if (!desk.ok) return { outcome: 'refused', fault: desk.fault, again: false }
    const { sender, recipients, server } = desk.value
    try {
      const mail = await mailOf(update, { sender, recipients, date: now() })
      const envelope = { from: sender.address, to: recipients }
      const handed = await handIn(server, { envelope, mail }, timeout, signal)
      return handedIn(update, handed, desk.value)
    } catch (error) {
      const { cause, mayHaveLeft } = error instanceof SmtpTrouble ? error : { cause: error, mayHaveLeft: false }
      const fault = faultOf(cause, desk.value)
      // [EM5] Cut off after the mail had begun: the server may have it all, and its answer was lost.
      return mayHaveLeft ? { outcome: 'unknown', fault } : { outcome: 'refused', fault, again: mayPass(fault) }
    }
  }

  async function probe(signal: AbortSignal): Promise<ProbeResult> {
    if (!desk.ok) return failedProbe(desk.fault)
    const { server, address, recipients } = desk.value
    try {
      await checkLogin(server, timeout, signal)
      return { good: true, ...coded('reached-smtp', { host: address.host, count: recipients.length }) }
    } catch (error) {
      return failedProbe(faultOf(error, desk.value))
    }
  }

  return { channels: [channelOf(connection)], updates: { ...unseenOnce('email'), send }, probe }
}

function channelOf({ id, name, readers }: Connection): Channel {
  return { vendor: 'email', connection: id, target: 'email', label: name, ...(readers && { readers }) }
}

function deskOf(connection: Connection, password: string, refuses: Refuses): Reply<Desk, HttpFault> {
  const address = URL.parse(connection.baseUrl)
  if (address === null || !/^smtps?:$/.test(address.protocol)) return fail(incomplete('mail-server-wrong'))
  // [EM7] As with HTTP: nothing of a drill leaves for a real mail server.
  const refusal = refuses(address)
  if (refusal !== null) return fail(refusal)
  const sender = mailSender(connection.sender ?? '')
  if (sender === undefined) return fail(incomplete('mail-sender-missing'))
  const { addresses, wrong } = mailAddresses(connection.recipients ?? '')
  const [first] = wrong
  if (first !== undefined) return fail(incomplete('mail-recipient-wrong', { address: first }))
  if (addresses.length === 0) return fail(incomplete('mail-recipients-missing'))
  const isTls = address.protocol === 'smtps:'
  const server: MailServer = {
    host: address.hostname.replace(/^\[|\]$/g, ''),
    port: Number(address.port) || (isTls ? 465 : 587),
    ...{ isTls, caFile: connection.caFile, user: connection.user?.trim() ?? '', password },
  }
  return ok({ server, address, sender, recipients: addresses })
}

/** Nothing was sent, and nothing will be until the connection is complete. */
function incomplete(code: FaultCode, values: Readonly<Record<string, FaultValue>> = {}): HttpFault {
  return { kind: 'token-refused', status: 400, ...codedPart({ code, values }), nothingLeft: true }
}

function handedIn(
  { update }: OutgoingUpdate,
  { rejected, messageId }: HandedIn,
  { sender, recipients }: Desk,
): SendOutcome {
  if (rejected.length === 0) {
    return { outcome: 'delivered', delivered: { externalId: messageId ?? messageIdOf(update, sender), url: null } }
  }
  // [EM6] Neither sent nor not sent: sent again, those who have it would have it twice.
  const values = { taken: recipients.length - rejected.length, refused: rejected.join(', ') }
  return { outcome: 'unknown', fault: { kind: 'unreadable-answer', ...coded('smtp-in-part', values) } }
}

/** Of what certainly did not leave: a network and a “not now” pass, a login and a refusal do not. */
function mayPass({ kind }: HttpFault): boolean {
  return kind === 'unreachable' || kind === 'timed-out' || kind === 'rate-limited'
}
