import { flushSync } from 'react-dom'
import type { Place } from '../../stores/focus-store'
import { canFocus } from '../../ui/tab-stops'
import { isAway, type Layouts, shownTree } from './layouts'
import { isInPane, paneOf } from './requests-in-panes'
import { focusPane } from './show-pane'
import { stacksOf } from './tree'

/**
 * Puts the pane that a request leads into where it can be seen. In a window of its own, that window comes to the front
 * and is asked instead.
 * @returns false where nothing is left to do here: the other window does it, or it needs a second press, because nobody
 *   decides on what was not in sight
 */
export function bringIntoSight(request: Place, layouts: Layouts): boolean {
  if (!isInPane(request)) return true
  const pane = paneOf(request)
  if (isAway(layouts.getState(), pane)) {
    layouts.windows.open(pane)
    layouts.windows.ask(pane, request)
    return false
  }
  if (stacksOf(shownTree(layouts.getState())).some(({ front }) => front === pane)) return true
  const held = document.activeElement
  flushSync(() => layouts.reveal(pane))
  // What had the focus is behind the pane now: a key pressed next must not be pressed nowhere.
  if (held instanceof HTMLElement && held !== document.body && !(held.isConnected && canFocus(held))) focusPane(pane)
  return !decides.has(request)
}

const decides: ReadonlySet<Place> = new Set<Place>(['proposal-accept', 'proposal-dismiss', 'take-back'])
