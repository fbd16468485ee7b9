import type { Millis } from '../../shared/lib/time'
import type { Span } from './drawable'

/** Room between a chart's box and its lines, in CSS pixels. */
export const PLOT = { left: 48, right: 18, top: 16, bottom: 20 } as const

/** A drag shorter than this, in pixels, is a click. */
const LEAST_DRAG = 6

/** The instant at `x` pixels from the left of a box `width` wide, clamped to the span. */
export function instantAt(x: number, width: number, { from, to }: Span): Millis {
  const inner = Math.max(1, width - PLOT.left - PLOT.right)
  const share = Math.min(1, Math.max(0, (x - PLOT.left) / inner))
  return from + share * (to - from)
}

/** Position of an instant, in per cent of the plot's width; undefined outside of the span. */
export function shareOf(instant: Millis, { from, to }: Span): number | undefined {
  if (instant < from || instant > to || to === from) return undefined
  return ((instant - from) / (to - from)) * 100
}

/** [CH8] The span that a drag chose, or null if it is too short to be a drag. */
export function draggedSpan(start: number, end: number, width: number, span: Span): Span | null {
  if (Math.abs(end - start) < LEAST_DRAG) return null
  const [left, right] = start < end ? [start, end] : [end, start]
  return { from: instantAt(left, width, span), to: instantAt(right, width, span) }
}
