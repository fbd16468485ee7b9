import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineLink } from '../../../shared/contract/link'
import { pushNames } from '../../../shared/contract/names'
import { type Millis, SECOND } from '../../../shared/lib/time'

/** Whether the engine is heard. It reads its clock to every screen each five seconds, so silence is a fault. */
export interface Pulse {
  /** Counts everything that was heard. */
  readonly beats: number
  /** Since the engine was heard last, in wall milliseconds. */
  readonly quiet: Millis
  readonly live: boolean
}

export type PulseStore = StoreApi<Pulse>

/** Longer than the engine's five seconds between two readings, with room for a slow line. */
const QUIET_AFTER: Millis = 8 * SECOND

/** Not live until something was heard. */
export function createPulse(): PulseStore {
  return createStore(() => ({ beats: 0, quiet: 0, live: false }))
}

/**
 * Listens to every push, and looks once a second how long it has been quiet; returns its stop.
 * @param monotonic milliseconds that never jump, such as `performance.now`
 */
export function startPulse(store: PulseStore, link: EngineLink, monotonic: () => Millis): () => void {
  let heardAt = monotonic()
  let open = false
  const look = (beat: 0 | 1) => {
    const quiet = monotonic() - heardAt
    store.setState(({ beats }) => ({ beats: beats + beat, quiet, live: open && quiet < QUIET_AFTER }))
  }
  const hear = () => {
    heardAt = monotonic()
    look(1)
  }
  const unheard = pushNames.map(name => link.on(name, hear))
  const unwatched = link.onState(state => {
    open = state === 'open'
    if (open) hear()
    else look(0)
  })
  const timer = setInterval(() => look(0), SECOND)
  return () => {
    clearInterval(timer)
    unwatched()
    for (const stop of unheard) stop()
  }
}
