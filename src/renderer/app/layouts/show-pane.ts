import { flushSync } from 'react-dom'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { paneId } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { isAway, type Layouts } from './layouts'

/** Brings the pane into sight, at once, and puts the focus on it; or its window to the front, where it has one. */
export function showPane(layouts: Layouts, pane: PaneKey): void {
  if (isAway(layouts.getState(), pane)) {
    layouts.windows.open(pane)
    return
  }
  flushSync(() => layouts.reveal(pane))
  focusPane(pane)
}

export function focusPane(pane: PaneKey): void {
  document.getElementById(paneId(panes[pane].digit))?.focus()
}
