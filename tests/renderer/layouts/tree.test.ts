import { describe, expect, it } from 'vitest'
import { dock, dockAtEdge, dragSash, grow, moveTo, tabWithNext } from '../../../src/renderer/app/layouts/arrange'
import { type Box, GAP, placesBeside, placesOf } from '../../../src/renderer/app/layouts/geometry'
import { readyMade } from '../../../src/renderer/app/layouts/ready-made'
import {
  column,
  panesOf,
  row,
  stack,
  stackWith,
  type Tree,
  withFront,
  without,
} from '../../../src/renderer/app/layouts/tree'
import { type PaneKey, paneKeys } from '../../../src/shared/contract/pane-address'

const desk: Box = { left: 0, top: 0, width: 1264, height: 680 }
const heights = { roles: 158, checkpoint: 93 }
const places = (tree: Tree, box = desk) => placesOf(tree, box, heights)
const boxOf = (tree: Tree, pane: PaneKey) => {
  const placed = places(tree).stacks.find(({ stack }) => stack.panes.includes(pane))
  if (placed === undefined) throw new Error(`${pane} is not on the desk`)
  return placed.box
}
const { tree: ic } = readyMade.ic
/** Two over one, beside one. */
const small = row(
  { share: 1, of: column({ share: 1, of: stack('metrics') }, { share: 1, of: stack('alerts') }) },
  { share: 1, of: stack('timeline') },
)

const sizes = [
  [1264, 680],
  [1904, 940],
  [3824, 2020],
] as const

describe.each(Object.values(readyMade))('the ready-made layout $name', ({ tree }) => {
  it('has each pane once', () => {
    expect([...panesOf(tree)].sort()).toEqual([...paneKeys].sort())
  })

  it.each(sizes)('[LO1] leaves no gap and lets nothing overlap at %i×%i', (width, height) => {
    const { stacks } = places(tree, { ...desk, width, height })
    const inside = stacks.every(({ box }) => box.left >= 0 && box.left + box.width <= width + 0.5)
    expect(inside && stacks.every(({ box }) => box.top >= 0 && box.top + box.height <= height + 0.5)).toBe(true)
    const overlaps = stacks.flatMap(({ box: a }, at) =>
      stacks.slice(at + 1).filter(({ box: b }) => {
        const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
        return across > 0.5 && Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) > 0.5
      }),
    )
    expect(overlaps).toEqual([])
    const area = stacks.reduce((sum, { box }) => sum + (box.width + GAP) * (box.height + GAP), 0)
    expect(area).toBeCloseTo((width + GAP) * (height + GAP), -1)
  })

  it.each(sizes)('[LO2] has no pane narrower than can be read at %i×%i', (width, height) => {
    const { stacks } = places(tree, { ...desk, width, height })
    expect(Math.min(...stacks.map(({ box }) => box.width))).toBeGreaterThanOrEqual(319.9)
  })
})

describe('placing', () => {
  it('[LO3] makes roles and checkpoint as high as what they show, and no higher than their column allows', () => {
    expect(boxOf(ic, 'roles').height).toBe(158)
    const tall = placesOf(ic, desk, { roles: 4_000, checkpoint: 93 }).stacks
    const roles = tall.find(({ stack }) => stack.front === 'roles')
    expect(roles?.box.height).toBe(roles?.most)
    expect(roles?.box.height).toBeLessThan(desk.height / 2)
  })
})

