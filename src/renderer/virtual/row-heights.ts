/** Positions of the rows of a list, in pixels from the top of the first. */
export interface RowHeights {
  readonly count: number
  /** Height of all rows, in pixels. */
  readonly total: number
  heightOf(index: number): number
  /** Pixels above a row; for the index after the last row: the total. */
  topOf(index: number): number
  /** The row at a distance from the top; clamped to the first and the last row. */
  rowAt(offset: number): number
}

export function evenHeights(count: number, height: number): RowHeights {
  return {
    count,
    total: count * height,
    heightOf: index => (index < count ? height : 0),
    topOf: index => Math.min(index, count) * height,
    rowAt: offset => Math.max(0, Math.min(count - 1, Math.floor(offset / height))),
  }
}

/** Heights known from the content before anything is drawn: nothing moves afterwards. */
export function knownHeights<Row>(rows: readonly Row[], heightOf: (row: Row) => number): RowHeights {
  const heights = new BlockHeights()
  heights.replaceFrom(0, rows.length, index => {
    const row = rows[index]
    return row === undefined ? 0 : heightOf(row)
  })
  return heights
}

/** One sum is stored per this many rows: about the square root of the longest list that has to stay fast. */
const BLOCK = 256

/**
 * Heights that differ and may change. Finding a row or its top, and changing its height, each cost a few hundred
 * additions at most, whether the list has a hundred rows or a million.
 */
export class BlockHeights implements RowHeights {
  #heights = new Float64Array(1024)
  #blocks = new Float64Array(4)
  #count = 0

  get count(): number {
    return this.#count
  }

  get total(): number {
    return this.topOf(this.#count)
  }

  /** Replaces the rows from `from` on; the heights of those before stay. */
  replaceFrom(from: number, count: number, heightOf: (index: number) => number): void {
    this.#grow(count)
    this.#count = count
    this.#blocks.fill(0, Math.floor(from / BLOCK))
    for (let index = from - (from % BLOCK); index < count; index += 1) {
      if (index >= from) this.#heights[index] = heightOf(index)
      const block = Math.floor(index / BLOCK)
      this.#blocks[block] = (this.#blocks[block] ?? 0) + (this.#heights[index] ?? 0)
    }
  }

  heightOf(index: number): number {
    return index < this.#count ? (this.#heights[index] ?? 0) : 0
  }

  /** @returns by how many pixels the row grew */
  set(index: number, height: number): number {
    if (index >= this.#count) return 0
    const grown = height - this.heightOf(index)
    this.#heights[index] = height
    const block = Math.floor(index / BLOCK)
    this.#blocks[block] = (this.#blocks[block] ?? 0) + grown
    return grown
  }

  topOf(index: number): number {
    const end = Math.min(index, this.#count)
    const blocks = Math.floor(end / BLOCK)
    let top = 0
    for (let block = 0; block < blocks; block += 1) top += this.#blocks[block] ?? 0
    for (let row = blocks * BLOCK; row < end; row += 1) top += this.#heights[row] ?? 0
    return top
  }

  rowAt(offset: number): number {
    let [top, block] = [0, 0]
    const lastBlock = Math.floor(Math.max(0, this.#count - 1) / BLOCK)
    while (block < lastBlock && top + (this.#blocks[block] ?? 0) <= offset) {
      top += this.#blocks[block] ?? 0
      block += 1
    }
    let row = block * BLOCK
    while (row < this.#count - 1 && top + (this.#heights[row] ?? 0) <= offset) {
      top += this.#heights[row] ?? 0
      row += 1
    }
    return row
  }

  #grow(count: number): void {
    if (count <= this.#heights.length) return
    const size = 2 ** Math.ceil(Math.log2(count))
    const heights = new Float64Array(size)
    heights.set(this.#heights)
    this.#heights = heights
    const blocks = new Float64Array(size / BLOCK)
    blocks.set(this.#blocks)
    this.#blocks = blocks
  }
}
