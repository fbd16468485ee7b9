import type { Timeline } from '../../../../shared/domain/timeline'
import { holdsAll } from './query'

/** Wall milliseconds of one slice: the rest of a frame is for drawing and for the next letter. */
const SLICE = 4
/** Wall milliseconds between two words on what was found: each of them is drawn. */
const WORD_EVERY = 120
/** Lines between two looks at the clock. */
const STRIDE = 256

export interface Found {
  /** Places in the timeline, the newest first. */
  readonly hits: readonly number[]
  /** False while there is more to look through. */
  readonly done: boolean
}

export interface ScanOptions {
  readonly timeline: Timeline
  readonly words: readonly string[]
  readonly passes: (place: number) => boolean
  readonly tell: (found: Found) => void
  /** Runs a slice when the page has time again. */
  readonly later: (run: () => void) => void
  readonly clock: () => number
}

/** Looks through a timeline from its end, in slices of a few milliseconds; returns its stop. */
export function startScan({ timeline, words, passes, tell, later, clock }: ScanOptions): () => void {
  const hits: number[] = []
  let [next, stopped, toldAt] = [timeline.length - 1, false, Number.NEGATIVE_INFINITY]
  const slice = () => {
    if (stopped) return
    const began = clock()
    const until = began + SLICE
    do {
      const end = Math.max(-1, next - STRIDE)
      for (; next > end; next -= 1) if (isHit(next)) hits.push(next)
    } while (next >= 0 && clock() < until)
    if (next >= 0) later(slice)
    if (next >= 0 && began - toldAt < WORD_EVERY) return
    toldAt = began
    tell({ hits: hits.slice(), done: next < 0 })
  }
  const isHit = (place: number) => {
    const entry = timeline[place]
    return entry !== undefined && holdsAll(words, entry.text.toLowerCase()) && passes(place)
  }
  slice()
  return () => {
    stopped = true
  }
}
