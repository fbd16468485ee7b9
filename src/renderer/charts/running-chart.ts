import type { ClockChoice } from '../../shared/lib/clock-face'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import type { Drawable } from './drawable'
import type { Drawer, Picture, Size, Surface } from './drawing'
import { pageQueue } from './frame-queue'
import type { Drawing } from './library'
import { onOtherTheme, type Palette, readPalette } from './palette'
import { filling, startWorkerDrawer } from './worker-drawer'

/** Draws on the page itself, one chart a frame and none while a key waits: the fallback where no worker can draw. */
async function startPageDrawer(): Promise<Drawer> {
  const { openDrawing } = await import('./library')
  const queue = pageQueue()
  return {
    open(box) {
      const owner = {}
      const canvas = filling(box)
      let latest: Picture | undefined
      let drawing: Drawing | undefined
      return {
        show(picture) {
          latest = picture
          queue.put(owner, () => {
            drawing ??= openDrawing(canvas, latest ?? picture)
            drawing.draw(latest ?? picture)
          })
        },
        close() {
          queue.drop(owner)
          drawing?.close()
          canvas.remove()
        },
      }
    },
  }
}

export interface RunningChart {
  /** Draws soon; of several drawings that arrive before, only the last is drawn. */
  show(drawable: Drawable, clock: ClockChoice): void
  stop(): void
}

let drawer: Promise<Drawer> | undefined

/** One drawer for all charts, started once the page has painted. After a failure the next chart tries again. */
function loadDrawer(): Promise<Drawer> {
  drawer ??= painted()
    .then(startWorkerDrawer)
    .catch(startPageDrawer)
    .catch((fault: unknown) => {
      drawer = undefined
      throw fault
    })
  return drawer
}

/** Resolves after the current frame has been painted. */
function painted(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Starts a chart in `box` and resizes it with the box, until stopped. */
export function startChart(box: HTMLElement): RunningChart {
  let latest: Pick<Picture, 'drawable' | 'clock'> | undefined
  let surface: Surface | undefined
  let stopped = false
  // Read when they changed, and not with each reading: each read forces the page's style and layout.
  let size: Size | undefined
  let palette: Palette | undefined

  const draw = () => {
    if (surface === undefined || latest === undefined || size === undefined || size.width === 0) return
    palette ??= readPalette(box)
    surface.show({ ...latest, palette, size })
  }
  const sized = new ResizeObserver(() => {
    size = { width: box.clientWidth, height: box.clientHeight, ratio: window.devicePixelRatio }
    draw()
  })
  sized.observe(box)
  const unseen = hideOutOfSight(box)
  const redressed = onOtherTheme(() => {
    palette = undefined
    draw()
  })
  loadDrawer().then(
    loaded => {
      if (stopped) return
      surface = loaded.open(box)
      draw()
    },
    (fault: unknown) => {
      box.textContent = t(texts.charts.notLoaded, { problem: String(fault) })
    },
  )
  return {
    show: (drawable, clock) => {
      latest = { drawable, clock }
      draw()
    },
    stop: () => {
      stopped = true
      sized.disconnect()
      unseen()
      redressed()
      surface?.close()
    },
  }
}

/**
 * A canvas is a layer of the page, and each key press costs time for every layer: 24 cost 4 ms. A chart that is
 * scrolled out of view is still drawn, for a snapshot, but is no layer. Returns its stop.
 */
function hideOutOfSight(box: HTMLElement): () => void {
  const told = (entries: readonly IntersectionObserverEntry[]) => {
    box.style.visibility = entries.at(-1)?.isIntersecting === false ? 'hidden' : ''
  }
  // The next row is ready before it is scrolled to.
  const watch = new IntersectionObserver(told, { scrollMargin: '120px' })
  watch.observe(box)
  return () => watch.disconnect()
}
