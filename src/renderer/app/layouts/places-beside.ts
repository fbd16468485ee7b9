import { type Box, GAP, type Heights, LEAST, type Places, placesOf } from './geometry'
import type { Part, Split, Tree } from './tree'

/**
 * Where everything stands while a sheet covers the right of the desk. As many columns as have room stand whole beside
 * it, and the others whole behind it, so that no pane is cut through. Nothing of that is kept.
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
  // The sheet holds the pointer and the keys: nobody sizes columns now.
  return { stacks: [...seen.stacks, ...hidden.stacks], sashes: [] }
}

function treeOf(split: Split, parts: readonly Part[]): Tree {
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only.of : { ...split, parts }
}
