import { flushSync } from 'react-dom'
import { paneId } from '../../ui/pane'
import { type PaneKey, panes } from '../../ui/panes'
import type { Layouts } from './layouts'

/** Brings the pane into sight, at once, and puts the focus on it. */
export function showPane(layouts: Layouts, pane: PaneKey): void {
  flushSync(() => layouts.reveal(pane))
  document.getElementById(paneId(panes[pane].digit))?.focus()
}
