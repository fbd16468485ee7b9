import type { PaneKey } from '../../../shared/contract/pane-address'
import { type Box, LEAST, type PlacedStack, type Places, type Sash } from './geometry'
import { mapStacks, type Path, panesOf, type Split, type Stack, stackWith, type Tree, without } from './tree'

export type Side = 'left' | 'right' | 'above' | 'below'

const alongOf = (side: Side): Split['along'] => (side === 'left' || side === 'right' ? 'row' : 'column')
const comesFirst = (side: Side): boolean => side === 'left' || side === 'above'

/** Puts the pane at one side of the stack of `beside`, or among its tabs. */
export function dock(tree: Tree, pane: PaneKey, beside: PaneKey, where: Side | 'tab'): Tree {
  const rest = without(tree, pane)
  if (rest === null || (pane === beside && stackWith(tree, pane)?.panes.length === 1)) return tree
  const target = pane === beside ? stackWith(tree, pane)?.panes.find(other => other !== pane) : beside
  if (target === undefined || stackWith(rest, target) === undefined) return tree
  const placed = mapStacks(rest, one => {
    if (!one.panes.includes(target)) return one
    return where === 'tab' ? withTab(one, pane) : split(one, alone(pane), where)
  })
  return placed ?? tree
}

function withTab(one: Stack, pane: PaneKey): Stack {
  return { ...one, panes: [...one.panes, pane], front: pane }
}

function alone(pane: PaneKey): Stack {
  return { kind: 'stack', panes: [pane], front: pane }
}

function split(old: Tree, added: Tree, side: Side, share = 1): Split {
  const [there, here] = [
    { share: 1, of: old },
    { share, of: added },
  ] as const
  return { kind: 'split', along: alongOf(side), parts: comesFirst(side) ? [here, there] : [there, here] }
}

/** Puts the pane along a whole side of the desk. */
export function dockAtEdge(tree: Tree, pane: PaneKey, side: Side): Tree {
  const rest = without(tree, pane)
  if (rest === null) return tree
  const whole = split(rest, alone(pane), side, 0.5)
  return mapStacks(whole, one => one) ?? tree
}

/**
 * Moves one step to a side: out of its tabs to that side of them, else swaps places with the neighbour, else along the
 * whole edge.
 */
export function moveTo(tree: Tree, pane: PaneKey, side: Side, { stacks }: Places): Tree {
  const own = stacks.find(({ stack }) => stack.panes.includes(pane))
  if (own === undefined) return tree
  if (own.stack.panes.length > 1) return dock(tree, pane, pane, side)
  const there = neighbour(own, side, stacks)
  return there === undefined ? dockAtEdge(tree, pane, side) : swapped(tree, own.stack, there.stack)
}

function swapped(tree: Tree, one: Stack, other: Stack): Tree {
  const change = (now: Stack) => {
    if (now.panes.includes(one.front)) return other
    return now.panes.includes(other.front) ? one : now
  }
  return mapStacks(tree, change) ?? tree
}

/** The nearest at a side, and of equals the one that shares the longest border. */
export function neighbour(own: PlacedStack, side: Side, stacks: readonly PlacedStack[]): PlacedStack | undefined {
  const there = stacks.filter(({ box }) => distance(own.box, box, side) > -1 && shared(own.box, box, side) > 1)
  return there.sort(
    (a, b) =>
      distance(own.box, a.box, side) - distance(own.box, b.box, side) ||
      shared(own.box, b.box, side) - shared(own.box, a.box, side),
  )[0]
}

function distance(from: Box, to: Box, side: Side): number {
  if (side === 'left') return from.left - (to.left + to.width)
  if (side === 'right') return to.left - (from.left + from.width)
  return side === 'above' ? from.top - (to.top + to.height) : to.top - (from.top + from.height)
}

function shared(one: Box, other: Box, side: Side): number {
  const [start, length] = alongOf(side) === 'row' ? (['top', 'height'] as const) : (['left', 'width'] as const)
  return Math.min(one[start] + one[length], other[start] + other[length]) - Math.max(one[start], other[start])
}

/** Moves the pane into the tabs of the next place, in reading order. */
export function tabWithNext(tree: Tree, pane: PaneKey): Tree {
  const own = stackWith(tree, pane)
  const all = panesOf(tree)
  const after = [...all.slice(all.indexOf(pane) + 1), ...all]
  const next = after.find(other => own?.panes.includes(other) === false)
  return next === undefined ? tree : dock(tree, pane, next, 'tab')
}

/**
 * The tree after a sash was dragged by so many pixels. A part that was as high as its content has the chosen height
 * from then on.
 */
export function dragSash(tree: Tree, sash: Sash, by: number): Tree {
  return give(tree, sash, by < 0 ? [sash.index, sash.index + 1] : [sash.index + 1, sash.index], Math.abs(by))
}

/**
 * Makes the pane wider or higher by so many pixels, or narrower and lower. The pixels come from its own split: from the
 * nearest part after it that has some to spare, else the nearest before.
 */
export function grow(tree: Tree, pane: PaneKey, along: Split['along'], by: number, { sashes }: Places): Tree {
  const within = (path: Path): boolean => panesOf(subtree(tree, path)).includes(pane)
  const [own] = sashes
    .filter(sash => sash.along === along && within(sash.path))
    .sort((a, b) => b.path.length - a.path.length)
  if (own === undefined) return tree
  const at = own.sizes.findIndex((_, index) => within([...own.path, index]))
  const others = [...own.sizes.keys()].filter(index => index !== at)
  others.sort((a, b) => Number(a < at) - Number(b < at) || Math.abs(a - at) - Math.abs(b - at))
  if (by < 0) return give(tree, own, [at, others[0] ?? at], -by)
  const donor = others.find(index => (own.sizes[index] ?? 0) > LEAST[along] + 1)
  return donor === undefined ? tree : give(tree, own, [donor, at], by)
}

/** Moves pixels from one part of a split to another; a part at its minimum gives none. */
function give(tree: Tree, { path, along, sizes }: Sash, [from, to]: readonly [number, number], by: number): Tree {
  const room = Math.max(0, (sizes[from] ?? 0) - LEAST[along])
  const step = Math.min(by, room)
  return atPath(tree, path, found => ({
    ...found,
    parts: found.parts.map((part, at) => {
      const share = Math.max(1, Math.round(sizes[at] ?? 1))
      if (at === from) return { share: Math.round(share - step), of: part.of }
      return at === to ? { share: Math.round(share + step), of: part.of } : { ...part, share }
    }),
  }))
}

function subtree(tree: Tree, path: Path): Tree {
  const [first, ...rest] = path
  if (first === undefined || tree.kind === 'stack') return tree
  const part = tree.parts[first]
  return part === undefined ? tree : subtree(part.of, rest)
}

/** The tree with one split changed by `change`. */
function atPath(tree: Tree, path: Path, change: (split: Split) => Split): Tree {
  if (tree.kind === 'stack') return tree
  const [first, ...rest] = path
  if (first === undefined) return change(tree)
  const parts = tree.parts.map((part, at) => (at === first ? { ...part, of: atPath(part.of, rest, change) } : part))
  return { ...tree, parts }
}
