import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Cadence } from '../../../shared/domain/cadence'
import { type Checkpoint, nextCheckpointId } from '../../../shared/domain/checkpoint'
import { type CheckpointId, newId } from '../../../shared/domain/ids'
import type { ChosenMethod, Incident, LinkedPagerDutyIncident } from '../../../shared/domain/incident'
import type { Detection } from '../../../shared/domain/incident-facts'
import { checkpointSpan, firstCheckpointSpan, firstUpdateSpan } from '../../../shared/domain/method/method-rules'
import { updateDueAt } from '../../../shared/domain/method/raised-update'
import type { Actor } from '../../../shared/domain/people'
import { isRaised, type Severity } from '../../../shared/domain/severity'
import type { ConfirmedTime } from '../../../shared/domain/stated-time'
import { publishedTo } from '../../../shared/domain/update'
import { checkpointArmed } from '../../../shared/events/checkpoint-armed'
import type { EventDraft } from '../../../shared/events/define'
import { detectionStated } from '../../../shared/events/detection-stated'
import { endedAtConfirmed } from '../../../shared/events/ended-at-confirmed'
import { impactStated } from '../../../shared/events/impact-stated'
import { incidentDeclared } from '../../../shared/events/incident-declared'
import { incidentRenamed } from '../../../shared/events/incident-renamed'
import { methodAdopted } from '../../../shared/events/method-adopted'
import { pageLinked } from '../../../shared/events/page-linked'
import { pagerDutyIncidentUnlinked } from '../../../shared/events/pagerduty-incident-unlinked'
import { severityChanged } from '../../../shared/events/severity-changed'
import { startedAtConfirmed } from '../../../shared/events/started-at-confirmed'
import { statusChanged } from '../../../shared/events/status-changed'
import { timeProposed } from '../../../shared/events/time-proposed'
import { updatePromised } from '../../../shared/events/update-promised'
import type { Millis } from '../../../shared/lib/time'
import { beginningOf, shortened } from '../../../shared/lib/whole-characters'
import {
  type CommandDecisions,
  changedSince,
  conflict,
  decided,
  onIncident,
  refused,
  type Situation,
} from '../record/decision'
import { declaredFacts, type FactsAtDeclaring } from './fact-commands'

/** [ST1] The time that customers still read; null: they read none, or that it is over. */
function stillPromised({ updates }: Incident): Millis | null {
  const last = publishedTo('customers', updates).at(-1)?.content
  return last === undefined || last.stage === 'resolution' ? null : last.nextUpdateAt
}

/**
 * Deadlines that begin with an incident, or begin again when it is reopened. See [CP1] and [UP1].
 * @param promised what customers were promised before, which holds though it may be past
 */
function firstClocks(
  incident: ChosenMethod,
  severity: Severity,
  cadence: Cadence,
  now: Millis,
  promised: Millis | null = null,
): readonly EventDraft[] {
  const by: Actor = { kind: 'engine' }
  const within = firstUpdateSpan(incident, severity, cadence)
  const times = [within === null ? null : now + within, promised].flatMap(time => time ?? [])
  const first = firstCheckpointSpan(incident, severity)
  return [
    ...(first === null ? [] : [checkpointArmed.draft({ checkpoint: newId(), dueAt: now + first }, now, by)]),
    updatePromised.draft({ dueAt: times.length === 0 ? null : Math.min(...times) }, now, by),
  ]
}

/** [SV2] A raised severity brings deadlines nearer, never further away. */
function tightenedClocks(to: Severity, cadence: Cadence, current: Incident, now: Millis): readonly EventDraft[] {
  const by: Actor = { kind: 'engine' }
  const every = checkpointSpan(current, to, now - current.declaredAt, cadence)
  const { checkpoint, nextUpdateDueAt } = current
  const checkpointDueAt = every === null ? earliest(checkpoint) : Math.min(earliest(checkpoint), now + every)
  const dueAt = updateDueAt(current, to, cadence, now)
  const drafts: EventDraft[] = []
  if (checkpointDueAt !== earliest(checkpoint)) {
    const next = checkpoint.state === 'waiting' ? nextCheckpointId(checkpoint.id) : newId<CheckpointId>()
    drafts.push(checkpointArmed.draft({ checkpoint: next, dueAt: checkpointDueAt }, now, by))
  }
  if (dueAt !== nextUpdateDueAt) drafts.push(updatePromised.draft({ dueAt }, now, by))
  return drafts
}

