import type { PaneKey } from '../../../shared/contract/pane-address'
import type { Layouts } from './layouts'

/** From now on the keyboard moves this pane, until Esc. */
export function startArranging(layouts: Layouts, pane: PaneKey): void {
  layouts.setState({ held: pane, maximised: null, arranging: true })
}
