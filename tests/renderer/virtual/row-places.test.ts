import { describe, expect, it } from 'vitest'
import { RowPlaces } from '../../../src/renderer/virtual/row-places'

const rowsOf = (...keys: readonly string[]) => keys.map(key => ({ key }))
const ten = () => 10

/** The drawn element of a row. */
function element(index: number): HTMLElement {
  const row = document.createElement('div')
  row.dataset.index = `${index}`
  document.body.append(row)
  return row
}

describe('the places of measured rows', () => {
  it('keep what is read where it is, whatever comes above it', () => {
    const places = new RowPlaces<{ readonly key: string }>()
    const [a, b, c] = rowsOf('a', 'b', 'c')
    if (a === undefined || b === undefined || c === undefined) throw new Error('three rows')
    places.lay([a, b, c], 'wide', ten)
    places.anchorAt(14)
    places.lay([...rowsOf('x', 'y'), a, b, c], 'wide', ten)
    expect(places.anchoredTop()).toBe(34)
    places.lay([b, c], 'wide', ten)
    expect(places.anchoredTop()).toBe(4)
  })

  it('keep the list near when the row that was read has gone', () => {
    const places = new RowPlaces<{ readonly key: string }>()
    places.lay(rowsOf('a', 'b', 'c'), 'wide', ten)
    places.anchorAt(14)
    places.lay(rowsOf('a', 'c', 'd'), 'wide', ten)
    expect(places.anchoredTop()).toBe(10)
  })

  it('are those that were measured, until the list has another width', () => {
    const places = new RowPlaces<{ readonly key: string }>()
    const rows = rowsOf('a', 'b')
    places.lay(rows, 'wide', ten)
    expect(places.measure(element(0), 25)).toBe(true)
    expect(places.measure(element(0), 25)).toBe(false)
    expect(places.heights.topOf(1)).toBe(25)
    places.lay([...rows], 'wide', ten)
    expect(places.heights.total).toBe(35)
    places.lay([...rows], 'narrow', ten)
    expect(places.heights.total).toBe(20)
  })
})
