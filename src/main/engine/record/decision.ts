import { isDeepStrictEqual } from 'node:util'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { CommandName, Parsed } from '../../../shared/contract/calls'
import { codedPart } from '../../../shared/contract/coded-text'
import type { Coded, FaultCode } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import type { Board } from '../../../shared/contract/feeds'
import type { StatusPage } from '../../../shared/contract/status-pages'
import type { Attachment } from '../../../shared/domain/attachment'
import type { Cadence } from '../../../shared/domain/cadence'
import type { HeldCount } from '../../../shared/domain/held'
import type { FilledHolding } from '../../../shared/domain/holding-post'
import type { ConnectionId, ContentHash, IncidentId, OutboxItemId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { LintSettings } from '../../../shared/domain/lint/lint-finding'
import type { LintWords } from '../../../shared/domain/lint/lint-words'
import type { AdoptedMethod } from '../../../shared/domain/method/method-rules'
import type { NotedSource } from '../../../shared/domain/noted-source'
import type { Actor, Responder } from '../../../shared/domain/people'
import type { KnownPlaybook } from '../../../shared/domain/playbook'
import type { Proposal } from '../../../shared/domain/proposal'
import type { NotedCriterion } from '../../../shared/domain/resolution'
import type { Severity } from '../../../shared/domain/severity'
import type { Channel } from '../../../shared/domain/update'
import type { CopiedFolder } from '../../../shared/domain/workspace'
import type { EventDraft } from '../../../shared/events/define'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import type { Erasable, ErasedThing } from '../storage/erasable'
import type { NewQueuedItem, QueuedItem } from '../storage/queued-items'
import type { LiveRecord } from './live-record'

/** What a command may know besides its input. Features decide from it; they touch neither disk nor network. */
export interface Situation {
  /** The incident as its log has it, or null before it is declared. */
  readonly record: LiveRecord | null
  /** [WS1] The log is the folder's own, of what belongs to no incident. */
  readonly inWorkspace: boolean
  /** [WS4] What is known of the folder that this one is a copy of. */
  readonly copied: CopiedFolder | null
  /** Of this machine. */
  readonly origin: string
  /** [OW1] Whether what is asked for here is sent from here. */
  readonly sends: boolean
  readonly now: Millis
  readonly by: Actor
  readonly drill: boolean
  /** Clock milliseconds in which a publication can be called back. */
  cancelWindow(): Millis
  /** [AP2] Whether what customers read has to be approved in an incident of this severity. */
  approvalNeeded(severity: Severity): boolean
  /** [AP7] Who is at a screen, by the names that those say. */
  present(): readonly Responder[]
  /** [HP2] The holding post as filled now, with this promise; undefined: it needs an approval as every text does. */
  holdingPost(incident: Incident, nextUpdateAt: Millis | null): FilledHolding | undefined
  /** [LN28] The word lists by which a text that leaves is judged. */
  lintWords(): LintWords
  /** [LN10] What the team sets of the lint. */
  lintSettings(): LintSettings
  /** What customers see, as last read. */
  statusPages(): readonly StatusPage[]
  /** [MA1] What an incident that is declared now is run by; it is written into its log. */
  method(): AdoptedMethod
  /** [PB1] The playbooks as their files are now. */
  playbooks(): readonly KnownPlaybook[]
  /** [DN2] How long objections to a proposal are asked for. */
  objectionSpan(): Millis
  /** [MA2] For incidents that were declared before they had a method. */
  cadence(): Cadence
  channels(): readonly Channel[]
  alert(id: string): AlertRow | undefined
  /** [DI7] The incidents that run and have this alert. */
  incidentsOf(alert: AlertRow): readonly Incident[]
  /** A message of a room as last read. */
  proposal(id: string): Proposal | undefined
  /** All messages as last read, and how old that is. */
  rooms(): Pick<Board, 'proposals' | 'feeds'>
  /** What other systems showed, each with its age. */
  sources(): readonly NotedSource[]
  /** [GT12] The resolution gate of an incident as judged now. */
  gate(incident: IncidentId): readonly NotedCriterion[] | undefined
  /** What is held of an incident. */
  held(incident: IncidentId): readonly HeldCount[]
  /** A picture that is on disk. */
  attachment(hash: ContentHash): Attachment | undefined
  /** An item of the outbox whose end is open. */
  act(id: OutboxItemId): QueuedItem | undefined
  openItems(): readonly QueuedItem[]
  /** [ER1] What would have to lose its body. */
  erasable(incident: IncidentId, what: ErasedThing): readonly Erasable[]
  /** Grafana connections that take marks of decisions. */
  annotators(): readonly ConnectionId[]
}

/** What a command may read besides the log. */
export type Surroundings = Omit<Situation, 'record' | 'by' | 'inWorkspace' | 'copied' | 'origin' | 'sends'>

/** A situation with an incident in it. */
export type IncidentSituation = Situation & { readonly record: LiveRecord }

/** What a command writes, all in one transaction. */
export interface Decision {
  readonly events: readonly EventDraft[]
  readonly newItems?: readonly NewQueuedItem[]
  readonly changedItems?: readonly QueuedItem[]
}

export type Decide<Name extends CommandName> = (input: Parsed<Name>, situation: Situation) => Reply<Decision, Fault>
export type CommandDecisions<Name extends CommandName> = { readonly [K in Name]: Decide<K> }

export function decided(...events: EventDraft[]): Reply<Decision, Fault> {
  return ok({ events })
}

/** [FA1] A refusal by its code; the message is for logs, and for a client that does not know the code. */
export function refused<const Code extends FaultCode>(...[code, values]: Coded<Code>): Reply<never, Fault> {
  return fail({ kind: 'refused', ...codedPart({ code, values }) })
}

/** [FA1] The same of something that is not there. */
export function notFound<const Code extends FaultCode>(...[code, values]: Coded<Code>): Reply<never, Fault> {
  return fail({ kind: 'not-found', ...codedPart({ code, values }) })
}

/** [FA1] Another person did the same meanwhile, and the caller has not seen it. */
export function conflict<const Code extends FaultCode>(...[code, values]: Coded<Code>): Reply<never, Fault> {
  return fail({ kind: 'conflict', ...codedPart({ code, values }) })
}

/** Which of several fields of one form it was. */
type ChangedCode = 'changed-meanwhile' | 'services-changed-meanwhile' | 'detection-changed-meanwhile'

/**
 * [ED1] Refuses an edit that began from something else than what is there now, so that the second of two who edit one
 * thing is shown the first's work instead of writing over it. `was` undefined: the caller began from nothing.
 */
export function changedSince(
  was: unknown,
  now: unknown,
  code: ChangedCode = 'changed-meanwhile',
): Reply<never, Fault> | undefined {
  if (was === undefined || isDeepStrictEqual(asSent(was), asSent(now))) return undefined
  return conflict(code)
}

/** As it is on its way between a client and the engine: a field without a value is none. */
function asSent(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

/**
 * Why an item may not be sent again from here: [OW1] another machine sends for the incident, or [WS4] another folder had
 * begun it and no person has said that it is gone.
 */
export function othersStill(
  { state }: QueuedItem,
  { copied, sends }: Pick<Situation, 'copied' | 'sends'>,
): Reply<never, Fault> | undefined {
  if (state === 'left' && copied !== null && copied.answer?.other !== 'gone')
    return refused(copied.answer === null ? 'other-folder-unanswered' : 'other-folder-runs')
  return sends ? undefined : refused('other-machine-sends')
}

export const noSuchIncident: Reply<never, Fault> = notFound('no-such-incident')

/** Wraps a command that needs its incident to be there. */
export function onIncident<Name extends CommandName>(
  decide: (input: Parsed<Name>, situation: IncidentSituation) => Reply<Decision, Fault>,
): Decide<Name> {
  return (input, situation) => {
    const { record } = situation
    if (record === null) return noSuchIncident
    return decide(input, { ...situation, record })
  }
}
