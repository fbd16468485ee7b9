import type { PaneKey } from '../../../shared/contract/pane-address'

/** Panes in one place; only the front one is visible. */
export interface Stack {
  readonly kind: 'stack'
  readonly panes: readonly PaneKey[]
  readonly front: PaneKey
}

export interface Split {
  readonly kind: 'split'
  /** `row`: from left to right; `column`: from top to bottom. */
  readonly along: 'row' | 'column'
  readonly parts: readonly Part[]
}

export interface Part {
  /** Share of the split's room, relative to the other shares. */
  readonly share: number
  /** As high as its content, no higher; only for a pane alone in its place, in a column. */
  readonly fits?: boolean | undefined
  readonly of: Tree
}

/** How panes are placed in a window. Each pane is in it at most once. */
export type Tree = Stack | Split

/** Path to a split: the index of each part on the way. */
export type Path = readonly number[]

export function stack(...panes: readonly [PaneKey, ...PaneKey[]]): Stack {
  return { kind: 'stack', panes, front: panes[0] }
}

export function row(...parts: readonly Part[]): Split {
  return { kind: 'split', along: 'row', parts }
}

export function column(...parts: readonly Part[]): Split {
  return { kind: 'split', along: 'column', parts }
}

export function stacksOf(tree: Tree): readonly Stack[] {
  return tree.kind === 'stack' ? [tree] : tree.parts.flatMap(part => stacksOf(part.of))
}

export function panesOf(tree: Tree): readonly PaneKey[] {
  return stacksOf(tree).flatMap(({ panes }) => panes)
}

export function stackWith(tree: Tree, pane: PaneKey): Stack | undefined {
  return stacksOf(tree).find(({ panes }) => panes.includes(pane))
}

/** The tree with each stack changed by `change`; a removed stack leaves no gap. */
export function mapStacks(tree: Tree, change: (stack: Stack) => Tree | null): Tree | null {
  if (tree.kind === 'stack') return change(tree)
  const parts = tree.parts.flatMap(part => {
    const of = mapStacks(part.of, change)
    return of === null ? [] : [{ ...part, of }]
  })
  return joined({ ...tree, parts })
}

/** A split with one part becomes that part, and nested splits of one direction become one split. */
function joined(split: Split): Tree | null {
  const [only, ...rest] = split.parts.flatMap(part => flattened(part, split.along))
  if (only === undefined) return null
  return rest.length === 0 ? only.of : { ...split, parts: [only, ...rest] }
}

function flattened(part: Part, along: Split['along']): readonly Part[] {
  const { of, share } = part
  if (of.kind === 'stack' || of.along !== along) return [part]
  const whole = of.parts.reduce((sum, inner) => sum + inner.share, 0)
  return of.parts.map(inner => ({ ...inner, share: (share * inner.share) / whole }))
}

/** The tree without the pane; null when it was the last. */
export function without(tree: Tree, pane: PaneKey): Tree | null {
  return mapStacks(tree, one => {
    const [first, ...rest] = one.panes.filter(other => other !== pane)
    if (first === undefined) return null
    const panes = [first, ...rest]
    // The neighbour becomes the front one, as with the tabs of a browser.
    const at = Math.min(Math.max(0, one.panes.indexOf(pane)), rest.length)
    return { ...one, panes, front: one.front === pane ? (panes[at] ?? first) : one.front }
  })
}

/** The tree with the pane in front of its tabs. */
export function withFront(tree: Tree, pane: PaneKey): Tree {
  return mapStacks(tree, one => (one.panes.includes(pane) ? { ...one, front: pane } : one)) ?? tree
}
