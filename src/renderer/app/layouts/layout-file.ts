import * as z from 'zod/mini'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { paneKeys, panes } from '../../ui/panes'
import { mapStacks, panesOf, type Tree } from './tree'

/** How deep splits may stand in splits; more than seven panes can use. */
const DEEPEST = 8

const paneKey = z.enum(paneKeys)

const treeShape: z.ZodMiniType<Tree> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('stack'),
      panes: z.array(paneKey).check(z.minLength(1), z.maxLength(7)),
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
        .check(z.minLength(2), z.maxLength(7)),
    }),
  ]),
)

/** Reads a tree from outside; the fault says in plain words why it is none. */
export function readTree(value: unknown): Reply<Tree, string> {
  if (depth(value) > DEEPEST) return fail('its parts stand too deep in each other')
  const read = treeShape.safeParse(value)
  if (!read.success) return fail('it does not say where panes stand')
  const all = panesOf(read.data)
  const twice = all.find((pane, at) => all.indexOf(pane) !== at)
  if (twice !== undefined) return fail(`“${panes[twice].name}” stands in it twice`)
  const tree = mapStacks(read.data, one => ({
    ...one,
    front: one.panes.includes(one.front) ? one.front : (one.panes[0] ?? one.front),
  }))
  return tree === null ? fail('it has no pane') : ok(tree)
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
}

/** Undefined for what is not JSON. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
