import { unreachable } from '../../../../shared/lib/unreachable'
import { isoSeconds, type Scene } from '../scene'
import type { NoteFact, PagerDutyFact, PageState } from './pagerduty-facts'
import { policyReference, reference, serviceReference, userReference } from './pagerduty-references'

/** PagerDuty's form of an incident; linked things are references. `details` come only with `include[]=body`. */
export function pagerDutyIncidentJson(scene: Scene, state: PageState, include: readonly string[]): object {
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
    incident_key: state.key,
    service: serviceReference(scene, page.service),
    ...(include.includes('body') && { body: { type: 'incident_body', details: page.details } }),
    assignments: state.assignees.map(id => ({
      at: isoSeconds(state.createdAt),
      assignee: userReference(scene, id),
    })),
    assigned_via: state.assignedDirectly ? 'direct_assignment' : 'escalation_policy',
    last_status_change_at: changedAt,
    last_status_change_by: changedBy(scene, state),
    resolved_at: status === 'resolved' ? changedAt : null,
    alert_counts: { all: 1, triggered: status === 'resolved' ? 0 : 1, resolved: status === 'resolved' ? 1 : 0 },
    is_mergeable: true,
    escalation_policy: policyReference(scene, state.policyOf),
    teams: [],
    pending_actions: state.snoozedUntil === null ? [] : [{ type: 'unacknowledge', at: isoSeconds(state.snoozedUntil) }],
    acknowledgements: status === 'acknowledged' ? [{ at: changedAt, acknowledger: changedBy(scene, state) }] : [],
    responder_requests: state.facts.flatMap(fact =>
      fact.kind === 'responders' ? [responderRequestJson(scene, fact)] : [],
    ),
    urgency: page.urgency,
    priority: null,
  }
}

export function responderRequestJson(scene: Scene, fact: Extract<PagerDutyFact, { kind: 'responders' }>): object {
  return {
    id: fact.id,
    requester: userReference(scene, fact.by),
    requested_at: isoSeconds(fact.at),
    message: fact.message,
    responder_request_targets: fact.users.map(id => ({
      responder_request_target: { type: 'user', id, incidents_responders: [] },
    })),
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

/** The page's log, newest first. Status updates stand in it, though PagerDuty's own reference does not say so. */
export function logEntries(scene: Scene, { facts, page, createdAt }: PageState): readonly object[] {
  const opened = {
    ...{
      id: `${page.id}0`,
      type: 'trigger_log_entry',
      summary: 'Triggered by the monitoring',
      created_at: isoSeconds(createdAt),
    },
    agent: serviceReference(scene, page.service),
  }
  const told = facts.flatMap((fact, index) => {
    const agent = userReference(scene, fact.by)
    const said = { id: `${page.id}${index + 1}`, created_at: isoSeconds(fact.at), agent, channel: { type: 'api' } }
    return fact.kind === 'created' ? [] : [{ ...said, ...entryOf(scene, fact) }]
  })
  return [opened, ...told].reverse()
}

function entryOf(scene: Scene, fact: Exclude<PagerDutyFact, { kind: 'created' }>): object {
  const named = (kind: string, summary: string) => ({ type: `${kind}_log_entry`, summary })
  switch (fact.kind) {
    case 'status':
      return named(
        statusEntry[fact.status],
        `${fact.status[0]?.toUpperCase()}${fact.status.slice(1)} by ${nameOf(scene, fact.by)}`,
      )
    case 'snooze':
      return named('snooze', 'Snoozed')
    case 'note':
      return { ...named('annotate', 'Note added'), note: fact.content }
    case 'assign': {
      const assignees = fact.users.map(id => userReference(scene, id))
      return { ...named(fact.level === null ? 'assign' : 'escalate', 'Assigned'), assignees }
    }
    case 'status-update':
      return { ...named('status_update', 'Status update'), message: fact.message }
    case 'responders':
      return { ...named('responder_request', 'Responders requested'), message: fact.message }
    default:
      return unreachable(fact)
  }
}

function nameOf({ scenario }: Scene, user: string): string {
  return scenario.pagerduty.users.find(({ id }) => id === user)?.name ?? user
}

const statusEntry = { triggered: 'unacknowledge', acknowledged: 'acknowledge', resolved: 'resolve' } as const

function changedBy(scene: Scene, state: PageState): object {
  const { changedBy: user, page } = state
  return user === null ? serviceReference(scene, page.service) : userReference(scene, user)
}
