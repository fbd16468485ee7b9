import type { ComponentStatus } from '../../../../shared/domain/update'
import type { Millis } from '../../../../shared/lib/time'
import type { Scene } from '../scene'
import {
  type EditFact,
  type IncidentFact,
  impacts,
  type StatuspageFact,
  type StatuspageImpact,
  type StatuspageIncidentChange,
} from './statuspage-facts'

export interface PageComponentState {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly status: ComponentStatus
  readonly updatedAt: Millis
}

export interface PostedUpdate {
  readonly id: string
  readonly at: Millis
  readonly status: string
  readonly body: string
  /** ISO 8601; null: when it was posted. */
  readonly displayAt: string | null
  readonly updatedAt: Millis
  readonly delivered: boolean
  readonly affected: readonly { code: string; name: string; old_status: string; new_status: string }[]
}

export interface PostedIncident {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly impact: StatuspageImpact
  readonly impactOverride: StatuspageImpact | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly componentIds: readonly string[]
  readonly createdAt: Millis
  readonly updatedAt: Millis
  readonly monitoringAt: Millis | null
  readonly resolvedAt: Millis | null
  /** ISO 8601 of a maintenance; null otherwise. */
  readonly scheduledFor: string | null
  readonly scheduledUntil: string | null
  /** Newest first. */
  readonly updates: readonly PostedUpdate[]
}

/** The page as customers see it: what the scenario set up, and every change since. */
export interface PageRecord {
  readonly components: ReadonlyMap<string, PageComponentState>
  /** In the order of posting. */
  readonly incidents: ReadonlyMap<string, PostedIncident>
}

export function pageRecord(scene: Scene, facts: readonly StatuspageFact[]): PageRecord {
  const components = new Map<string, PageComponentState>()
  for (const { status = 'operational', ...component } of scene.scenario.statuspage.components) {
    components.set(component.id, { ...component, status, updatedAt: scene.startedAt })
  }
  const incidents = new Map<string, PostedIncident>()
  for (const fact of facts) {
    if (fact.kind === 'postmortem' || fact.kind === 'point') continue
    if (fact.kind === 'edit') {
      const known = incidents.get(fact.incident)
      if (known !== undefined) incidents.set(fact.incident, editedIncident(known, fact))
    } else if (fact.kind === 'component') changeComponent(components, fact.component, fact.change, fact.at)
    else incidents.set(fact.incident, changedIncident(incidents.get(fact.incident), fact, components))
  }
  return { components, incidents }
}

type ComponentChange = Extract<StatuspageFact, { kind: 'component' }>['change']

function changeComponent(
  components: Map<string, PageComponentState>,
  id: string,
  { name, description, status }: ComponentChange,
  at: Millis,
): void {
  const known = components.get(id)
  if (known === undefined) return
  const change = { ...(name && { name }), ...(status && { status }), ...(description !== undefined && { description }) }
  components.set(id, { ...known, ...change, updatedAt: at })
}

/** Applies the `components` map of the change to the page too: `component_ids` alone only links. */
function changedIncident(
  before: PostedIncident | undefined,
  fact: IncidentFact,
  components: Map<string, PageComponentState>,
): PostedIncident {
  const { change, at } = fact
  const affected = affectedBy(change, components)
  for (const { code, new_status } of affected) changeComponent(components, code, { status: new_status }, at)
  const status = change.status ?? before?.status ?? 'investigating'
  const impactOverride =
    change.impact_override === undefined ? (before?.impactOverride ?? null) : change.impact_override
  const update = updateOf(fact, status, affected)
  return {
    id: fact.incident,
    name: change.name ?? before?.name ?? '',
    status,
    impactOverride,
    impact: impactOverride ?? worst([before?.impact ?? 'none', ...affected.map(one => impactOf[one.new_status])]),
    metadata: { ...before?.metadata, ...change.metadata },
    componentIds: [
      ...new Set([...(before?.componentIds ?? []), ...(change.component_ids ?? []), ...affected.map(one => one.code)]),
    ],
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    monitoringAt: status === 'monitoring' ? (before?.monitoringAt ?? at) : (before?.monitoringAt ?? null),
    resolvedAt: status === 'resolved' ? (before?.resolvedAt ?? at) : null,
    scheduledFor: change.scheduled_for ?? before?.scheduledFor ?? null,
    scheduledUntil: change.scheduled_until ?? before?.scheduledUntil ?? null,
    updates: [...(update ? [update] : []), ...(before?.updates ?? [])],
  }
}

function editedIncident(before: PostedIncident, { update, at, change }: EditFact): PostedIncident {
  const updates = before.updates.map(one =>
    one.id === update
      ? { ...one, body: change.body ?? one.body, displayAt: change.display_at ?? one.displayAt, updatedAt: at }
      : one,
  )
  return { ...before, updates, updatedAt: at }
}

interface Affected {
  readonly code: string
  readonly name: string
  readonly old_status: ComponentStatus
  readonly new_status: ComponentStatus
}

function affectedBy(
  change: StatuspageIncidentChange,
  components: ReadonlyMap<string, PageComponentState>,
): readonly Affected[] {
  return Object.entries(change.components ?? {}).flatMap(([code, new_status]) => {
    const known = components.get(code)
    return known ? [{ code, name: known.name, old_status: known.status, new_status }] : []
  })
}

function updateOf({ update, at, change }: IncidentFact, status: string, affected: readonly Affected[]) {
  if (update === null) return undefined
  // Delivered unless said otherwise: the vendor mails every subscriber by default.
  const delivered = change.deliver_notifications ?? true
  return { id: update, at, status, body: change.body ?? '', displayAt: null, updatedAt: at, delivered, affected }
}

const impactOf: Readonly<Record<ComponentStatus, StatuspageImpact>> = {
  operational: 'none',
  under_maintenance: 'maintenance',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
}

function worst(among: readonly StatuspageImpact[]): StatuspageImpact {
  return impacts.findLast(impact => among.includes(impact)) ?? 'none'
}
