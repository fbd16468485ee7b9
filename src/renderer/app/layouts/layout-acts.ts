import type { PaneKey } from '../../../shared/contract/pane-address'
import type { LayoutAct } from '../../commands/keymap'
import { type Layouts, shownTree } from './layouts'
import { showPane } from './show-pane'
import { startArranging } from './start-arranging'
import { tearOff } from './tear-off'
import { toggleMaximised } from './toggle-maximised'
import { stacksOf, stackWith } from './tree'

/** Does what a key of the layout does, to the pane that has the focus or had it last. */
export function actOnLayout(act: LayoutAct, layouts: Layouts): void {
  acts[act](layouts, paneInHand(layouts))
}

const acts: Readonly<Record<LayoutAct, (layouts: Layouts, pane: PaneKey) => void>> = {
  maximise: toggleMaximised,
  arrange: startArranging,
  window: tearOff,
  'next-tab': (layouts, pane) => stepTab(layouts, pane, 1),
  'tab-before': (layouts, pane) => stepTab(layouts, pane, -1),
}

/** The held pane where it is in sight, else the first that is. */
export function paneInHand(layouts: Layouts): PaneKey {
  const state = layouts.getState()
  const fronts = stacksOf(shownTree(state)).map(({ front }) => front)
  return fronts.find(front => front === state.held) ?? fronts[0] ?? 'timeline'
}

function stepTab(layouts: Layouts, pane: PaneKey, step: number): void {
  const all = stackWith(layouts.getState().tree, pane)?.panes ?? [pane]
  const to = all[(all.indexOf(pane) + step + all.length) % all.length]
  if (to !== undefined) showPane(layouts, to)
}

/** @returns whether a pane was maximised and has its place back now */
export function restoreDesk(layouts: Layouts): boolean {
  if (layouts.getState().maximised === null) return false
  layouts.setState({ maximised: null })
  return true
}
