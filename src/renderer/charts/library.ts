import { LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

/** The only importer of the charting library; loaded as a chunk of its own, after the first paint. */

use([LineChart, GridComponent, TooltipComponent, MarkLineComponent, CanvasRenderer])

export type Drawing = EChartsType

export function openDrawing(element: HTMLElement): Drawing {
  return init(element, null, { renderer: 'canvas' })
}
