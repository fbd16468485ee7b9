import type { ChartData } from './chart-data'
import type { FrameQueue } from './frame-queue'
import type { Drawing } from './library'
import { chartOption } from './option'
import { readPalette } from './palette'

export interface RunningChart {
  /** Draws in a coming frame; of several data that came before it, only the last is drawn. */
  show(data: ChartData): void
  stop(): void
}

let library: Promise<typeof import('./library')> | undefined

/** One download for all charts, begun once the page has painted. A failed one is asked for again by the next chart. */
function loadLibrary(): Promise<typeof import('./library')> {
  library ??= painted()
    .then(() => import('./library'))
    .catch((fault: unknown) => {
      library = undefined
      throw fault
    })
  return library
}

/** Resolves after the frame that is being made has been painted. */
function painted(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Opens a drawing in `box` and keeps it at the box's size, until stopped. */
export function startChart(box: HTMLElement, queue: FrameQueue): RunningChart {
  const owner = {}
  let latest: ChartData | undefined
  let drawing: Drawing | undefined
  let open: ((element: HTMLElement) => Drawing) | undefined

  const draw = () => {
    if (open === undefined || latest === undefined || box.clientWidth === 0) return
    drawing ??= open(box)
    if (drawing.getWidth() !== box.clientWidth || drawing.getHeight() !== box.clientHeight) drawing.resize()
    drawing.setOption(chartOption(latest, readPalette(box), box.clientHeight), { notMerge: true })
  }
  const ask = () => {
    if (open !== undefined && latest !== undefined) queue.put(owner, draw)
  }
  const sized = new ResizeObserver(ask)
  sized.observe(box)
  let stopped = false
  loadLibrary().then(
    loaded => {
      if (stopped) return
      open = loaded.openDrawing
      ask()
    },
    (fault: unknown) => {
      box.textContent = `The chart could not be loaded: ${String(fault)}`
    },
  )
  return {
    show: data => {
      latest = data
      ask()
    },
    stop: () => {
      stopped = true
      sized.disconnect()
      queue.drop(owner)
      drawing?.dispose()
    },
  }
}
