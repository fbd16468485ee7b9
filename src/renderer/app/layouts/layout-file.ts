import { type PaneKey, paneKeys } from '../../../shared/contract/pane-address'
import { fromJson, hasOnly, isListOf, isOneOf, isRecord, isText } from '../../../shared/lib/read-json'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { panes } from '../../ui/panes'
import type { ReadyMade } from './ready-made'
import { mapStacks, type Part, panesOf, type Tree } from './tree'

/** How deep splits may be nested; more than all panes can use. */
const DEEPEST = 8
export const LAYOUT_NAME_LIMIT = 60

const faults = texts.layoutFaults
const { problems } = faults

const MOST_SHARE = 100_000

function isPane(value: unknown): value is PaneKey {
  return isOneOf(paneKeys, value)
}

function isTree(value: unknown): value is Tree {
  if (!isRecord(value)) return false
  const most = paneKeys.length
  if (value.kind === 'stack') {
    const { panes: stacked, front } = value
    const fits = isListOf(stacked, isPane) && stacked.length >= 1 && stacked.length <= most
    return fits && isPane(front) && hasOnly(value, ['kind', 'panes', 'front'])
  }
  const { kind, along, parts } = value
  const fits = isListOf(parts, isPart) && parts.length >= 2 && parts.length <= most
  return kind === 'split' && isOneOf(['row', 'column'], along) && fits && hasOnly(value, ['kind', 'along', 'parts'])
}

function isPart(value: unknown): value is Part {
  if (!isRecord(value) || !hasOnly(value, ['share', 'fits', 'of'])) return false
  const { share, fits, of } = value
  if (typeof share !== 'number' || !(share > 0 && share <= MOST_SHARE)) return false
  return (fits === undefined || typeof fits === 'boolean') && isTree(of)
}

/** Reads a tree from outside; the fault says in plain words why it is none. */
export function readTree(value: unknown): Reply<Tree, string> {
  if (depth(value) > DEEPEST) return fail(problems.deep)
  if (!isTree(value)) return fail(problems.noPlaces)
  const all = panesOf(value)
  const twice = all.find((pane, at) => all.indexOf(pane) !== at)
  if (twice !== undefined) return fail(t(problems.twice, { pane: panes[twice].name }))
  const tree = mapStacks(value, one => ({
    ...one,
    front: one.panes.includes(one.front) ? one.front : (one.panes[0] ?? one.front),
  }))
  return tree === null ? fail(problems.noPane) : ok(tree)
}

/** Checked before the parser, which calls itself for each part. */
function depth(value: unknown, at = 0): number {
  if (at > DEEPEST || typeof value !== 'object' || value === null || !('parts' in value)) return at
  const { parts } = value
  if (!Array.isArray(parts)) return at
  return Math.max(at, ...parts.map((part: unknown) => depth(isRecord(part) ? part.of : undefined, at + 1)))
}

export interface NamedLayout {
  readonly name: string
  readonly tree: Tree
  /** The built-in layout that it came from, if known; files do not contain it. */
  readonly from?: ReadyMade
}

/** What “Export” writes. */
export function layoutFile({ name, tree }: NamedLayout): string {
  return `${JSON.stringify({ quarterdeckLayout: 1, name, tree }, null, 2)}\n`
}

/** Reads what “Export” wrote; the fault is a sentence for the person who chose the file. */
export function readLayoutFile(text: string): Reply<NamedLayout, string> {
  const value = fromJson(text)
  if (value === undefined) return fail(faults.noJson)
  if (!isRecord(value) || value.quarterdeckLayout === undefined) return fail(faults.foreign)
  if (value.quarterdeckLayout !== 1) return fail(faults.newer)
  const name = isText(value.name) ? value.name.trim() : ''
  const isNamed = name !== '' && name.length <= LAYOUT_NAME_LIMIT
  if (!isNamed || !hasOnly(value, ['quarterdeckLayout', 'name', 'tree'])) return fail(faults.wrongName)
  const tree = readTree(value.tree)
  return tree.ok ? ok({ name, tree: tree.value }) : fail(t(faults.broken, { problem: tree.fault }))
}
