import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Millis, SECOND } from '../../shared/lib/time'
import { engineNow, type SessionStore } from './session-store'

/** The engine's clock as the screen shows it. One store, so that all countdowns turn over at the same moment. */
export type NowStore = StoreApi<{ readonly now: Millis }>

export function createNowStore(session: SessionStore): NowStore {
  return createStore(() => ({ now: engineNow(session) }))
}

/** Reads the clock once a second, and at once when it was set anew; returns its stop. */
export function startTicking(store: NowStore, session: SessionStore): () => void {
  const tick = () => store.setState({ now: engineNow(session) })
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
