import { LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { type ClockChoice, type ClockFace, clockFace } from '../../shared/lib/clock-face'
import type { Picture } from './drawing'
import { chartOption } from './option'

/** The only importer of the charting library; loaded as a chunk of its own, after the first paint. */

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, CanvasRenderer])

// The library measures text on a canvas that it creates, and a worker has no document to create one.
if (typeof document === 'undefined') {
  setPlatformAPI({ createCanvas: () => new OffscreenCanvas(1, 1) as unknown as HTMLCanvasElement })
}

export interface Drawing {
  draw(picture: Picture): void
  close(): void
}

/** @param canvas of the page, or one that was transferred to a worker */
export function openDrawing(canvas: HTMLCanvasElement | OffscreenCanvas, { size }: Picture): Drawing {
  const { width, height, ratio } = size
  const options = { renderer: 'canvas', width, height, devicePixelRatio: ratio } as const
  const chart = init(canvas as HTMLCanvasElement, null, options)
  return {
    draw({ drawable, palette, size: now, clock }) {
      if (chart.getWidth() !== now.width || chart.getHeight() !== now.height) {
        chart.resize({ width: now.width, height: now.height })
      }
      chart.setOption(chartOption(drawable, palette, now, faceOf(clock)), { notMerge: true })
      // Flushed now, not in a later frame: a worker of a hidden page gets none.
      chart.getZr().flush()
    },
    close: () => chart.dispose(),
  }
}

const faces = new Map<string, ClockFace>()

/** One for each choice, since it caches what it looked up. */
function faceOf(choice: ClockChoice): ClockFace {
  const name = `${choice.hours} ${choice.zone}`
  const face = faces.get(name) ?? clockFace(choice)
  faces.set(name, face)
  return face
}
