import type { Span } from './drawable'
import { draggedSpan, instantAt } from './plot'
import { pointAt, zoomTo } from './pointed'

/** A drag under way, in pixels from the left of the chart. */
export interface Drag {
  readonly start: number
  readonly end: number
}

/**
 * What the pointer does over one chart: it points at an instant in all of them, a drag zooms them all, a double click
 * shows everything again. Returns its stop.
 * @param shown the span at this moment: a drag outlives the readings that move it on
 */
export function watchGestures(
  chart: HTMLElement,
  shown: () => Span,
  dragged: (drag: Drag | undefined) => void,
): () => void {
  const stopping = new AbortController()
  const listen = <Kind extends keyof HTMLElementEventMap>(
    kind: Kind,
    take: (event: HTMLElementEventMap[Kind]) => void,
  ) => chart.addEventListener(kind, take, { signal: stopping.signal })
  const place = (event: MouseEvent) => event.clientX - chart.getBoundingClientRect().left
  let drag: Drag | undefined
  const set = (next: Drag | undefined) => {
    drag = next
    dragged(next)
  }
  listen('pointermove', event => {
    pointAt(instantAt(place(event), chart.clientWidth, shown()))
    if (drag !== undefined) set({ ...drag, end: place(event) })
  })
  listen('pointerdown', event => {
    if (event.button === 0) set({ start: place(event), end: place(event) })
  })
  listen('pointerup', () => {
    const chosen = drag === undefined ? null : draggedSpan(drag.start, drag.end, chart.clientWidth, shown())
    if (chosen !== null) zoomTo(chosen)
    set(undefined)
  })
  listen('pointerleave', () => {
    pointAt(null)
    set(undefined)
  })
  listen('dblclick', () => zoomTo(null))
  return () => stopping.abort()
}
