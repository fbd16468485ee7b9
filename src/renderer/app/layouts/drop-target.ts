import type { PaneKey } from '../../../shared/contract/pane-address'
import { dock, dockAtEdge, type Side } from './arrange'
import type { Box, PlacedStack, Places } from './geometry'
import type { Tree } from './tree'

/** Within this distance of the desk's edge, in CSS pixels, a pane takes the whole side. */
const EDGE = 14
/** Within this share of a pane's size from its side, the pane is split. */
const NEAR = 0.28

export interface DropPoint {
  readonly x: number
  readonly y: number
}

export interface DropTarget {
  /** Where the pane will be. */
  readonly mark: Box
  readonly drop: (tree: Tree, pane: PaneKey) => Tree
}

/** What dropping a pane at this point of the desk does; undefined: nothing. */
export function dropTarget(at: DropPoint, desk: Box, { stacks }: Places): DropTarget | undefined {
  const edge = sides.find(side => depth(at, desk, side) < EDGE)
  if (edge !== undefined) return { mark: cut(desk, edge, 0.33), drop: (tree, pane) => dockAtEdge(tree, pane, edge) }
  const under = stacks.find(({ box }) => at.x >= box.left && at.x < right(box) && at.y >= box.top && at.y < below(box))
  return under === undefined ? undefined : onStack(at, under)
}

function onStack(at: DropPoint, { stack, box }: PlacedStack): DropTarget {
  const [nearest] = sides
    .map(side => ({
      side,
      share: depth(at, box, side) / (side === 'left' || side === 'right' ? box.width : box.height),
    }))
    .sort((a, b) => a.share - b.share)
  const beside = stack.front
  // On the header a tab is meant, though it is near the upper side.
  if (nearest === undefined || nearest.share > NEAR || at.y - box.top < HEADER)
    return { mark: box, drop: (tree, pane) => dock(tree, pane, beside, 'tab') }
  return { mark: cut(box, nearest.side, 0.5), drop: (tree, pane) => dock(tree, pane, beside, nearest.side) }
}

const HEADER = 34
const sides: readonly Side[] = ['left', 'right', 'above', 'below']
const right = ({ left, width }: Box): number => left + width
const below = ({ top, height }: Box): number => top + height

function depth({ x, y }: DropPoint, box: Box, side: Side): number {
  if (side === 'left') return x - box.left
  if (side === 'right') return right(box) - x
  return side === 'above' ? y - box.top : below(box) - y
}

function cut(box: Box, side: Side, share: number): Box {
  const [width, height] = [box.width * share, box.height * share]
  if (side === 'left') return { ...box, width }
  if (side === 'right') return { ...box, left: right(box) - width, width }
  return side === 'above' ? { ...box, height } : { ...box, top: below(box) - height, height }
}
