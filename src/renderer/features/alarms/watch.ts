import type { Sound } from '../../stores/alarm-store'
import type { Cockpit } from '../../stores/cockpit-stores'
import { type Call, callsBetween, loudestLast } from './calls'

export interface AlarmParts extends Pick<Cockpit, 'now' | 'session' | 'selection' | 'screen'> {
  /** Plays a sound if this window is the one that may. */
  readonly play: (sound: Sound) => void
  /** Shows it on screen. */
  readonly say: (call: Call) => void
  /** Shows a system notification while the window is hidden. */
  readonly notify: (call: Call) => void
}

/** Announces what has become due at each tick of the engine's clock. @returns its stop */
export function startAlarms({ now, session, selection, screen, play, say, notify }: AlarmParts): () => void {
  // [SO3] What was due before this page opened shows in red; announcing it now would only startle.
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
    // [SO6] Mute silences the sound only.
    if (heard !== undefined && sound === 'on') play(heard.sound)
  }
  const stops = [
    now.subscribe(look),
    session.subscribe((state, before) => {
      // Live and drill have different clocks: the past of one means nothing in the other.
      if (state.world !== before.world || state.clock === null) looked = Number.POSITIVE_INFINITY
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
