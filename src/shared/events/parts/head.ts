import { HOUSE_LOG } from '../../domain/house-log'
import type { EventId, IncidentId } from '../../domain/ids'
import type { Incident, IncidentHead, Milestones } from '../../domain/incident'
import { newWorkspace } from '../../domain/workspace'
import type { IncidentEvent, KnownEvent } from '../registry'
import { aboutPart } from './about'
import { audiencesPart } from './audiences'
import { clocksPart } from './clocks'
import { commsPart } from './comms'
import { concurrencyPart } from './concurrency'
import { decisionsPart } from './decisions'
import type { EventOf, PartDefinition } from './define-part'
import { factsPart } from './facts'
import { figuresPart } from './figures'
import { handoffsPart } from './handoffs'
import { leadsPart } from './leads'
import { methodPart } from './method'
import { milestonesPart } from './milestones'
import { outsidePart } from './outside'
import { pagerDutyIncidentsPart } from './pagerduty-incidents'
import { playbooksPart } from './playbooks'
import { promptsPart } from './prompts'
import { proposalsPart } from './proposals'
import { readingPart } from './reading'
import { reportsPart } from './reports'
import { resolutionPart } from './resolution'
import { rolesPart } from './roles'
import { roomPart } from './room'
import { sendingPart } from './sending'
import { severityPart } from './severity'
import { strategyPart } from './strategy'
import { timesPart } from './times'
import { transferPart } from './transfer'
import { updatePacePart } from './update-pace'
import { workspacePart } from './workspace'

const parts: { readonly [Name in keyof IncidentHead]: PartDefinition<IncidentHead[Name]> & { readonly name: Name } } = {
  about: aboutPart,
  severity: severityPart,
  prompts: promptsPart,
  method: methodPart,
  milestones: milestonesPart,
  times: timesPart,
  pages: pagerDutyIncidentsPart,
  facts: factsPart,
  roles: rolesPart,
  clocks: clocksPart,
  audiences: audiencesPart,
  pace: updatePacePart,
  strategy: strategyPart,
  decisions: decisionsPart,
  reports: reportsPart,
  figures: figuresPart,
  leads: leadsPart,
  comms: commsPart,
  handoffs: handoffsPart,
  resolution: resolutionPart,
  playbooks: playbooksPart,
  outside: outsidePart,
  room: roomPart,
  proposals: proposalsPart,
  reading: readingPart,
  concurrency: concurrencyPart,
  transfer: transferPart,
  sending: sendingPart,
  workspace: workspacePart,
}

type PartName = keyof IncidentHead
/** An effect with the types of its part and kind given up: `effects` pairs it with both. */
type AnyEffect = (state: unknown, event: KnownEvent, before: IncidentHead) => unknown

const names = Object.keys(parts) as readonly PartName[]

/** Kind of event → what it does, by part: looked up once an event, however many parts there are. */
const effects: ReadonlyMap<string, readonly (readonly [PartName, AnyEffect])[]> = effectsByKind()

function effectsByKind(): ReadonlyMap<string, readonly (readonly [PartName, AnyEffect])[]> {
  const byKind = new Map<string, (readonly [PartName, AnyEffect])[]>()
  for (const name of names)
    for (const [kind, effect] of Object.entries(parts[name].on))
      byKind.set(kind, [...(byKind.get(kind) ?? []), [name, effect as AnyEffect]])
  return byKind
}

/** Parts that a kind of event changes; none: its line, if it has one, is all there is of it. */
export function partsChangedBy(kind: string): readonly PartName[] {
  return (effects.get(kind) ?? []).map(([name]) => name)
}

/** [FO4] The first event of every log; there is no incident before it. */
export function beginHead(declared: EventOf<'incident-declared'>): IncidentHead {
  return Object.fromEntries(names.map(name => [name, parts[name].initial(declared)])) as unknown as IncidentHead
}

/** [FO4] The head after an event: the same object where nothing changed, and the same parts where they did not. */
export function changeHead(before: IncidentHead, event: KnownEvent): IncidentHead {
  let head = before
  for (const [name, effect] of effects.get(event.kind) ?? []) {
    const state = effect(before[name], event, before)
    if (state !== before[name]) head = { ...head, [name]: state }
  }
  return head
}

/** Of each part, the names of its fields. */
const fields = names.map(name => [name, Object.keys(parts[name].initial(undeclared('' as IncidentId)))] as const)

/** The declaration of what nobody declared: all of it empty. */
function undeclared(incident: IncidentId): EventOf<'incident-declared'> {
  return {
    ...{ id: '' as EventId, incident, seq: 0, version: 0, at: 0, recordedAt: 0 },
    ...{ kind: 'incident-declared', by: { kind: 'engine' } },
    body: { title: '', severity: 'SEV-4', impact: '', drill: false, page: null },
  }
}

/**
 * What a log without a declaration begins as: the folder's own stream, which has none and in which nothing runs [WS1],
 * and one of which the beginning is missing here.
 */
export function undeclaredHead({ incident, kind, at }: Pick<IncidentEvent, 'incident' | 'kind' | 'at'>): IncidentHead {
  const head = beginHead({ ...undeclared(incident), at })
  if (incident !== HOUSE_LOG && kind !== 'workspace-begun') return head
  const milestones: Milestones = { ...head.milestones, status: 'resolved', resolvedAt: 0 }
  const workspace = { workspace: newWorkspace }
  return { ...head, about: { ...head.about, declaredAt: 0 }, milestones, workspace }
}

/** Heads by what was put together from them: each line that is typed would take the whole incident apart again. */
const headsOf = new WeakMap<Incident, IncidentHead>()

/** The parts of an incident, as they were before their fields were put side by side. */
export function headOf(incident: Incident): IncidentHead {
  return headsOf.get(incident) ?? takenApart(incident)
}

function takenApart(incident: Incident): IncidentHead {
  const parted = fields.map(([name, own]) => [
    name,
    Object.fromEntries(own.map(field => [field, incident[field as keyof Incident]])),
  ])
  return Object.fromEntries(parted) as unknown as IncidentHead
}

/** The fields of all parts side by side. */
export function incidentOf(head: IncidentHead): Incident {
  const incident = {
    ...{
      ...head.about,
      ...head.severity,
      ...head.prompts,
      ...head.method,
      ...head.milestones,
      ...head.times,
      ...head.pages,
      ...head.facts,
      ...head.roles,
      ...head.clocks,
    },
    ...{ ...head.comms, ...head.handoffs, ...head.outside, ...head.proposals, ...head.reading, ...head.concurrency },
    ...head.strategy,
    ...head.resolution,
    ...head.playbooks,
    ...head.decisions,
    ...head.reports,
    ...head.figures,
    ...head.leads,
    ...head.audiences,
    ...head.room,
    ...head.pace,
    ...head.transfer,
    ...head.sending,
    ...head.workspace,
  }
  headsOf.set(incident, head)
  return incident
}
