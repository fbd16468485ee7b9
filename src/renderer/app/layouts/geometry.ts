import type { PaneKey } from '../../../shared/contract/pane-address'
import type { Part, Path, Split, Stack, Tree } from './tree'

/** In CSS pixels, from the upper left corner of the desk. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A stack and where it is. */
export interface PlacedStack {
  readonly stack: Stack
  readonly box: Box
  /** The most that a part as high as its content may take, in CSS pixels. */
  readonly most?: number
}

/** The gap between two parts of a split, which can be dragged. */
export interface Sash {
  readonly path: Path
  /** Index of the part before it. */
  readonly index: number
  readonly along: Split['along']
  readonly box: Box
  /** Pixels of each part of the split. */
  readonly sizes: readonly number[]
}

export interface Places {
  readonly stacks: readonly PlacedStack[]
  readonly sashes: readonly Sash[]
}

/** Gap between panes, in CSS pixels. */
export const GAP = 8

/** A pane narrower or lower than this shows nothing useful; respected where the display has room for it. */
export const LEAST = { row: 320, column: 96 } as const

/** The largest share of a column that parts as high as their content take together. */
const FITTED = 0.72

/** Content height of each pane, as far as measured. */
export type Heights = Readonly<Partial<Record<PaneKey, number>>>

/** Places of everything in a desk of this size. */
export function placesOf(tree: Tree, desk: Box, heights: Heights): Places {
  if (tree.kind === 'stack') return { stacks: [{ stack: tree, box: desk }], sashes: [] }
  return placeSplit(tree, desk, heights, [])
}

/**
 * Places of everything while a sheet covers the right of the desk. As many columns as fit are whole beside it, and the
 * others whole behind it, so that no pane is cut through. None of that is stored.
 * @param sheet CSS pixels that it covers; 0: there is none
 */
export function placesBeside(tree: Tree, desk: Box, heights: Heights, sheet: number): Places {
  if (sheet === 0 || desk.width <= sheet) return placesOf(tree, desk, heights)
  const beside = { ...desk, width: desk.width - sheet }
  if (tree.kind === 'stack' || tree.along === 'column') return placesOf(tree, beside, heights)
  const columns = Math.max(1, Math.floor((beside.width + GAP) / (LEAST.row + GAP)))
  if (columns >= tree.parts.length) return placesOf(tree, beside, heights)
  const behind = { ...desk, left: desk.left + beside.width + GAP, width: sheet - GAP }
  const seen = placesOf(treeOf(tree, tree.parts.slice(0, columns)), beside, heights)
  const hidden = placesOf(treeOf(tree, tree.parts.slice(columns)), behind, heights)
  // The sheet has the pointer and the keys: columns cannot be resized now.
  return { stacks: [...seen.stacks, ...hidden.stacks], sashes: [] }
}

function treeOf(split: Split, parts: readonly Part[]): Tree {
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only.of : { ...split, parts }
}

function placeSplit(split: Split, box: Box, heights: Heights, path: Path): Places {
  const { along, parts } = split
  const { sizes, most } = sizesOf(split, along === 'row' ? box.width : box.height, heights)
  const stacks: PlacedStack[] = []
  const sashes: Sash[] = []
  let at = 0
  for (const [index, part] of parts.entries()) {
    const size = sizes[index] ?? 0
    const inner = slice(box, along, at, size)
    if (part.of.kind === 'stack')
      stacks.push({ stack: part.of, box: inner, ...(fitted(split, part) !== undefined && { most }) })
    else {
      const placed = placeSplit(part.of, inner, heights, [...path, index])
      stacks.push(...placed.stacks)
      sashes.push(...placed.sashes)
    }
    at += size
    if (index < parts.length - 1) {
      sashes.push({ path, index, along, box: slice(box, along, at, GAP), sizes })
    }
    at += GAP
  }
  return { stacks, sashes }
}

function slice(box: Box, along: Split['along'], at: number, size: number): Box {
  if (along === 'row') return { ...box, left: box.left + at, width: size }
  return { ...box, top: box.top + at, height: size }
}

/** Panes with little content, which end where it ends. The others fill any room, and scroll. */
const short: ReadonlySet<PaneKey> = new Set(['roles', 'checkpoint'])

/** The pane whose content height this part takes, if it does. */
function fitted(split: Split, { fits, of }: Part): PaneKey | undefined {
  if (fits !== true || split.along !== 'column' || of.kind !== 'stack' || of.panes.length > 1) return
  if (!short.has(of.front)) return
  // Without a part that takes the rest, the column would end above the bottom.
  return split.parts.some(part => part.fits !== true || part.of.kind === 'split') ? of.front : undefined
}

interface Sizes {
  /** Of each part; they fill the whole together with the gaps between them. */
  readonly sizes: readonly number[]
  /** The most that a part as high as its content may take. */
  readonly most: number
}

function sizesOf(split: Split, whole: number, heights: Heights): Sizes {
  const { parts, along } = split
  const room = Math.max(0, whole - GAP * (parts.length - 1))
  const panes = parts.map(part => fitted(split, part))
  const most = (room * FITTED) / Math.max(1, panes.filter(pane => pane !== undefined).length)
  const taken = panes.map(pane => (pane === undefined ? undefined : Math.min(most, heights[pane] ?? LEAST.column)))
  const rest = room - taken.reduce<number>((sum, height) => sum + (height ?? 0), 0)
  const shares = parts.filter((_, index) => taken[index] === undefined).map(({ share }) => share)
  const lengths = shareOut(shares, rest, LEAST[along])
  let next = 0
  return { sizes: taken.map(height => height ?? lengths[next++] ?? 0), most }
}

/** By share, but none below `least` as long as there is room for all. */
function shareOut(shares: readonly number[], room: number, least: number): readonly number[] {
  if (least * shares.length > room) return byShare(shares, room)
  let small = new Set<number>()
  for (;;) {
    const whole = shares.reduce((sum, share, index) => sum + (small.has(index) ? 0 : share), 0)
    const left = room - least * small.size
    const lengths = shares.map((share, index) => (small.has(index) ? least : (left * share) / whole))
    const smaller = lengths.flatMap((length, index) => (length < least - 0.01 && !small.has(index) ? [index] : []))
    if (smaller.length === 0) return lengths
    small = new Set([...small, ...smaller])
  }
}

function byShare(shares: readonly number[], room: number): readonly number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map(share => (room * share) / whole)
}
