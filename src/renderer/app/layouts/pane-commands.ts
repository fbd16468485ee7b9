import { flushSync } from 'react-dom'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { texts } from '../../../shared/texts/texts'
import type { CommandId } from '../../commands/command-list'
import type { LayoutCommand } from '../../commands/keymap'
import { paneId, panes } from '../../ui/panes'
import { canFocus } from '../../ui/tab-stops'
import { isAway, type Layouts, shownTree } from './layouts'
import { isPaneRequest, paneOfRequest } from './pane-requests'
import { panesOf, stacksOf, stackWith } from './tree'

/** Does what a key of the layout does, to the pane that has the focus or had it last. */
export function runLayoutCommand(act: LayoutCommand, layouts: Layouts): void {
  acts[act](layouts, heldPane(layouts))
}

const acts: Readonly<Record<LayoutCommand, (layouts: Layouts, pane: PaneKey) => void>> = {
  maximise: toggleMaximised,
  arrange: startArranging,
  window: tearOff,
  'next-tab': (layouts, pane) => stepTab(layouts, pane, 1),
  'tab-before': (layouts, pane) => stepTab(layouts, pane, -1),
}

/** The held pane if it is visible, else the first visible one. */
export function heldPane(layouts: Layouts): PaneKey {
  const state = layouts.getState()
  const fronts = stacksOf(shownTree(state)).map(({ front }) => front)
  return fronts.find(front => front === state.held) ?? fronts[0] ?? 'timeline'
}

/** Makes the pane visible at once and focuses it; if it has a window of its own, brings that to the front. */
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

/**
 * Makes the pane of a request visible. If it is in a window of its own, that window comes to the front and gets the
 * request.
 * @returns false where nothing is left to do here: the other window does it, or it needs a second press, because a
 * person must not decide on what was not visible
 */
export function bringIntoSight(request: CommandId, layouts: Layouts): boolean {
  if (!isPaneRequest(request)) return true
  const pane = paneOfRequest(request)
  if (isAway(layouts.getState(), pane)) {
    layouts.windows.open(pane)
    layouts.windows.ask(pane, request)
    return false
  }
  if (stacksOf(shownTree(layouts.getState())).some(({ front }) => front === pane)) return true
  const held = document.activeElement
  flushSync(() => layouts.reveal(pane))
  // The element with the focus is hidden behind the pane now: the next key must not get lost.
  if (held instanceof HTMLElement && held !== document.body && !(held.isConnected && canFocus(held))) focusPane(pane)
  return !decides.has(request)
}

const decides: ReadonlySet<CommandId> = new Set<CommandId>(['proposal-accept', 'proposal-dismiss', 'take-back'])

/** From now on the keyboard moves this pane, until Esc. */
export function startArranging(layouts: Layouts, pane: PaneKey): void {
  layouts.setState({ held: pane, maximised: null, arranging: true })
}

/** Maximises the pane, or returns it to its place. */
export function toggleMaximised(layouts: Layouts, pane: PaneKey): void {
  const maximised = layouts.getState().maximised === pane ? null : pane
  layouts.setState({ maximised, held: pane })
}

/** @returns whether a pane was maximised and is now back in its place */
export function leaveMaximised(layouts: Layouts): boolean {
  if (layouts.getState().maximised === null) return false
  layouts.setState({ maximised: null })
  return true
}

/** Moves the pane into a window of its own; if it is in one, back from it. */
export function tearOff(layouts: Layouts, pane: PaneKey): void {
  const last = panesOf(layouts.getState().tree).length === 1
  if (last && !layouts.windows.isOwn(pane)) layouts.notify(texts.arranging.last)
  else if (!layouts.windows.open(pane)) layouts.notify(texts.arranging.noWindow)
}

function stepTab(layouts: Layouts, pane: PaneKey, step: number): void {
  const all = stackWith(layouts.getState().tree, pane)?.panes ?? [pane]
  const to = all[(all.indexOf(pane) + step + all.length) % all.length]
  if (to !== undefined) showPane(layouts, to)
}
