import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Millis, SECOND } from '../../shared/lib/time'
import { type ClockAnchor, sinceHeard } from './engine-clock'
import { engineNow, type SessionStore } from './session-store'

/** The engine's clock as the screen shows it. One store, so that all countdowns turn over at the same moment. */
export type NowStore = StoreApi<NowState>

export interface NowState {
  readonly now: Millis
  /**
   * [CW3] The same for what is judged by its age: where the engine's last reading of its clock is overdue, that of the
   * reading, until the engine itself is called quiet. A vendor is not called late for want of a word of the engine.
   */
  readonly judged: Millis
  /** [CW3] The line is open, and the engine missed to read its clock. */
  readonly quiet: boolean
}

/** The engine reads its clock to each screen each five seconds. */
const READ_EVERY: Millis = 5 * SECOND
/** A reading that is missing for so long is not merely late. */
const QUIET_AFTER: Millis = 7 * SECOND

export function createNowStore(session: SessionStore): NowStore {
  return createStore(() => nowOf(session))
}

function nowOf(session: SessionStore): NowState {
  const now = engineNow(session)
  const { clock, link } = session.getState()
  const since = clock === null || link !== 'open' ? 0 : sinceHeard(clock, performance.now(), Date.now())
  const quiet = since >= QUIET_AFTER
  return { now, judged: clock === null || quiet ? now : Math.min(now, heldAt(clock)), quiet }
}

function heldAt({ reading }: ClockAnchor): Millis {
  return reading.now + READ_EVERY * reading.rate
}

/** Reads the clock once a second, and at once when it was set anew; returns its stop. */
export function startTicking(store: NowStore, session: SessionStore): () => void {
  const tick = () => store.setState(nowOf(session))
  tick()
  const timer = setInterval(tick, SECOND)
  const stop = session.subscribe((state, before) => {
    if (state.clock !== before.clock) tick()
  })
  return () => {
    clearInterval(timer)
    stop()
  }
}
