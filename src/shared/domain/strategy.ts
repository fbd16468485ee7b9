import type { Millis } from '../lib/time'
import type { EntryId, StrategyId } from './ids'
import type { Actor, Responder } from './people'

export const taskStates = ['open', 'done', 'dropped'] as const
export const attemptResults = ['pending', 'worked', 'no-change', 'worse'] as const
export const hypothesisStates = ['open', 'eliminated', 'confirmed'] as const
export const evidenceSides = ['for', 'against'] as const
export const pointKinds = ['question', 'risk', 'todo'] as const
export const pointStates = ['open', 'closed'] as const
export type TaskState = (typeof taskStates)[number]
export type AttemptResult = (typeof attemptResults)[number]
export type HypothesisState = (typeof hypothesisStates)[number]
export type EvidenceSide = (typeof evidenceSides)[number]
export type PointKind = (typeof pointKinds)[number]
export type PointState = (typeof pointStates)[number]

/** Of what is on the board, as its events name it. */
export const boardItemKinds = ['task', 'attempt', 'hypothesis', 'point', 'decision'] as const
export type BoardItemKind = (typeof boardItemKinds)[number]

/** [SG3] Of each kind an incident has at most so many, and a hypothesis so many pieces of evidence. */
export const MOST_OF_A_KIND = 200
/** Code points: it is one line of a board. */
export const LONGEST_ITEM = 1_000

/** Who stated it, and when. */
export interface Said {
  readonly by: Actor
  readonly at: Millis
}

interface Item {
  readonly id: StrategyId
  readonly text: string
  /** [SG4] The line of the timeline that it was typed as; null: it was not. */
  readonly entry: EntryId | null
  readonly raised: Said
  /** Null: it is open. */
  readonly settled: Said | null
}

/** [MM3] The measure of the mitigation menu that it was begun from, by its id in the method; absent: none. */
interface Measured {
  readonly measure?: string | undefined
}

export interface StrategyTask extends Item, Measured {
  readonly owner: Responder | null
  readonly dueAt: Millis | null
  readonly acknowledged: Said | null
  readonly state: TaskState
  readonly result: string
}

export interface Attempt extends Item, Measured {
  readonly result: AttemptResult
}

export interface Evidence extends Pick<Item, 'id' | 'text' | 'entry' | 'raised'> {
  readonly side: EvidenceSide
}

export interface Hypothesis extends Item {
  readonly state: HypothesisState
  readonly reason: string
  readonly evidence: readonly Evidence[]
}

export interface Point extends Item {
  readonly kind: PointKind
  readonly owner: Responder | null
  readonly state: PointState
  readonly answer: string
}

/** What is tried, who is on it, what is believed and what is open; each list in the order of the log. */
export interface Strategy {
  readonly tasks: readonly StrategyTask[]
  readonly attempts: readonly Attempt[]
  readonly hypotheses: readonly Hypothesis[]
  readonly points: readonly Point[]
}

export const noStrategy: Strategy = { tasks: [], attempts: [], hypotheses: [], points: [] }

/** [ED1] What an edit of an item may change: its state before the edit, and what it is compared with. */
export function editedPart(item: Pick<Item, 'text'> & Partial<Pick<StrategyTask, 'owner' | 'dueAt'>>) {
  const { text, owner, dueAt } = item
  return {
    text,
    ...(owner !== undefined && { owner: owner?.name ?? null }),
    ...(dueAt !== undefined && { dueAt }),
  }
}

type ListName = keyof Strategy
type ItemOf<Name extends ListName> = Strategy[Name][number]

/** [SG1] Adds an item, or changes the one that has its id. */
export function withItem<Name extends ListName>(
  strategy: Strategy,
  list: Name,
  added: ItemOf<Name>,
  change: (known: ItemOf<Name>) => ItemOf<Name>,
): Strategy {
  const items = strategy[list] as readonly ItemOf<Name>[]
  if (items.some(({ id }) => id === added.id)) return withChanged(strategy, list, added.id, change)
  return { ...strategy, [list]: [...items, added] }
}

/** [SG1] Changes one item; the same strategy where it is not there, or nothing of it changes. */
export function withChanged<Name extends ListName>(
  strategy: Strategy,
  list: Name,
  id: StrategyId,
  change: (known: ItemOf<Name>) => ItemOf<Name>,
): Strategy {
  const items = strategy[list] as readonly ItemOf<Name>[]
  const at = items.findIndex(item => item.id === id)
  const known = items[at]
  if (known === undefined) return strategy
  const changed = change(known)
  return changed === known ? strategy : { ...strategy, [list]: items.with(at, changed) }
}

/** [SG4] Without what was typed as a line that is retracted. */
export function withoutEntry(strategy: Strategy, entry: EntryId): Strategy {
  const isOther = (item: { readonly entry: EntryId | null }) => item.entry !== entry
  const { tasks, attempts, hypotheses, points } = strategy
  const evidence = hypotheses.map(one =>
    one.evidence.every(isOther) ? one : { ...one, evidence: one.evidence.filter(isOther) },
  )
  const without = {
    tasks: tasks.filter(isOther),
    attempts: attempts.filter(isOther),
    hypotheses: evidence.filter(isOther),
    points: points.filter(isOther),
  }
  return isSame(strategy, without) ? strategy : without
}

function isSame(a: Strategy, b: Strategy): boolean {
  const lists: readonly ListName[] = ['tasks', 'attempts', 'hypotheses', 'points']
  return lists.every(name => a[name].length === b[name].length && a[name].every((item, at) => item === b[name][at]))
}

/** Whether anything was ever put on the board. */
export function hasStrategy({ tasks, attempts, hypotheses, points }: Strategy): boolean {
  return tasks.length + attempts.length + hypotheses.length + points.length > 0
}

/** [CP8] Open tasks, the next due first, those without a time last. */
export function runningTasks({ tasks }: Pick<Strategy, 'tasks'>): readonly StrategyTask[] {
  const due = ({ dueAt }: StrategyTask) => dueAt ?? Number.MAX_SAFE_INTEGER
  return tasks.filter(({ state }) => state === 'open').toSorted((a, b) => due(a) - due(b))
}