describe('arranging', () => {
  it('[LO4] takes a pane out without a gap, and a place of one pane is that place', () => {
    expect(without(small, 'alerts')).toEqual(
      row({ share: 1, of: stack('metrics') }, { share: 1, of: stack('timeline') }),
    )
    expect(without(stack('alerts'), 'alerts')).toBeNull()
    expect(
      stackWith(without(withFront(dock(small, 'metrics', 'alerts', 'tab'), 'metrics'), 'metrics') ?? small, 'alerts')
        ?.front,
    ).toBe('alerts')
  })

  it('docks at each side, and as a tab', () => {
    expect(boxOf(dock(small, 'alerts', 'timeline', 'left'), 'alerts').left).toBeLessThan(
      boxOf(dock(small, 'alerts', 'timeline', 'left'), 'timeline').left,
    )
    expect(boxOf(dock(small, 'alerts', 'timeline', 'below'), 'alerts').top).toBeGreaterThan(300)
    expect(stackWith(dock(small, 'alerts', 'timeline', 'tab'), 'alerts')).toEqual({
      kind: 'stack',
      panes: ['timeline', 'alerts'],
      front: 'alerts',
    })
    expect(boxOf(dockAtEdge(small, 'metrics', 'below'), 'metrics').width).toBe(desk.width)
  })

  it('[LO5] moves by the arrows: changes places, leaves its tabs, takes the edge', () => {
    const swapped = moveTo(small, 'timeline', 'left', places(small))
    expect(boxOf(swapped, 'timeline').left).toBe(0)
    expect(panesOf(swapped)).toHaveLength(3)
    const tabbed = tabWithNext(small, 'metrics')
    expect(stackWith(tabbed, 'metrics')?.panes).toEqual(['alerts', 'metrics'])
    const out = moveTo(tabbed, 'metrics', 'below', places(tabbed))
    expect(boxOf(out, 'metrics').top).toBeGreaterThan(boxOf(out, 'alerts').top)
    const edge = moveTo(small, 'timeline', 'above', places(small))
    expect(boxOf(edge, 'timeline')).toMatchObject({ top: 0, left: 0, width: desk.width })
  })

  it('[LO6] loses no pane in a thousand moves', () => {
    const sides = ['left', 'right', 'above', 'below'] as const
    let tree: Tree = ic
    for (let step = 0; step < 1_000; step += 1) {
      const pane = paneKeys[(step * 5 + (step >> 3)) % paneKeys.length] ?? 'timeline'
      const side = sides[(step * 7 + (step >> 2)) % 4] ?? 'left'
      const now = places(tree)
      if (step % 11 === 0) tree = tabWithNext(tree, pane)
      else if (step % 7 === 0) tree = grow(tree, pane, step % 2 === 0 ? 'row' : 'column', 40, now)
      else tree = moveTo(tree, pane, side, now)
      expect([...panesOf(tree)].sort()).toEqual([...paneKeys].sort())
    }
  })

  it('[LO7] resizes between two neighbours only, not below what can be read', () => {
    const { sashes } = places(small)
    const [upright] = sashes.filter(({ along }) => along === 'row')
    if (upright === undefined) throw new Error('There is no sash')
    const wider = dragSash(small, upright, 100)
    expect(boxOf(wider, 'metrics').width).toBeCloseTo(boxOf(small, 'metrics').width + 100, 0)
    expect(boxOf(dragSash(small, upright, 5_000), 'timeline').width).toBeGreaterThanOrEqual(319)
    const higher = grow(ic, 'roles', 'column', 40, places(ic))
    expect(boxOf(higher, 'roles').height).toBeCloseTo(198, 0)
    expect(boxOf(higher, 'handoff').height).toBeCloseTo(boxOf(ic, 'handoff').height, 0)
    expect(boxOf(grow(small, 'timeline', 'row', 40, places(small)), 'timeline').width).toBeCloseTo(668, 0)
  })
})

describe('beside a sheet', () => {
  const edge = (sheet: number) => desk.width - sheet
  const ends = (tree: Tree, sheet: number) =>
    placesBeside(tree, desk, heights, sheet).stacks.map(({ stack, box }) => ({
      ...{ pane: stack.front, left: box.left, right: Math.round(box.left + box.width) },
    }))
  it('no pane is cut through: columns stand whole beside it, those without room behind it', () => {
    for (const sheet of [440, 600])
      for (const { tree } of Object.values(readyMade))
        for (const { pane, left, right } of ends(tree, sheet))
          expect(right <= edge(sheet) || left >= edge(sheet), pane).toBe(true)
    const seen = ends(readyMade.ic.tree, 440).filter(({ right }) => right <= edge(440))
    expect(seen.map(({ pane }) => pane)).toEqual(['metrics', 'alerts', 'timeline', 'strategy'])
  })
  it('the same tree stands as before once it is gone, and all columns where they have room', () => {
    expect(placesBeside(readyMade.ic.tree, desk, heights, 0)).toEqual(places(readyMade.ic.tree))
    const wide = { ...desk, width: 1904 }
    expect(placesBeside(readyMade.ic.tree, wide, heights, 440)).toEqual(
      places(readyMade.ic.tree, { ...wide, width: 1464 }),
    )
  })
})
