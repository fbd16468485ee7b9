import type { PaneKey } from '../../../shared/contract/pane-address'
import type { Layouts } from './layouts'

/** The whole desk for one pane, or its place back. */
export function toggleMaximised(layouts: Layouts, pane: PaneKey): void {
  const maximised = layouts.getState().maximised === pane ? null : pane
  layouts.setState({ maximised, held: pane })
}
