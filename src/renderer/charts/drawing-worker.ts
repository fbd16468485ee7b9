import type { FromWorker, ToWorker } from './drawing'
import { type Drawing, openDrawing } from './library'

/** Draws all charts of a page off its main thread, so that typing never waits for them. */

const canvases = new Map<number, OffscreenCanvas>()
const drawings = new Map<number, Drawing>()

function take(message: ToWorker): void {
  switch (message.say) {
    case 'open':
      canvases.set(message.chart, message.canvas)
      return
    case 'show': {
      const canvas = canvases.get(message.chart)
      if (canvas === undefined) return
      const drawing = drawings.get(message.chart) ?? openDrawing(canvas, message.picture)
      drawings.set(message.chart, drawing)
      drawing.draw(message.picture)
      return
    }
    case 'close':
      drawings.get(message.chart)?.close()
      drawings.delete(message.chart)
      canvases.delete(message.chart)
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => take(event.data))
const ready: FromWorker = { say: 'ready' }
self.postMessage(ready)
