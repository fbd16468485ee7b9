import { MINUTE, type Millis } from '../../lib/time'
import type { AudienceMatrix } from '../audience-matrix'
import { type Cadence, cadenceSpan } from '../cadence'
import type { AfterwardsOpen, CheckpointQuestion, Verdict } from '../checkpoint'
import type { HandoffSection } from '../handoff-sections'
import type { TargetName } from '../milestone'
import { FIRST_CHECKPOINT, type Severity, severities } from '../severity'
import { paceAnswer, type UpdatePace } from '../update-pace'
import type { Method } from './method-files'
import type { ClosingMeasure, GateMeasure } from './method-measures'

/** What a level asks for, in minutes; null: it does not. */
interface LevelRules {
  readonly firstCheckpoint: number | null
  readonly checkpoint: number | null
  /** 0: it is due when the incident is declared. */
  readonly firstUpdate: number | null
  readonly update: number | null
  /** [UP11] Minutes after which a slower `update` is offered; absent: none is. */
  readonly slower?: { readonly after: number; readonly update: number } | undefined
  readonly acknowledge: number
  readonly firstResponse: number
  /** 0: at once; null: by the next business day. */
  readonly commander: number | null
  readonly stable: number
}

export interface AfterCheckpoint {
  readonly id: string
  readonly text: string
  readonly opens?: AfterwardsOpen | undefined
}

/** How a checkpoint can end. */
export interface CheckpointVerdict {
  readonly id: Verdict
  readonly text: string
  /** [CP13] Id of the tree that it leads to. */
  readonly tree?: string | undefined
}

/** [CP7] What is asked at a checkpoint, how it can end, and what follows it. */
export interface CheckpointSheet {
  readonly questions: readonly CheckpointQuestion[]
  readonly verdicts: readonly CheckpointVerdict[]
  readonly afterwards: readonly AfterCheckpoint[]
}

export interface ClosingItem {
  readonly id: string
  readonly text: string
  /** Absent: a person ticks it, or says so at the gate where a criterion has the same id. */
  readonly by?: ClosingMeasure | undefined
}

export interface GateCriterion {
  readonly id: string
  readonly group: Method['resolution']['gate'][number]['group']
  readonly text: string
  /** Absent: all. */
  readonly severities?: readonly Severity[] | undefined
  readonly by?: GateMeasure | undefined
}

export interface TransferRules {
  readonly overlap: number
  readonly readBack?: readonly HandoffSection[] | undefined
}

/** The rules that an incident is run by: what follows from its log needs no file and no setting. */
export interface MethodRules {
  readonly levels: Readonly<Record<Severity, LevelRules>>
  /** After so many minutes checkpoints are at least so far apart. */
  readonly long: { readonly after: number; readonly every: number }
  /** [FT1] Minutes in command; absent: nobody is asked to hand over. */
  readonly command?: { readonly ask: number; readonly insist: number } | undefined
  /** [TC5] Minutes of overlap, and [TC2] what is read back first; absent: as is usual. */
  readonly transfer?: TransferRules | undefined
  /** [RC1] Minutes between the reports of a sub-team's lead; absent: no lead is asked. */
  readonly leads?: number | undefined
  /** [AU1] Absent: it was adopted before methods had audiences. */
  readonly audiences?: AudienceMatrix | undefined
  /** Absent: it was adopted before methods asked their own questions. */
  readonly sheet?: CheckpointSheet | undefined
  /** [RT1] Milestones that are wanted within a time; absent: it was adopted before there were targets. */
  readonly targets?: readonly TargetName[] | undefined
  readonly gate: readonly GateCriterion[]
  /** Absent: it was adopted before there was a closing list. */
  readonly closing?: readonly ClosingItem[] | undefined
  readonly farewell?: readonly ClosingItem[] | undefined
  /** Hours. */
  readonly reviewWithin: number
}

export interface AdoptedMethod {
  readonly name: string
  readonly version: string
  readonly rules: MethodRules
}

type Told = { readonly method: AdoptedMethod | null }

/** How often a method stops and speaks. */
export function methodCadence({ severity, checkpoint }: Pick<Method, 'severity' | 'checkpoint'>): Cadence {
  const of = <Value>(pick: (level: Severity) => Value) =>
    Object.fromEntries(severities.map(level => [level, pick(level)])) as Record<Severity, Value>
  return {
    checkpointMinutes: of(level => minutes(checkpoint.every[level])),
    firstUpdateMinutes: of(level => minutes(severity.levels[level].firstNotice)),
    updateMinutes: of(level => minutes(severity.levels[level].customerUpdate)),
  }
}

