import { createStore, type StoreApi } from 'zustand/vanilla'
import { CLOCK_EVERY } from '../../shared/contract/mode'
import { type Millis, SECOND } from '../../shared/lib/time'
import { type ClockAnchor, sinceHeard } from './engine-clock'
import { engineNow, type SessionStore } from './session-store'

/** The engine's clock as the window shows it. One store, so that all countdowns tick at the same moment. */
export type NowStore = StoreApi<NowState>

export interface NowState {
  readonly now: Millis
  /**
   * [CW3] The clock for judging ages: while the engine's next reading is a little late, the time of the last one. A
   * vendor is not called late because a push of the engine is.
   */
  readonly judged: Millis
  /** [CW3] The connection is open, but the engine's clock readings are missing. */
  readonly quiet: boolean
  /** [CW4] The engine is unreachable: nothing in this window is known to be current. */
  readonly away: boolean
  /** When the engine was last heard, by its own clock; null: never. */
  readonly heardAt: Millis | null
  /** How long ago that was, in wall-clock milliseconds. */
  readonly silence: Millis
  /** Number of readings received: it changes while the engine lives. */
  readonly beats: number
}

/** Two missed readings. */
const QUIET_AFTER: Millis = 2 * CLOCK_EVERY
/**
 * Seconds that this page ran without a reading. After a sleep, or in a tab that the browser suspended, the first second
 * comes before the readings that wait in the connection: that is not the engine's fault.
 */
const QUIET_SECONDS = 3

export function createNowStore(session: SessionStore): NowStore {
  return createStore(() => ({ ...nowOf(session, 0), beats: 0 }))
}

/** @param silent seconds that this page ran since the last reading */
function nowOf(session: SessionStore, silent: number): Omit<NowState, 'beats'> {
  const now = engineNow(session)
  const { clock, link, greeted } = session.getState()
  // Without a reading: since the page was opened.
  const silence = clock === null ? performance.now() : sinceHeard(clock, performance.now(), Date.now())
  const quiet = link === 'open' && clock !== null && silence >= QUIET_AFTER && silent >= QUIET_SECONDS
  const away = link !== 'connecting' && (link !== 'open' || !greeted || quiet)
  const held = clock !== null && !away && silence < QUIET_AFTER
  return {
    now,
    judged: held ? Math.min(now, heldAt(clock)) : now,
    quiet,
    away,
    heardAt: clock?.reading.now ?? null,
    silence,
  }
}

function heldAt({ reading }: ClockAnchor): Millis {
  return reading.now + CLOCK_EVERY * reading.rate
}

/** Reads the clock once a second, and at once when it was set or the connection changed; returns its stop. */
export function startTicking(store: NowStore, session: SessionStore): () => void {
  let silent = 0
  const tick = () => store.setState(nowOf(session, silent))
  tick()
  const timer = setInterval(() => {
    silent += 1
    tick()
  }, SECOND)
  const stop = session.subscribe((state, before) => {
    if (state.clock !== before.clock) {
      silent = 0
      store.setState(({ beats }) => ({ beats: beats + 1 }))
    }
    if (state.clock !== before.clock || state.link !== before.link || state.greeted !== before.greeted) tick()
  })
  return () => {
    clearInterval(timer)
    stop()
  }
}
