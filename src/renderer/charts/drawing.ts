import type { ClockChoice } from '../../shared/lib/clock-face'
import type { Drawable } from './drawable'
import type { Palette } from './palette'

/** CSS pixels, and how many of the screen's there are to one. */
export interface Size {
  readonly width: number
  readonly height: number
  readonly ratio: number
}

export interface Picture {
  readonly drawable: Drawable
  readonly palette: Palette
  readonly size: Size
  /** How its axis writes times. */
  readonly clock: ClockChoice
}

/** One chart's place to draw on. */
export interface Surface {
  /** Of several pictures that came before one was drawn, only the last is drawn. */
  show(picture: Picture): void
  close(): void
}

/** Draws charts, on a thread of its own where there is one. */
export interface Drawer {
  open(box: HTMLElement): Surface
}

/** What the page says to the drawing worker. */
export type ToWorker =
  | { readonly say: 'open'; readonly chart: number; readonly canvas: OffscreenCanvas }
  | { readonly say: 'show'; readonly chart: number; readonly picture: Picture }
  | { readonly say: 'close'; readonly chart: number }

/** What the worker says once, when the library is loaded. */
export type FromWorker = { readonly say: 'ready' }
