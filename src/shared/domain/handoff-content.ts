import type { Millis } from '../lib/time'
import { unreachable } from '../lib/unreachable'
import type { Audience } from './audience'
import type { HeldCheckpoint } from './checkpoint'
import type { CustomerReport } from './customer-reports'
import type { IncidentDecision } from './decisions'
import type { DescribedAlert } from './described-alert'
import {
  audiencesIn,
  clocks,
  type HandoffAudience,
  type HandoffDeadline,
  type HandoffPace,
  type HandoffScheduled,
  paceOf,
  scheduledIn,
} from './handoff-clocks'
import { type HandoffReview, reviewHandoff } from './handoff-gaps'
import type { UpdateId } from './ids'
import { type FigureName, type FigureStatement, figureNames, statedNow } from './impact-figures'
import { impactEnd, impactTime, type LostSoFar, lostSoFar } from './impact-now'
import type { CameBack, Incident, LinkedPagerDutyIncident } from './incident'
import type { Detection, IncidentLink } from './incident-facts'
import type { TeamReports } from './lead-reports'
import { wordCounts } from './method/gate'
import type { AdoptedMethod } from './method/method-rules'
import type { TimesKept } from './milestone'
import type { NotedSource } from './noted-source'
import { type Actor, isRole, roleName } from './people'
import { type PlaybookNow, playbooksNow } from './playbook-state'
import { type ClosingState, closingStates, type NotedCriterion, type Resolution } from './resolution'
import { type PastAssignment, type RoleSlot, roleSlot, roleSlots, type Team } from './responders'
import type { RollCall } from './roll-call'
import type { Severity } from './severity'
import type { SeverityPrompt } from './severity-prompts'
import type { Status } from './status'
import type { Strategy } from './strategy'
import type { ProvenPart, Timeline, TimelineEntry } from './timeline'
import { incomingCommander, type Overlap, runningOverlap, type Transfer } from './transfer'
import { isToPost, type Stage, type Update } from './update'
import type { Waiver } from './waiver'

/** [HC5] */
export type HandoffMethod = Pick<AdoptedMethod, 'name' | 'version'>

/** One who held a role before, with the role's name; null: that role is needed no more. */
export interface FormerHolder extends PastAssignment {
  readonly name: string | null
}

/** One line in the list of updates that were sent, to customers or to colleagues. */
export interface HandoffUpdate {
  readonly id: UpdateId
  readonly channel: string
  readonly stage: Stage
  readonly status: Status
  readonly title: string
  readonly body: string
  readonly url: string | null
  readonly audience: Audience
  /** null: not known whether, or not yet, out. */
  readonly publishedAt: Millis | null
  /** `unknown` and `publishing` are here too: they may have been read. [PT4] `to-post`: nobody has said that they posted it. */
  readonly state: 'published' | 'unknown' | 'publishing' | 'to-post'
  /** [LN29] What the check had said of it, and why it was published anyway; absent: nothing was overridden. */
  readonly anyway?: Pick<Waiver, 'overrode' | 'reason'> | undefined
}

export interface HandoffGate extends Pick<Resolution, 'gateWords'> {
  readonly criteria: readonly NotedCriterion[]
  /** [GT5] Criteria that the tech lead should confirm but another person confirmed. */
  readonly notLead: readonly string[]
}

export interface HandoffClosing extends ClosingState {
  /** False: panels show it, which are not in the record, so that it is neither done nor open. */
  readonly recorded: boolean
}

/** [IM9] What the record has of the impact; live values are with the other sources. */
export interface HandoffFigures {
  readonly stated: readonly FigureStatement[]
  /** The statement before it, by figure: how it developed. */
  readonly before: Readonly<Partial<Record<FigureName, FigureStatement>>>
  readonly lost: LostSoFar | undefined
  /** Null: not stated since when. */
  readonly time: Millis | null
}