function earliest(checkpoint: Checkpoint): Millis {
  return checkpoint.state === 'waiting' ? checkpoint.dueAt : Number.POSITIVE_INFINITY
}

type Names =
  | 'incident:declare'
  | 'incident:take'
  | 'incident:link-page'
  | 'incident:unlink'
  | 'incident:rename'
  | 'incident:change-severity'
  | 'incident:adopt-method'
  | 'incident:change-status'
  | 'incident:state-impact'
  | 'incident:confirm-time'

export const incidentCommands: CommandDecisions<Names> = {
  'incident:declare': ({ incident: _, ...stated }, situation) =>
    begin({ ...stated, page: null, proposed: [] }, situation),

  'incident:take': ({ incident: _, alert: id, impact = '', besides = [], ...stated }, situation) => {
    const alert = situation.alert(id)
    if (alert === undefined) return refused('alert-closed-declare')
    // [DI7]
    const unseen = situation.record === null && situation.incidentsOf(alert).find(one => !besides.includes(one.id))
    if (unseen) return alertDeclared(unseen)
    const what = { title: shortened(alert.title, 255), impact, page: pageOf(alert) }
    return begin({ ...stated, ...what, proposed: startOf(alert, situation) }, situation)
  },

  'incident:link-page': onIncident<'incident:link-page'>(({ alert: id }, situation) => {
    const { record, alert: find, now, by } = situation
    const alert = find(id)
    if (alert === undefined) return refused('alert-closed')
    const page = pageOf(alert)
    const linked = record.incident.pages.some(
      known => known.connection === page.connection && known.externalId === page.externalId,
    )
    if (linked) return refused('page-linked')
    return decided(pageLinked.draft({ page }, now, by), ...startOf(alert, situation))
  }),

  // [NA2]
  'incident:unlink': onIncident<'incident:unlink'>(({ connection, externalId }, { record, now, by }) => {
    const linked = record.incident.pages.find(
      known => known.connection === connection && known.externalId === externalId,
    )
    if (linked === undefined) return refused('page-not-linked')
    return decided(pagerDutyIncidentUnlinked.draft({ pagerDutyIncident: linked }, now, by))
  }),

  // [NA1]
  'incident:rename': onIncident<'incident:rename'>(({ title, was }, { record, now, by }) => {
    const { title: from } = record.incident
    const changedBefore = changedSince(was, from)
    if (changedBefore !== undefined) return changedBefore
    if (from === title) return refused('same-title')
    return decided(incidentRenamed.draft({ from, to: title }, now, by))
  }),

  'incident:change-severity': onIncident<'incident:change-severity'>(
    ({ to, reason, was }, { record, now, by, cadence }) => {
      const { severity: from, status } = record.incident
      const changedBefore = changedSince(was, from)
      if (changedBefore !== undefined) return changedBefore
      if (from === to) return refused('same-severity', { severity: to })
      const changed = severityChanged.draft({ from, to, reason }, now, by)
      if (!isRaised(from, to) || status === 'resolved') return decided(changed)
      return decided(changed, ...tightenedClocks(to, cadence(), record.incident, now))
    },
  ),

  // [MA3]
  'incident:adopt-method': onIncident<'incident:adopt-method'>(({ version }, { record, now, by, cadence, method }) => {
    const { method: before, status, severity } = record.incident
    const adopted = method()
    if (adopted.version !== version) return conflict('method-changed-meanwhile')
    if (before?.version === version) return refused('same-method', { version })
    const changed = methodAdopted.draft({ ...adopted, from: before?.version ?? 'none' }, now, by)
    if (status === 'resolved') return decided(changed)
    return decided(changed, ...tightenedClocks(severity, cadence(), { ...record.incident, method: adopted }, now))
  }),

  'incident:change-status': onIncident<'incident:change-status'>(
    ({ to, reason, was }, { record, now, by, cadence }) => {
      const { status: from, severity } = record.incident
      const changedBefore = changedSince(was, from)
      if (changedBefore !== undefined) return changedBefore
      if (from === to) return refused('same-status', { status: to })
      const changed = statusChanged.draft({ from, to, reason }, now, by)
      return from === 'resolved'
        ? decided(changed, ...firstClocks(record.incident, severity, cadence(), now, stillPromised(record.incident)))
        : decided(changed)
    },
  ),

  'incident:state-impact': onIncident<'incident:state-impact'>(
    ({ impact, was }, { record, now, by }) =>
      changedSince(was, record.incident.impact) ?? decided(impactStated.draft({ impact }, now, by)),
  ),

  'incident:confirm-time': onIncident<'incident:confirm-time'>(({ of, at, source }, { record, now, by }) => {
    const { started, ended } = record.incident
    if (at > now) return refused('time-to-come')
    if (of === 'started' && ended !== null && at >= ended.at) return refused('began-after-end')
    if (of === 'ended' && started !== null && at <= started.at) return refused('ended-before-began')
    const confirmed = of === 'started' ? startedAtConfirmed : endedAtConfirmed
    return decided(confirmed.draft({ at, source }, now, by))
  }),
}

