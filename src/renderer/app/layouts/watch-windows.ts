import type { PaneKey } from '../../../shared/contract/pane-address'
import type { SelectionStore } from '../../stores/selection-store'
import type { Layouts } from './layouts'
import { panesInWindows, whenGone } from './pane-locks'
import { openTalk } from './window-talk'

/**
 * Takes a pane from the desk while it stands in a window of its own, and tells those windows which incident is open
 * here. Returns its stop.
 */
export function watchWindows(layouts: Layouts, selection: SelectionStore, locks: LockManager): () => void {
  const waits = new Map<PaneKey, () => void>()
  let stopped = false
  const leave = (pane: PaneKey) => {
    layouts.left(pane)
    waits.get(pane)?.()
    waits.set(
      pane,
      whenGone(locks, pane, () => layouts.returned(pane)),
    )
  }
  const tellIncident = () => {
    const { open } = selection.getState()
    if (open !== null) talk.say({ say: 'incident', incident: open })
  }
  const talk = openTalk(message => {
    if (message.say === 'here') leave(message.pane)
    else if (message.say === 'which-incident') tellIncident()
  })
  void panesInWindows(locks).then(there => {
    if (stopped) return
    // Some may have gone while nobody watched: the wall stood here.
    for (const { pane } of layouts.getState().away) if (!there.includes(pane)) layouts.returned(pane)
    for (const pane of there) leave(pane)
  })
  const unheard = selection.subscribe(({ open }, before) => {
    if (open !== before.open) tellIncident()
  })
  return () => {
    stopped = true
    unheard()
    talk.stop()
    for (const stop of waits.values()) stop()
  }
}
