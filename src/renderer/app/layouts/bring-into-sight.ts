import { flushSync } from 'react-dom'
import type { Place } from '../../stores/focus-store'
import type { PaneKey } from '../../ui/panes'
import { type Layouts, shownTree } from './layouts'
import { stacksOf } from './tree'

/** What a request leads to inside of a pane, which must be in sight for it. A dialog needs no pane. */
const inPanes: Readonly<Partial<Record<Place, PaneKey>>> = {
  line: 'timeline',
  timeline: 'timeline',
  find: 'timeline',
  jump: 'timeline',
  times: 'timeline',
  'take-back': 'timeline',
  'proposal-accept': 'timeline',
  'proposal-dismiss': 'timeline',
  alerts: 'alerts',
  handoff: 'handoff',
}

/**
 * Puts the pane that a request leads into where it can be seen.
 * @returns false where the request must wait for a second press: nobody decides on what was not in sight
 */
export function bringIntoSight(request: Place, layouts: Layouts): boolean {
  const pane = inPanes[request]
  if (pane === undefined || stacksOf(shownTree(layouts.getState())).some(({ front }) => front === pane)) return true
  flushSync(() => layouts.reveal(pane))
  return !request.startsWith('proposal-')
}