function alertDeclared({ severity, title, declaredBy }: Incident) {
  const which = { severity, title: shortened(title, 100) }
  return declaredBy.kind === 'person'
    ? conflict('alert-declared-by', { ...which, who: declaredBy.responder.name })
    : conflict('alert-declared', which)
}

interface Beginning extends FactsAtDeclaring {
  readonly title: string
  readonly severity: Severity
  readonly impact: string
  readonly page: LinkedPagerDutyIncident | null
  /** Times that what it is declared from suggests. */
  readonly proposed: readonly EventDraft[]
  readonly started?: Pick<ConfirmedTime, 'at' | 'source'> | null | undefined
  readonly detection?: Detection | null | undefined
}

function begin(beginning: Beginning, { record, drill, now, by, cadence, method }: Situation) {
  if (record !== null) return refused('incident-declared')
  const { title, severity, impact, page, proposed, started, detection } = beginning
  const detectedAt = detection?.at ?? null
  if ((started && started.at > now) || (detectedAt !== null && detectedAt > now)) return refused('time-to-come')
  // [MI4]
  if (started && detectedAt !== null && detectedAt < started.at)
    return refused('milestone-order', { earlier: 'started', later: 'detected' })
  const facts = declaredFacts(beginning, now, by)
  if (facts === 'no-address') return refused(facts)
  const adopted = method()
  return decided(
    incidentDeclared.draft({ title, severity, impact, drill, page }, now, by),
    methodAdopted.draft({ ...adopted, from: null }, now, { kind: 'engine' }),
    ...firstClocks({ method: adopted }, severity, cadence(), now),
    ...proposed,
    // [DI1]
    ...(started ? [startedAtConfirmed.draft(started, now, by)] : []),
    ...(detection ? [detectionStated.draft({ detection }, now, by)] : []),
    ...facts,
  )
}

function pageOf(alert: AlertRow): LinkedPagerDutyIncident {
  const { connection, externalId, title, service, url } = alert
  return { connection, externalId, title: beginningOf(title, 2_000), service, url }
}

/** [BE2] When a page or alert began is one guess of when customers began to feel it; a time that makes no sense is none. */
function startOf({ origin, title, startedAt }: AlertRow, { now }: Situation) {
  if (startedAt === null || !(startedAt > 0 && startedAt <= now)) return []
  const source = { kind: origin, name: shortened(title, 500) }
  return [timeProposed.draft({ of: 'started', at: startedAt, source }, now, { kind: 'engine' })]
}
