import type { Sound } from '../../stores/alarm-store'
import type { Cockpit } from '../../stores/cockpit-stores'
import { type Call, callsBetween, loudestLast } from './calls'

export interface AlarmParts extends Pick<Cockpit, 'now' | 'session' | 'selection' | 'screen'> {
  /** Makes a sound, where this window is the one to make it. */
  readonly play: (sound: Sound) => void
  /** Says it on the screen. */
  readonly say: (call: Call) => void
  /** Says it through the system, where nobody sees the window. */
  readonly notify: (call: Call) => void
}

/** Looks at each turn of the engine's clock what has come to be called out; returns its stop. */
export function startAlarms({ now, session, selection, screen, play, say, notify }: AlarmParts): () => void {
  // [SO3] What was due before this screen looked stands on it in red; to call it out now would only startle.
  let looked = Number.POSITIVE_INFINITY
  const look = () => {
    const from = looked
    looked = session.getState().clock === null ? Number.POSITIVE_INFINITY : now.getState().now
    const { callOuts, sound } = screen.getState()
    const due = callsBetween(selection.getState().incidents, from, looked)
    const calls = loudestLast(due.filter(({ about }) => about !== 'elapsed' || callOuts === 'on'))
    for (const call of calls) {
      say(call)
      notify(call)
    }
    const heard = calls.at(-1)
    // [SO6] Mute silences; what is said and shown stays.
    if (heard !== undefined && sound === 'on') play(heard.sound)
  }
  const stops = [
    now.subscribe(look),
    session.subscribe((state, before) => {
      // Another world has another clock: its past is not this screen's.
      if (state.world !== before.world || state.clock === null) looked = Number.POSITIVE_INFINITY
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
