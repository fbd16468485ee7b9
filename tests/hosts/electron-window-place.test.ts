import { describe, expect, it } from 'vitest'
import { parseWindowPlace, placeWindow } from '../../src/main/hosts/electron/window-place'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const wall = { x: 1440, y: 0, width: 1920, height: 1080 }
const onWall = { bounds: { x: 1500, y: 40, width: 1600, height: 900 }, maximized: false }

describe('where the window opens', () => {
  it('opens where it was closed', () => {
    expect(placeWindow(onWall, [laptop, wall])).toEqual(onWall.bounds)
  })

  it('comes back to the laptop when the wall is gone', () => {
    expect(placeWindow(onWall, [laptop])).toEqual({ width: 1440, height: 900 })
  })

  it('comes back when only a sliver of it could be seen', () => {
    const sliver = { bounds: { x: 1430, y: 40, width: 1600, height: 900 }, maximized: false }
    expect(placeWindow(sliver, [laptop])).toEqual({ width: 1440, height: 900 })
  })

  it('has a size of its own the first time', () => {
    expect(placeWindow(null, [wall])).toEqual({ width: 1600, height: 960 })
    expect(placeWindow(null, [])).toEqual({ width: 1600, height: 960 })
  })

  it.each([
    null,
    'text',
    {},
    { bounds: null },
    { bounds: { x: 0, y: 0, width: 1600.5, height: 800 } },
    { bounds: { x: 0, y: 0, width: 10, height: 10 } },
    { bounds: { x: '0', y: 0, width: 1600, height: 900 } },
  ])('takes %j for no place', value => {
    expect(parseWindowPlace(value)).toBeNull()
  })

  it('reads back what it kept', () => {
    expect(parseWindowPlace(JSON.parse(JSON.stringify({ ...onWall, maximized: true })))).toEqual({
      ...onWall,
      maximized: true,
    })
  })
})
