import { estimateRow } from './row-estimate'
import { RowHeights } from './row-heights'
import type { Row } from './rows'

export interface PlacedRow {
  readonly row: Row
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
}

interface Anchor {
  readonly key: string
  readonly index: number
  /** Pixels of the row that are above the upper edge. */
  readonly offset: number
}

/** Pixels above and below what is in sight in which rows are drawn, too. */
const AROUND = 320
/** Less than this is rounding. */
const MOVED = 0.5

/**
 * Where the rows of a list stand: guessed until they were drawn once, then as measured. Knows which row is being read,
 * so that it can stay where it is whatever comes or grows above it.
 */
export class ListPlaces {
  readonly #heights = new RowHeights()
  readonly #measured = new Map<string, number>()
  readonly #drawn = new Set<HTMLElement>()
  #rows: readonly Row[] = []
  #width = 0
  #anchor: Anchor | null = null

  /** Pixels of all rows. */
  get total(): number {
    return this.#heights.total
  }

  /** Takes the rows as they are now; those at the beginning that are the same keep their places. */
  lay(rows: readonly Row[], textWidth: number, lineHeight: number): void {
    if (textWidth !== this.#width) this.#measured.clear()
    const same = textWidth === this.#width ? samePrefix(this.#rows, rows) : 0
    const known = this.#measured.size > 0 ? this.#measured : undefined
    this.#heights.replaceFrom(same, rows.length, index => {
      const row = rows[index]
      return row === undefined ? 0 : (known?.get(row.key) ?? estimateRow(row, { textWidth, lineHeight }))
    })
    this.#rows = rows
    this.#width = textWidth
  }

  /** @returns its end */
  draw(element: HTMLElement): () => void {
    this.#drawn.add(element)
    return () => this.#drawn.delete(element)
  }

  /** Takes the height of a drawn row. @returns whether it moves those below it */
  measure(element: HTMLElement, height: number): boolean {
    const index = Number(element.dataset.index)
    const row = this.#rows[index]
    if (row === undefined || height === 0 || !element.isConnected) return false
    this.#measured.set(row.key, height)
    return Math.abs(this.#heights.set(index, height)) >= MOVED
  }

  /** Measures drawn rows that nobody measured since the list has its width: one that kept its height tells nobody. */
  measureUnmeasured(): boolean {
    let moved = false
    for (const element of this.#drawn) {
      const row = this.#rows[Number(element.dataset.index)]
      if (row === undefined || this.#measured.has(row.key)) continue
      moved = this.measure(element, element.getBoundingClientRect().height) || moved
    }
    return moved
  }

  /** Notes which row stands at the upper edge, and how much of it is above. */
  anchorAt(scrollTop: number): void {
    const index = this.#heights.rowAt(scrollTop)
    const row = this.#rows[index]
    this.#anchor = row === undefined ? null : { key: row.key, index, offset: scrollTop - this.#heights.topOf(index) }
  }

  /** Where the list must stand for that row to be where it was; undefined where none was noted. */
  anchoredTop(): number | undefined {
    if (this.#anchor === null) return undefined
    const { key, index, offset } = this.#anchor
    const at = this.#rows[index]?.key === key ? index : this.#rows.findIndex(row => row.key === key)
    return at < 0 ? this.#heights.topOf(index) : this.#heights.topOf(at) + offset
  }

  /** The rows to draw. @param always index of one that is drawn even out of sight; -1: none */
  placed(scrollTop: number, room: number, always: number): readonly PlacedRow[] {
    const first = this.rowAt(Math.max(0, scrollTop - AROUND))
    const last = this.rowAt(scrollTop + room + AROUND)
    const placed: PlacedRow[] = []
    let top = this.#heights.topOf(first)
    for (let index = first; index <= last; index += 1) {
      const row = this.#rows[index]
      if (row !== undefined) placed.push({ row, index, top })
      top += this.#heights.heightOf(index)
    }
    const kept = always < first || always > last ? this.#rows[always] : undefined
    if (kept !== undefined) placed.push({ row: kept, index: always, top: this.#heights.topOf(always) })
    return placed
  }

  rowAt(offset: number): number {
    return this.#heights.rowAt(offset)
  }

  /** Upper and lower edge of a row. */
  edgesOf(index: number): { readonly upper: number; readonly lower: number } {
    const upper = this.#heights.topOf(index)
    return { upper, lower: upper + this.#heights.heightOf(index) }
  }
}

function samePrefix(before: readonly Row[], now: readonly Row[]): number {
  let at = 0
  while (at < before.length && before[at] === now[at]) at += 1
  return at
}
