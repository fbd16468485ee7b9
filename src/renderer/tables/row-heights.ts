/** Where rows stand below each other, in pixels from the top of the first. */
export interface RowHeights {
  readonly total: number
  /** Of row `count` it is the end of the last. */
  top(index: number): number
  /** The row that a place is in; the first above, the last below all of them. */
  at(place: number): number
}

export function evenHeights(count: number, height: number): RowHeights {
  return {
    total: count * height,
    top: index => index * height,
    at: place => Math.max(0, Math.min(count - 1, Math.floor(place / height))),
  }
}

/** Rows of heights that their content decides: known before anything is drawn, so that nothing moves once it is. */
export function heightsOf<Row>(rows: readonly Row[], heightOf: (row: Row) => number): RowHeights {
  const tops = new Float64Array(rows.length + 1)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    tops[index + 1] = (tops[index] ?? 0) + (row === undefined ? 0 : heightOf(row))
  }
  return {
    total: tops[rows.length] ?? 0,
    top: index => tops[index] ?? 0,
    at: place => lastNotAfter(tops, place, rows.length - 1),
  }
}

function lastNotAfter(tops: Float64Array, place: number, last: number): number {
  let [low, high] = [0, Math.max(0, last)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
