import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CopiedNotice } from '../../shared/contract/copied-notice'
import type { Fault } from '../../shared/contract/faults'
import type { LinkState } from '../../shared/contract/link'
import type { ClockReading, Mode } from '../../shared/contract/mode'
import type { RecordCheck } from '../../shared/contract/record-check'
import type { RecordProblem } from '../../shared/contract/record-problems'
import type { SentElsewhere } from '../../shared/contract/sent-elsewhere'
import type { Welcome } from '../../shared/contract/welcome'
import type { Responder } from '../../shared/domain/people'
import type { Millis } from '../../shared/lib/time'
import { type ClockAnchor, reckon } from './engine-clock'

export interface SessionState {
  /** `connecting` until the link reported its state for the first time. */
  readonly link: LinkState | 'connecting'
  /** What is shown comes from the engine of the current connection: it answered this connection's hello. */
  readonly greeted: boolean
  readonly welcome: Welcome | null
  readonly world: Mode
  /** The name that the user gave; null: the engine's default name. */
  readonly name: string | null
  readonly me: Responder | null
  readonly clock: ClockAnchor | null
  /** What is wrong with the record on the engine's disk. */
  readonly recordCheck: RecordCheck
  readonly recordProblems: readonly RecordProblem[]
  /** [WS4] */
  readonly copied: CopiedNotice | null
  /** [OW4] */
  readonly elsewhere: readonly SentElsewhere[]
  /** Why the engine did not greet this session; null: it did, or was not asked yet. */
  readonly fault: Fault | null
}

export type SessionStore = StoreApi<SessionState>

export const newSession: SessionState = {
  link: 'connecting',
  greeted: false,
  welcome: null,
  world: { kind: 'real' },
  name: null,
  me: null,
  clock: null,
  recordCheck: { running: null, last: null },
  recordProblems: [],
  copied: null,
  elsewhere: [],
  fault: null,
}

export function createSessionStore(name: string | null): SessionStore {
  return createStore(() => ({ ...newSession, name }))
}

export function anchorClock(reading: ClockReading): ClockAnchor {
  return { reading, monotonic: performance.now(), wall: Date.now() }
}

/** Converts a time of this machine's clock to the engine's clock, which all other shown times use. */
export function onEngineClock(session: SessionStore, wall: Millis): Millis {
  const { clock } = session.getState()
  return clock === null ? wall : Math.round(clock.reading.now + (wall - clock.wall) * clock.reading.rate)
}

/**
 * Now on the engine's clock. Before the first reading it is the machine's wall clock, which only a window without data
 * shows.
 */
export function engineNow(session: SessionStore): Millis {
  const { clock } = session.getState()
  return clock === null ? Date.now() : reckon(clock, performance.now(), Date.now())
}
