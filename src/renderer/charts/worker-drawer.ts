import type { Drawer, FromWorker, ToWorker } from './drawing'

/** Draws in a worker on canvases transferred to it. Rejects where the page has no such workers. */
export async function startWorkerDrawer(): Promise<Drawer> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined')
    throw new Error('no worker can draw here')
  const worker = new Worker(new URL('./drawing-worker.ts', import.meta.url), { type: 'module' })
  await ready(worker)
  const say = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer)
  let opened = 0
  return {
    open(box) {
      opened += 1
      const chart = opened
      const canvas = filling(box)
      const offscreen = canvas.transferControlToOffscreen()
      say({ say: 'open', chart, canvas: offscreen }, [offscreen])
      return {
        show: picture => say({ say: 'show', chart, picture }),
        close() {
          say({ say: 'close', chart })
          canvas.remove()
        },
      }
    },
  }
}

function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => data.say === 'ready' && resolve(), {
      once: true,
    })
    worker.addEventListener('error', event => reject(new Error(event.message || 'the worker could not be loaded')), {
      once: true,
    })
  })
}

/** A canvas that fills its box; the drawing sets its pixel size. */
export function filling(box: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.width = '100%'
  canvas.style.height = '100%'
  canvas.style.display = 'block'
  box.append(canvas)
  return canvas
}
