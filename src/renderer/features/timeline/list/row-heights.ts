/** Rows of which one sum is kept: the square root of the longest list that has to stay quick. */
const BLOCK = 256

/**
 * Heights of the rows of a long list. Finding a row, its top, and changing its height each cost a few hundred additions
 * at most, whether the list has a hundred rows or a million.
 */
export class RowHeights {
  #heights = new Float64Array(1024)
  #blocks = new Float64Array(4)
  #count = 0

  get count(): number {
    return this.#count
  }

  /** Takes rows anew from `from` on; those before keep their heights. */
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

  /** Pixels above a row; above the one after the last: all. */
  topOf(index: number): number {
    const end = Math.min(index, this.#count)
    const blocks = Math.floor(end / BLOCK)
    let top = 0
    for (let block = 0; block < blocks; block += 1) top += this.#blocks[block] ?? 0
    for (let row = blocks * BLOCK; row < end; row += 1) top += this.#heights[row] ?? 0
    return top
  }

  get total(): number {
    return this.topOf(this.#count)
  }

  /** The row at a distance from the top; the last one for what lies below it. */
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
