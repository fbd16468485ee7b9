import { BlockHeights, type RowHeights } from './row-heights'

/** What a list of measured rows needs of each row. */
export interface KeyedRow {
  readonly key: string
}

interface Anchor {
  readonly key: string
  readonly index: number
  /** Pixels of the row that are above the upper edge. */
  readonly offset: number
}

/** Less than this is rounding. */
const MOVED = 0.5

/**
 * Where measured rows are: estimated until they were drawn once, then as measured. Knows which row is being read, so
 * that it does not move when rows above it arrive or grow.
 */
export class RowPlaces<Row extends KeyedRow> {
  readonly #heights = new BlockHeights()
  readonly #measured = new Map<string, number>()
  readonly #drawn = new Set<HTMLElement>()
  #rows: readonly Row[] = []
  #measure = ''
  #anchor: Anchor | null = null

  get heights(): RowHeights {
    return this.#heights
  }

  /**
   * Takes the current rows; unchanged rows at the beginning keep their heights.
   * @param measure another text drops all measured heights: the list got another width
   */
  lay(rows: readonly Row[], measure: string, estimate: (row: Row) => number): void {
    const isSame = measure === this.#measure
    if (!isSame) this.#measured.clear()
    const kept = isSame ? samePrefix(this.#rows, rows) : 0
    const known = this.#measured.size > 0 ? this.#measured : undefined
    this.#heights.replaceFrom(kept, rows.length, index => {
      const row = rows[index]
      return row === undefined ? 0 : (known?.get(row.key) ?? estimate(row))
    })
    this.#rows = rows
    this.#measure = measure
  }

  /** Registers the element of a drawn row. @returns its end */
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

  /** Measures drawn rows not measured at this width: an observer reports only those whose height changed. */
  measureUnmeasured(): boolean {
    let moved = false
    for (const element of this.#drawn) {
      const row = this.#rows[Number(element.dataset.index)]
      if (row === undefined || this.#measured.has(row.key)) continue
      moved = this.measure(element, element.getBoundingClientRect().height) || moved
    }
    return moved
  }

  /** Notes which row is at the upper edge, and how much of it is above. */
  anchorAt(scrollTop: number): void {
    const index = this.#heights.rowAt(scrollTop)
    const row = this.#rows[index]
    this.#anchor = row === undefined ? null : { key: row.key, index, offset: scrollTop - this.#heights.topOf(index) }
  }

  /** Scroll position at which that row is where it was; undefined if none was noted. */
  anchoredTop(): number | undefined {
    if (this.#anchor === null) return undefined
    const { key, index, offset } = this.#anchor
    const at = this.#rows[index]?.key === key ? index : this.#rows.findIndex(row => row.key === key)
    return at < 0 ? this.#heights.topOf(index) : this.#heights.topOf(at) + offset
  }
}

function samePrefix<Row>(before: readonly Row[], now: readonly Row[]): number {
  let at = 0
  while (at < before.length && before[at] === now[at]) at += 1
  return at
}
