import { CLOCK_EVERY, type ClockReading, wasSet } from '../../../shared/contract/mode'
import type { Millis } from '../../../shared/lib/time'
import type { Sound } from '../../stores/alarm-store'
import type { Cockpit } from '../../stores/cockpit-stores'
import { engineNow } from '../../stores/session-store'
import { type Call, callsBetween, loudestLast } from './calls'

export interface AlarmParts extends Pick<Cockpit, 'now' | 'session' | 'selection' | 'screen'> {
  /** Plays a sound if this window is the one that may. */
  readonly play: (sound: Sound) => void
  /** Shows it on screen. */
  readonly say: (call: Call) => void
  /** Shows a system notification while the window is hidden. */
  readonly notify: (call: Call) => void
}

/** Wall milliseconds between two looks that are more than a busy page. */
const LEAP: Millis = 2 * CLOCK_EVERY

const keyOf = ({ incident, about, who, at }: Call) => `${incident.id} ${about} ${who ?? ''} ${at}`

/** Announces what has become due at each tick of the engine's clock. @returns its stop */
export function startAlarms({ now, session, selection, screen, play, say, notify }: AlarmParts): () => void {
  // [SO3] What was due before this page opened shows in red; announcing it now would only startle.
  let looked = Number.POSITIVE_INFINITY
  /** [CW7] A clock that is set back comes to them again. */
  const called = new Set<string>()
  const callOut = (until: Millis) => {
    const from = looked
    looked = session.getState().clock === null ? Number.POSITIVE_INFINITY : until
    const { callOuts, sound } = screen.getState()
    const due = callsBetween(selection.getState().incidents, from, looked).filter(call => !called.has(keyOf(call)))
    const calls = loudestLast(due.filter(({ about }) => about !== 'elapsed' || callOuts === 'on'))
    for (const call of calls) {
      called.add(keyOf(call))
      say(call)
      notify(call)
    }
    const heard = calls.at(-1)
    // [SO6] Mute silences the sound only.
    if (heard !== undefined && sound === 'on') play(heard.sound)
  }
  /** [CW7] After a leap only the engine knows whether the computer slept or its clock was set: its next reading says. */
  const look = () => {
    const { clock, link } = session.getState()
    const at = now.getState().now
    const { steady, rate = 1 } = clock?.reading ?? {}
    if (steady === undefined || link !== 'open' || !(at - looked > LEAP * rate)) callOut(at)
  }
  const read = (before: ClockReading | undefined, reading: ClockReading) => {
    if (before !== undefined && wasSet(before, reading)) looked = reading.now
    callOut(engineNow(session))
  }
  const stops = [
    now.subscribe(look),
    session.subscribe((state, before) => {
      // Live and drill have different clocks: the past of one means nothing in the other.
      if (state.world !== before.world || state.clock === null) looked = Number.POSITIVE_INFINITY
      else if (state.clock.reading.steady !== undefined && state.clock !== before.clock)
        read(before.clock?.reading, state.clock.reading)
      else if (state.link !== before.link) look()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
