import { useCallback, useEffect } from 'react'
import { useCockpit } from '../../stores/cockpit'
import type { Cockpit } from '../../stores/cockpit-stores'
import { useFocusRequest } from '../../stores/use-focus-request'
import { calloutText } from './callout-text'
import { type Call, stillHolds } from './calls'
import { notifyHidden } from './notices'
import { openPlayer } from './player'
import { startAlarms } from './watch'

/** How long the screen says what was called out. */
const SAID = 20_000

/** Watches the clocks of all open incidents, on the cockpit and on the wall. Draws nothing. */
export function Alarms({ desktop }: { readonly desktop: boolean }) {
  const cockpit = useCockpit()
  useEffect(() => runAlarms(cockpit, desktop), [cockpit, desktop])
  const mute = useCallback(() => {
    const { sound } = cockpit.screen.getState()
    cockpit.screen.change({ sound: sound === 'on' ? 'off' : 'on' })
  }, [cockpit])
  useFocusRequest('mute', mute)
  return null
}

function runAlarms(cockpit: Cockpit, desktop: boolean): () => void {
  const { alarms, screen, selection } = cockpit
  let forgetting: ReturnType<typeof setTimeout> | undefined
  const player = openPlayer({
    volume: () => screen.getState().volume,
    onAble: able => alarms.setState({ able }),
    always: desktop,
  })
  let last: Call | null = null
  const forget = () => {
    clearTimeout(forgetting)
    last = null
    alarms.setState({ said: null })
  }
  const say = (call: Call) => {
    const { incident, sound } = call
    last = call
    alarms.setState({ said: { words: calloutText(call), sound, incident: incident.id, title: incident.title } })
    clearTimeout(forgetting)
    forgetting = setTimeout(forget, SAID)
  }
  const stops = [
    startAlarms({ ...cockpit, say, play: player.play, notify: call => notifyHidden(call, screen.getState(), desktop) }),
    // What was answered is not said to be due for another 20 s.
    selection.subscribe(({ incidents }) => {
      if (last !== null && !stillHolds(last, incidents)) forget()
    }),
    alarms.subscribe(({ asked }, before) => {
      if (asked !== null && asked !== before.asked) player.sample(asked.sound)
    }),
    player.stop,
    () => clearTimeout(forgetting),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
