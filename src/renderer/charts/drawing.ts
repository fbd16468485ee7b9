import type { ClockChoice } from '../../shared/lib/clock-face'
import type { Drawable } from './drawable'
import type { Palette } from './palette'

/** Size in CSS pixels, and the device pixel ratio. */
export interface Size {
  readonly width: number
  readonly height: number
  readonly ratio: number
}

export interface Picture {
  readonly drawable: Drawable
  readonly palette: Palette
  readonly size: Size
  /** How the axis writes times. */
  readonly clock: ClockChoice
}

/** One chart's drawing surface. */
export interface Surface {
  /** Of several pictures that arrive before one is drawn, only the last is drawn. */
  show(picture: Picture): void
  close(): void
}

/** Draws charts, on a thread of its own where there is one. */
export interface Drawer {
  open(box: HTMLElement): Surface
}

/** Messages from the page to the drawing worker. */
export type ToWorker =
  | { readonly say: 'open'; readonly chart: number; readonly canvas: OffscreenCanvas }
  | { readonly say: 'show'; readonly chart: number; readonly picture: Picture }
  | { readonly say: 'close'; readonly chart: number }

/** The worker's only message, when the library is loaded. */
export type FromWorker = { readonly say: 'ready' }
