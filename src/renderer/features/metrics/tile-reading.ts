import { type PanelNow, panelNow } from '../../../shared/contract/figures/panel-now'
import type { PanelReading } from '../../../shared/contract/metrics'
import { MINUTE, type Millis } from '../../../shared/lib/time'

const TREND_SPAN: Millis = 10 * MINUTE

/** [MT1] What a tile says in words and figures above its chart; undefined where no line has a value. */
export function readTile(panel: PanelReading): PanelNow | undefined {
  return panelNow(panel, last => last - TREND_SPAN)
}
