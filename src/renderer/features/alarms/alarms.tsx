import { useCallback, useEffect } from 'react'
import type { BrowserSettings } from '../../stores/browser-settings'
import { useCockpit } from '../../stores/cockpit'
import type { Cockpit } from '../../stores/cockpit-stores'
import { useCommand } from '../../stores/use-command'
import { type Call, calloutText, stillHolds } from './calls'
import { openPlayer } from './player'
import { startAlarms } from './watch'

/** How long a callout stays on screen. */
const SAID = 20_000

/** Watches the deadlines of all open incidents, in the cockpit and on the wallboard. Renders nothing. */
export function Alarms({ desktop }: { readonly desktop: boolean }) {
  const cockpit = useCockpit()
  useEffect(() => runAlarms(cockpit, desktop), [cockpit, desktop])
  const mute = useCallback(() => {
    const { sound } = cockpit.screen.getState()
    cockpit.screen.change({ sound: sound === 'on' ? 'off' : 'on' })
  }, [cockpit])
  useCommand('mute', mute)
  return null
}

function runAlarms(cockpit: Cockpit, desktop: boolean): () => void {
  const { alarms, screen, selection, session } = cockpit
  const wordsOf = (call: Call) => calloutText(call, session.getState().me?.name)
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
    alarms.setState({ said: { words: wordsOf(call), sound, incident: incident.id, title: incident.title } })
    clearTimeout(forgetting)
    forgetting = setTimeout(forget, SAID)
  }
  const stops = [
    startAlarms({
      ...cockpit,
      say,
      play: player.play,
      notify: call => notifyHidden(call, wordsOf(call), screen.getState(), desktop),
    }),
    // A deadline that was met must not show as due for another 20 s.
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

/**
 * [SO8] Shows a system notification while this window is hidden, if the user allowed that. On the desktop the engine
 * does it, since it runs without a window. Windows of one browser share a tag, so that only one notification is shown.
 */
function notifyHidden(
  call: Call,
  words: string,
  { notices }: Pick<BrowserSettings, 'notices'>,
  desktop: boolean,
): void {
  if (desktop || notices === 'off' || !document.hidden || call.about === 'elapsed') return
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  const { incident, about } = call
  const notice = new Notification(words, { body: incident.title, tag: `${incident.id} ${about}` })
  notice.addEventListener('click', () => {
    window.focus()
    notice.close()
  })
}