/** All that a handoff document says, in its order, before it becomes Markdown or HTML. */
export interface HandoffContent {
  readonly writtenAt: Millis
  readonly title: string
  readonly severity: Severity
  readonly status: Status
  readonly drill: boolean
  /** Empty: not stated. */
  readonly impact: string
  readonly declaredAt: Millis
  readonly declaredBy: Actor
  readonly resolvedAt: Millis | null
  /** [HD13] */
  readonly cameBack: CameBack | null
  /** What is missing, and which checks were made to find out. */
  readonly review: HandoffReview
  /** What is tried, the strategy and the way back come from here; null: none was held. */
  readonly lastCheckpoint: HeldCheckpoint | null
  /** In the order of their kinds. */
  readonly deadlines: readonly HandoffDeadline[]
  /** Of every kind, the next first. */
  readonly scheduled: readonly HandoffScheduled[]
  /** [AU11] Those of the method’s table and who was told besides; empty: the incident has no table. */
  readonly audiences: readonly HandoffAudience[]
  /** [UP14] Chosen since it is open for long; null: nobody was asked, or nobody has answered. */
  readonly pace: HandoffPace | null
  /** [UP7] What customers read last. */
  readonly lastUpdate: HandoffUpdate | null
  /** The four and those of its own, held or not. */
  readonly roles: readonly RoleSlot[]
  /** [TC9] Who is named to take over command; null: nobody is. */
  readonly transfer: Transfer | null
  /** [TC5] */
  readonly overlap: Overlap | null
  readonly teams: readonly Team[]
  /** Oldest first. */
  readonly formerHolders: readonly FormerHolder[]
  readonly rollCall: RollCall | null
  readonly pages: readonly LinkedPagerDutyIncident[]
  /** [DI6] What the sources of those said of them. */
  readonly described: readonly DescribedAlert[]
  readonly links: readonly IncidentLink[]
  /** null: not stated. */
  readonly services: readonly string[] | null
  readonly detected: Detection | null
  /** [HC5] What it is run by; null: it was declared before incidents had one. */
  readonly method: HandoffMethod | null
  /** [MI6] */
  readonly times: TimesKept
  /** [CR8] Oldest first. */
  readonly reports: readonly CustomerReport[]
  /** [IM9] */
  readonly figures: HandoffFigures
  readonly leadReports: readonly TeamReports[]
  /** [RS8] What was offered of the severity that it has. */
  readonly prompts: readonly SeverityPrompt[]
  /** [HC3] null: nobody noted any. */
  readonly sources: readonly NotedSource[] | null
  /** [GT12] How the gate was judged, and what people said at it; null: the incident is not monitored. */
  readonly gate: HandoffGate | null
  /** [PB7] Those that run. */
  readonly playbooks: readonly PlaybookNow[]
  /** [GT12] Null: the incident is not resolved, or its method has no such list. */
  readonly closing: readonly HandoffClosing[] | null
  readonly decisions: Timeline
  /** Pinned lines and findings. */
  readonly keyLines: Timeline
  /** Without those that are on the strategy board. */
  readonly todos: Timeline
  readonly strategy: Strategy
  /** [DN10] Without those that only the timeline has. */
  readonly onBoard: readonly IncidentDecision[]
  /** Updates to customers. */
  readonly told: readonly HandoffUpdate[]
  /** Updates to colleagues by an audience of theirs, and which of these the team named. */
  readonly toldColleagues: readonly HandoffUpdate[]
  readonly timeline: Timeline
  /** [IN13] Up to where its damaged log is proven; absent: all of it is. */
  readonly proven?: ProvenPart | undefined
}

/**
 * [HC1] What the next commander must know, gathered from the record and nothing else: the same incident, timeline and
 * `now` give the same document. Retracted lines stay in the full timeline only.
 */
export function handoffContent(incident: Incident, timeline: Timeline, now: Millis): HandoffContent {
  const { title, severity, status, drill, impact, declaredAt, declaredBy, resolvedAt, cameBack, pages } = incident
  const { links, services, detected, timesKept, timeCorrections, targets, calmSince } = incident
  const { tasks, attempts, hypotheses, points } = incident
  const onBoard = new Set(points.map(({ entry }) => entry))
  const standing = timeline.filter(line => line.retraction === null)
  const all = ledger(incident.updates)
  const told = all.filter(({ audience }) => audience === 'customers')
  return {
    ...{ title, severity, status, drill, impact, declaredAt, declaredBy, resolvedAt, cameBack, pages },
    ...{
      described: incident.described,
      links,
      services,
      detected,
      method: methodOf(incident),
      times: { timesKept, timeCorrections, targets, calmSince },
      reports: incident.reports,
      figures: figuresOf(incident, now),
      leadReports: incident.leadReports,
      prompts: incident.severityPrompts,
    },
    writtenAt: now,
    review: reviewHandoff({ incident, now, messages: incident.waitingMessages }),
    lastCheckpoint: incident.checkpointsHeld.at(-1) ?? null,
    deadlines: clocks(incident, now),
    scheduled: scheduledIn(incident),
    audiences: audiencesIn(incident, now),
    pace: paceOf(incident, now),
    lastUpdate: told.findLast(update => update.state === 'published') ?? null,
    roles: roleSlots(incident),
    transfer: incomingCommander(incident) ?? null,
    overlap: runningOverlap(incident) ?? null,
    teams: incident.crew.teams,
    formerHolders: formerHolders(incident),
    rollCall: incident.crew.rollCall,
    sources: incident.notedSources,
    gate: gateOf(incident, now),
    playbooks: playbooksNow(incident, now),
    closing: closingOf(incident),
    decisions: standing.filter(line => line.kind === 'decision'),
    keyLines: standing.filter(isKeyLine),
    todos: standing.filter(line => line.kind === 'todo' && !onBoard.has(line.id)),
    strategy: { tasks, attempts, hypotheses, points },
    onBoard: incident.decisions,
    told,
    toldColleagues: all.filter(({ audience }) => audience !== 'customers'),
    timeline,
  }
}

