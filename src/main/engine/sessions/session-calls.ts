import type { CopiedNotice } from '../../../shared/contract/copied-notice'
import type { ClockReading, Mode } from '../../../shared/contract/mode'
import type { RecordCheck } from '../../../shared/contract/record-check'
import type { RecordProblem } from '../../../shared/contract/record-problems'
import type { SentElsewhere } from '../../../shared/contract/sent-elsewhere'
import type { Welcome } from '../../../shared/contract/welcome'
import { responderNamed } from '../../../shared/domain/people'
import { fail, ok } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import type { AlertStore } from '../alerts/alert-store'
import type { Clock } from '../ports'
import type { Ledger } from '../record/ledger'
import type { VendorAccounts } from '../vendors/accounts/vendor-accounts'
import type { Handlers } from './handlers'
import { follow, type Screen } from './sessions'

/** The welcome of a session, and where its reports about itself go. */
export interface SessionParts {
  readonly version: string
  readonly world: Mode
  readonly clock: Clock
  readonly uptime: (() => Millis) | undefined
  readonly ledger: Ledger
  readonly accounts: VendorAccounts
  readonly alerts: AlertStore
  /** What is wrong with the record on the disk. */
  readonly recordProblems: () => readonly RecordProblem[]
  readonly recordCheck: () => RecordCheck
  readonly copied: () => CopiedNotice | null
  readonly elsewhere: () => readonly SentElsewhere[]
  /** [GT2] [GT4] Undefined: while the engine starts. */
  readonly standing: () => Pick<Welcome, 'facts' | 'gates'> | undefined
  /** To be called when who can see what has changed. */
  readonly setPace: () => void
  readonly tellEditors: () => void
}

type SessionCalls = 'session:hello' | 'session:visible' | 'session:editing' | 'log:follow' | 'log:unfollow'

export function readClock(clock: Clock, uptime: (() => Millis) | undefined): ClockReading {
  return { now: clock.now(), rate: clock.rate, ...(uptime !== undefined && { steady: uptime() * clock.rate }) }
}

/** What a client reports of itself, and which incidents it follows. */
export function sessionChanges(parts: SessionParts): Handlers<SessionCalls> {
  const { ledger } = parts
  return {
    'session:hello': ({ name, screen: sessionName }, screen) => {
      screen.name = sessionName
      screen.responder = (name === null ? undefined : responderNamed(name)) ?? screen.responder
      parts.tellEditors()
      return ok(welcome(parts, screen))
    },
    'session:visible': ({ visible }, screen) => {
      screen.visible = visible
      parts.setPace()
      return ok(null)
    },
    'session:editing': ({ editing }, screen) => {
      screen.editing = editing
      parts.tellEditors()
      return ok(null)
    },
    'log:follow': ({ incident, after }, screen) => {
      const seq = follow(ledger, screen, incident, after)
      // [IN2] Not even its beginning is left: the client says why instead of waiting for it.
      const fault = seq === 0 ? ledger.readOnly(incident) : undefined
      return fault === undefined ? ok({ seq }) : fail(fault)
    },
    'log:unfollow': ({ incident }, screen) => {
      screen.following.delete(incident)
      return ok(null)
    },
  }
}

function welcome(parts: SessionParts, screen: Screen): Welcome {
  const { version, world, clock, ledger, accounts, alerts: storm } = parts
  const board = accounts.board()
  const incidents = ledger.summaries()
  return {
    version,
    world,
    clock: readClock(clock, parts.uptime),
    me: screen.responder,
    principal: screen.principal,
    incidents,
    board,
    alerts: storm.shown(),
    ...{ facts: [], gates: [], ...parts.standing() },
    channels: accounts.channels(),
    recordProblems: parts.recordProblems(),
    recordCheck: parts.recordCheck(),
    workspace: ledger.workspace,
    copied: parts.copied(),
    elsewhere: parts.elsewhere(),
    firstRun: incidents.length === 0 && board.feeds.length === 0,
  }
}
