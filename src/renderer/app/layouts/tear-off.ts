import type { PaneKey } from '../../../shared/contract/pane-address'
import { texts } from '../../../shared/texts/texts'
import type { Layouts } from './layouts'
import { panesOf } from './tree'

/** Into a window of its own; back from it, where it stands in one. */
export function tearOff(layouts: Layouts, pane: PaneKey): void {
  const last = panesOf(layouts.getState().tree).length === 1
  if (last && !layouts.windows.isOwn(pane)) layouts.tell(texts.arranging.last)
  else if (!layouts.windows.open(pane)) layouts.tell(texts.arranging.noWindow)
}