/** The rules of a method, with a team's own cadence and audiences in place of the method's. */
export function resolvedRules(method: Method, cadence: Cadence, audiences: AudienceMatrix): MethodRules {
  const { severity, checkpoint, resolution } = method
  const rulesAt = (at: Severity): LevelRules => {
    const { acknowledge, firstResponse, commanderEngaged, slower } = severity.levels[at]
    const every = cadence.checkpointMinutes[at]
    const update = cadence.updateMinutes[at]
    // [UP11] What a team's own cadence already keeps is nothing to offer.
    const isSlower = slower !== undefined && update !== null && slower.customerUpdate > update
    return {
      // Stops that a team asks for begin, also where the method has none.
      firstCheckpoint: every === null ? null : (minutes(checkpoint.first[at]) ?? every),
      ...{ checkpoint: every, firstUpdate: cadence.firstUpdateMinutes[at], update },
      ...(isSlower && { slower: { after: slower.after, update: slower.customerUpdate } }),
      ...{ acknowledge, firstResponse, commander: minutes(commanderEngaged), stable: resolution.stable[at] },
    }
  }
  const levels = Object.fromEntries(severities.map(at => [at, rulesAt(at)])) as Record<Severity, LevelRules>
  const { long, command, transfer, leads, questions, verdicts, afterwards } = checkpoint
  const { gate, closing, farewell, reviewWithin } = resolution
  const sheet = { questions, verdicts, afterwards }
  const { targets } = severity
  return {
    levels,
    long,
    ...(command && { command }),
    ...(transfer && { transfer }),
    ...(leads && { leads }),
    audiences,
    sheet,
    ...(targets && { targets }),
    gate,
    closing,
    farewell,
    reviewWithin,
  }
}

function minutes(said: number | string): number | null {
  if (typeof said === 'number') return said
  return said === 'at once' || said === 'at the start' ? 0 : null
}

/** [CP1] From declaring or reopening to the first checkpoint; null: there is none. */
export function firstCheckpointSpan({ method }: Told, severity: Severity): Millis | null {
  return method === null ? FIRST_CHECKPOINT : cadenceSpan(method.rules.levels[severity].firstCheckpoint)
}

/** The figure of a level that says within what each target is wanted. */
export const targetFigures = {
  acknowledged: 'acknowledge',
  responded: 'firstResponse',
  engaged: 'commander',
  'first-notice': 'firstUpdate',
} as const satisfies Record<TargetName, keyof LevelRules>

/** [RT1] From declaring to a milestone; null: this severity wants it at no certain time. */
export function targetSpan({ levels }: MethodRules, severity: Severity, name: TargetName): Millis | null {
  return cadenceSpan(levels[severity][targetFigures[name]])
}

/**
 * [CP2] From one checkpoint to the next; null: there is none.
 * @param age how long the incident has been declared
 * @param before what holds for incidents that were declared before they had a method
 */
export function checkpointSpan({ method }: Told, severity: Severity, age: Millis, before: Cadence): Millis | null {
  if (method === null) return cadenceSpan(before.checkpointMinutes[severity])
  const { levels, long } = method.rules
  const every = cadenceSpan(levels[severity].checkpoint)
  return every === null || age < long.after * MINUTE ? every : Math.max(every, long.every * MINUTE)
}

/** [UP1] From declaring to the first customer update; null: there are no customer updates. */
export function firstUpdateSpan({ method }: Told, severity: Severity, before: Cadence): Millis | null {
  return cadenceSpan(method === null ? before.firstUpdateMinutes[severity] : method.rules.levels[severity].firstUpdate)
}

/** [UP2] From a customer update to the next; null: no other is promised. [UP13] The slower pace where that was chosen. */
export function updateSpan(told: Told & Partial<UpdatePace>, severity: Severity, before: Cadence): Millis | null {
  const { method, updatePace } = told
  const usual = cadenceSpan(method === null ? before.updateMinutes[severity] : method.rules.levels[severity].update)
  const answer = updatePace === undefined ? null : paceAnswer({ updatePace }, severity)
  return usual === null || answer?.pace !== 'slower' ? usual : Math.max(usual, answer.slower * MINUTE)
}