function methodOf({ method }: Incident): HandoffMethod | null {
  return method === null ? null : { name: method.name, version: method.version }
}

/** An earlier handoff's is not how it is now: a handoff and what it notes are of one instant. */
function gateOf(incident: Incident, now: Millis): HandoffGate | null {
  const { status, notedGate, gateWords, method } = incident
  if (status !== 'monitoring' || notedGate?.at !== now) return null
  const techLead = roleSlot(incident, 'tech')?.held?.responder.id ?? null
  const notLead = (method?.rules.gate ?? []).filter(({ id, by }) => {
    const word = gateWords[id]
    return word !== undefined && !wordCounts(word, by, techLead)
  })
  return { criteria: notedGate.criteria, gateWords, notLead: notLead.map(({ id }) => id) }
}

function closingOf(incident: Incident): readonly HandoffClosing[] | null {
  const rules = incident.method?.rules
  if (incident.status !== 'resolved' || rules?.closing === undefined) return null
  const byMetrics = new Set(
    [...rules.closing, ...(rules.farewell ?? [])].flatMap(({ id, by }) => (by === 'metrics' ? id : [])),
  )
  return closingStates(incident, rules, false).map(one => ({
    ...one,
    recorded: one.proof !== null || !byMetrics.has(one.id),
  }))
}

function formerHolders(incident: Incident): readonly FormerHolder[] {
  const names = new Map(roleSlots(incident).map(({ key, name }) => [key, name]))
  return incident.crew.past.map(past => ({
    ...past,
    name: isRole(past.role) ? roleName[past.role] : (names.get(past.role) ?? null),
  }))
}

/** Decisions and to-dos have their own lists; pinned ones are in both, because a person pinned them. */
function isKeyLine(line: TimelineEntry): boolean {
  return line.pinned || line.kind === 'finding'
}

/** [HC2] The ledger: published ones in the order in which they were read, then those whose fate is open. */
function ledger(updates: readonly Update[]): readonly HandoffUpdate[] {
  const told = updates.flatMap(toldUpdate)
  return told.sort((a, b) => lastIfOpen(a) - lastIfOpen(b))
}

function lastIfOpen(update: HandoffUpdate): Millis {
  return update.publishedAt ?? Number.MAX_SAFE_INTEGER
}

function toldUpdate(update: Update): readonly HandoffUpdate[] {
  const { id, audience, content, delivery, waiver } = update
  const { stage, status, title, body } = content
  const { channel } = content
  const anyway = waiver !== undefined && waiver.overrode.length > 0 ? { anyway: waiver } : {}
  const said = { id, channel: channel.label, audience, stage, status, title, body, ...anyway }
  switch (delivery.state) {
    case 'published':
      return [{ ...said, url: delivery.url, publishedAt: delivery.at, state: 'published' }]
    case 'unknown':
      return [{ ...said, url: null, publishedAt: null, state: isToPost(update) ? 'to-post' : 'unknown' }]
    case 'publishing':
      return [{ ...said, url: null, publishedAt: null, state: delivery.state }]
    case 'failed':
      return delivery.inDoubt ? [{ ...said, url: null, publishedAt: null, state: 'unknown' }] : []
    // read by nobody
    case 'drafted':
    case 'asking':
    case 'discarded':
      return []
    default:
      return unreachable(delivery)
  }
}

function figuresOf(incident: Incident, now: Millis): HandoffFigures {
  const { figuresStated } = incident
  const stated = figureNames.flatMap(figure => statedNow(figuresStated, figure) ?? [])
  const before = stated.flatMap(one => {
    const earlier = figuresStated.slice(0, figuresStated.indexOf(one)).findLast(({ figure }) => figure === one.figure)
    return earlier === undefined ? [] : [[one.figure, earlier] as const]
  })
  return {
    stated,
    before: Object.fromEntries(before),
    lost: lostSoFar(figuresStated, impactEnd(incident) ?? now),
    time: impactTime(incident, now),
  }
}
