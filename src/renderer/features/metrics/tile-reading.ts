import { type PanelNow, panelNow } from '../../../shared/contract/figures/panel-now'
import type { PanelReading } from '../../../shared/contract/metrics'
import { MINUTE, type Millis } from '../../../shared/lib/time'

const TREND_SPAN: Millis = 10 * MINUTE

/** [MT1] The text and figures above a tile's chart; undefined if no series has a value. */
export function readTile(panel: PanelReading): PanelNow | undefined {
  return panelNow(panel, last => last - TREND_SPAN)
}
