import type { ScenarioPage } from '../scenario'
import { isoSeconds, type Scene, storyTime } from '../scene'
import type { NoteFact, PagerDutyFact, PageState } from './pagerduty-facts'
import { policyReference, reference, serviceReference, userReference } from './pagerduty-references'

/** Pages that have begun, as story and people have left them: the last word counts, whoever spoke it. */
export function pageStates(scene: Scene, facts: readonly PagerDutyFact[]): PageState[] {
  return scene.scenario.pagerduty.pages
    .map((page, index) => pageState(scene, facts, page, index + 1))
    .filter(state => state.page.at <= storyTime(scene))
}

interface Step extends Pick<PageState, 'status' | 'changedAt' | 'changedBy'> {}

function pageState(scene: Scene, facts: readonly PagerDutyFact[], page: ScenarioPage, number: number): PageState {
  const own = facts.filter(fact => fact.incident === page.id)
  const createdAt = scene.startedAt + page.at
  const spoken = own
    .filter(fact => fact.kind === 'status')
    .map((fact): Step => ({ status: fact.status, changedAt: fact.at, changedBy: fact.by }))
  const over: Step = { status: 'resolved', changedAt: scene.startedAt + page.until, changedBy: null }
  const opened: Step = { status: 'triggered', changedAt: createdAt, changedBy: null }
  const last = [...spoken, ...(storyTime(scene) >= page.until ? [over] : [])]
    .sort((a, b) => a.changedAt - b.changedAt)
    .reduce((now, step) => (step.status === now.status ? now : step), opened)
  return { page, number, createdAt, ...last, notes: own.filter(fact => fact.kind === 'note') }
}

/** PagerDuty's form of an incident; linked things are references. `details` come only with `include[]=body`. */
export function incidentJson(scene: Scene, state: PageState, include: readonly string[]): object {
  const { page, number, status } = state
  const changedAt = isoSeconds(state.changedAt)
  return {
    ...reference('incident', page.id, `[#${number}] ${page.title}`, 'incidents'),
    incident_number: number,
    title: page.title,
    description: page.title,
    created_at: isoSeconds(state.createdAt),
    updated_at: changedAt,
    status,
    incident_key: `${page.service}/${page.id}`.toLowerCase(),
    service: serviceReference(scene, page.service),
    ...(include.includes('body') && { body: { type: 'incident_body', details: page.details } }),
    assignments: assignments(scene, state),
    assigned_via: 'escalation_policy',
    last_status_change_at: changedAt,
    last_status_change_by: changedBy(scene, state),
    resolved_at: status === 'resolved' ? changedAt : null,
    alert_counts: { all: 1, triggered: status === 'resolved' ? 0 : 1, resolved: status === 'resolved' ? 1 : 0 },
    is_mergeable: true,
    escalation_policy: policyReference(scene, page.service),
    teams: [],
    pending_actions: [],
    acknowledgements: status === 'acknowledged' ? [{ at: changedAt, acknowledger: changedBy(scene, state) }] : [],
    urgency: page.urgency,
    priority: null,
  }
}

export function noteJson(scene: Scene, note: NoteFact): object {
  return {
    id: note.id,
    user: userReference(scene, note.by),
    channel: { summary: 'The PagerDuty website or APIs' },
    content: note.content,
    created_at: isoSeconds(note.at),
  }
}

function changedBy(scene: Scene, state: PageState): object {
  const { changedBy: user, page } = state
  return user === null ? serviceReference(scene, page.service) : userReference(scene, user)
}

/** Empty once resolved, as PagerDuty has it. */
function assignments(scene: Scene, { page, status, createdAt }: PageState): readonly object[] {
  const onCall = scene.scenario.pagerduty.users.find(user => user.onCallFor === page.service)
  if (status === 'resolved' || onCall === undefined) return []
  return [{ at: isoSeconds(createdAt), assignee: userReference(scene, onCall.id) }]
}
