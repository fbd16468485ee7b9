import { describe, expect, it } from 'vitest'
import { rowHeight, wholeRowsIn } from '../../../src/renderer/features/metrics/whole-rows'

const measure = { least: 91, gap: 8 }
/** What is seen of rows of that height: whole ones, and what is left of the room. */
const seen = (room: number, rows: number) => {
  const height = rowHeight(room, rows, measure)
  const whole = Math.min(rows, Math.floor((room + measure.gap) / (height + measure.gap)))
  return { whole, left: room - whole * height - (whole - 1) * measure.gap }
}

describe('[MT10] rows of charts', () => {
  it.each([
    [290, 3, 3],
    [288, 3, 2],
    [327, 4, 3],
    [600, 3, 3],
    [91, 5, 1],
  ])('in %i pixels, of %i rows, %i are seen whole', (room, rows, whole) => {
    expect(seen(room, rows).whole).toBe(whole)
    expect(wholeRowsIn(room, rows, measure)).toBe(whole)
  })

  it('leave less than a pixel a row, so that none begins that would be cut', () => {
    for (let room = 91; room < 1_500; room += 7)
      for (let rows = 1; rows < 14; rows += 1) {
        const { whole, left } = seen(room, rows)
        expect({ room, rows, left: left >= 0 && left < whole + 1 }).toEqual({ room, rows, left: true })
      }
  })

  it('have their least height where there is room for none', () => {
    expect(rowHeight(40, 3, measure)).toBe(91)
    expect(rowHeight(400, 0, measure)).toBe(400)
  })
})
