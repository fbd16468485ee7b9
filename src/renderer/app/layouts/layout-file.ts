import * as z from 'zod/mini'
import { paneKeys } from '../../../shared/contract/pane-address'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { panes } from '../../ui/panes'
import type { ReadyMade } from './ready-made'
import { mapStacks, panesOf, type Tree } from './tree'

/** How deep splits may be nested; more than all panes can use. */
const DEEPEST = 8
export const LAYOUT_NAME_LIMIT = 60

const faults = texts.layoutFaults
const { problems } = faults

const paneKey = z.enum(paneKeys)

const treeShape: z.ZodMiniType<Tree> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('stack'),
      panes: z.array(paneKey).check(z.minLength(1), z.maxLength(paneKeys.length)),
      front: paneKey,
    }),
    z.strictObject({
      kind: z.literal('split'),
      along: z.enum(['row', 'column']),
      parts: z
        .array(
          z.strictObject({
            share: z.number().check(z.positive(), z.lte(100_000)),
            fits: z.optional(z.boolean()),
            of: treeShape,
          }),
        )
        .check(z.minLength(2), z.maxLength(paneKeys.length)),
    }),
  ]),
)

const fileShape = z.strictObject({
  quarterdeckLayout: z.literal(1),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LAYOUT_NAME_LIMIT)),
  tree: z.unknown(),
})

/** Reads a tree from outside; the fault says in plain words why it is none. */
export function readTree(value: unknown): Reply<Tree, string> {
  if (depth(value) > DEEPEST) return fail(problems.deep)
  const read = treeShape.safeParse(value)
  if (!read.success) return fail(problems.noPlaces)
  const all = panesOf(read.data)
  const twice = all.find((pane, at) => all.indexOf(pane) !== at)
  if (twice !== undefined) return fail(t(problems.twice, { pane: panes[twice].name }))
  const tree = mapStacks(read.data, one => ({
    ...one,
    front: one.panes.includes(one.front) ? one.front : (one.panes[0] ?? one.front),
  }))
  return tree === null ? fail(problems.noPane) : ok(tree)
}

/** Asked before the parser, which calls itself for each part. */
function depth(value: unknown, at = 0): number {
  if (at > DEEPEST || typeof value !== 'object' || value === null || !('parts' in value)) return at
  const { parts } = value
  if (!Array.isArray(parts)) return at
  return Math.max(at, ...parts.map((part: unknown) => depth(isRecord(part) ? part.of : undefined, at + 1)))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

export interface NamedLayout {
  readonly name: string
  readonly tree: Tree
  /** The ready-made one that it came from, where that is known; files do not say it. */
  readonly from?: ReadyMade
}

/** What “Export” writes. */
export function layoutFile({ name, tree }: NamedLayout): string {
  return `${JSON.stringify({ quarterdeckLayout: 1, name, tree }, null, 2)}\n`
}

/** Reads what “Export” wrote; the fault is a sentence for the person who chose the file. */
export function readLayoutFile(text: string): Reply<NamedLayout, string> {
  const value = json(text)
  if (value === undefined) return fail(faults.noJson)
  if (!isRecord(value) || value.quarterdeckLayout === undefined) return fail(faults.foreign)
  if (value.quarterdeckLayout !== 1) return fail(faults.newer)
  const file = fileShape.safeParse(value)
  if (!file.success) return fail(faults.wrongName)
  const tree = readTree(file.data.tree)
  return tree.ok ? ok({ name: file.data.name, tree: tree.value }) : fail(t(faults.broken, { problem: tree.fault }))
}

/** Undefined for what is not JSON. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
