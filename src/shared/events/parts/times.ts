import type { IncidentHead } from '../../domain/incident'
import { nearerTargets } from '../../domain/method/targets'
import type { KeptTime, MilestoneName, MilestoneSource, TimeCorrection, TimesKept } from '../../domain/milestone'
import { isRaised } from '../../domain/severity'
import { isCalm } from '../../domain/status'
import type { Millis } from '../../lib/time'
import type { LoggedEvent } from '../define'
import { definePart, type EventOf } from './define-part'
import { confirmedStart, statusAfter } from './milestones'
import { severityAfter } from './severity'

/** [MI2] The first time of each milestone, set by what happens; what a person states counts before that. */
export const timesPart = definePart('times', {
  // A person who declares by hand has seen it; whether an alert was answered is not known yet.
  initial: ({ at, by, body: { page } }) => ({
    timesKept: page === null ? { acknowledged: { at, from: 'declared', by } } : {},
    timeCorrections: [],
    targets: {},
    calmSince: null,
  }),
  on: {
    'method-adopted': (times, { at, body: { rules } }, before) =>
      nearer(times, { rules, severity: before.severity.severity, at }, before),
    'severity-changed': (times, event, before) => {
      const { method, severity } = before
      const to = severityAfter(before, event)
      const isNearer = method.method !== null && isRaised(severity.severity, to)
      return isNearer ? nearer(times, { rules: method.method.rules, severity: to, at: event.at }, before) : times
    },
    'act-done': (times, event, { pages: { pages } }) => {
      const { what } = event.body
      if (what.kind !== 'page-acknowledge') return times
      const isLinked = pages.some(one => one.connection === what.connection && one.externalId === what.page.id)
      return isLinked ? reached(times, event, 'page', 'acknowledged') : times
    },
    // Written only of one that was linked then.
    'pagerduty-acknowledged': (times, event) => reached(times, event, 'page', 'acknowledged'),
    'role-assigned': (times, event) => {
      const answered = reached(times, event, 'role', 'acknowledged', 'responded')
      return event.body.role === 'ic' ? reached(answered, event, 'role', 'engaged') : answered
    },
    'task-given': (times, event) => reached(times, event, 'work', 'responded'),
    'attempt-noted': (times, event) => reached(times, event, 'work', 'responded'),
    'update-published': (times, event) =>
      event.body.audience === 'customers' ? reached(times, event, 'update', 'first-notice') : times,
    'status-changed': afterStatus,
    'conflict-settled': (times, event, before) =>
      event.body.about === 'status' ? afterStatus(times, event, before) : times,
    'detection-stated': (times, event) => {
      const { at } = event.body.detection
      return at === null ? times : stated(times, event, 'detected', { at, from: 'detection', by: event.by })
    },
    'started-at-confirmed': (times, event, { concurrency }) => {
      const start = confirmedStart(concurrency, event)
      if (start === null) return times
      return stated(times, event, 'started', { at: start.at, from: start.source.kind, by: start.by })
    },
    'milestone-stated': (times, event) => {
      const { milestone, at } = event.body
      return stated(times, event, milestone, at === null ? undefined : { at, from: 'person', by: event.by })
    },
  },
})

/** [RT2] While it is calm there is nothing to respond to; if it comes back, all are set again. */
function nearer(
  times: TimesKept,
  wanted: Parameters<typeof nearerTargets>[1],
  { about, milestones }: IncidentHead,
): TimesKept {
  if (isCalm(milestones.status)) return times
  return { ...times, targets: nearerTargets(times, wanted, about.declaredBy) }
}

/** [GT9] [RT2] It came back: what was never reached is wanted from now on, as if it had just been declared. */
function anew(times: TimesKept, at: Millis, { about, method: { method }, severity }: IncidentHead): TimesKept {
  const reachedOnes = Object.fromEntries(
    Object.entries(times.targets).filter(([name]) => times.timesKept[name as MilestoneName] !== undefined),
  )
  const targets =
    method === null
      ? reachedOnes
      : nearerTargets({ ...times, targets: reachedOnes }, { rules: method.rules, ...severity, at }, about.declaredBy)
  return { ...times, targets }
}

function afterStatus(
  times: TimesKept,
  event: EventOf<'status-changed'> | EventOf<'conflict-settled'>,
  before: IncidentHead,
): TimesKept {
  const was = before.milestones.status
  const status = statusAfter(before.concurrency, event, was)
  if (isCalm(status)) {
    const calm = { ...times, calmSince: times.calmSince ?? event.at }
    if (status === 'monitoring') return reached(calm, event, 'status', 'mitigated')
    return reached(calm, event, 'status', 'mitigated', 'resolved')
  }
  if (!isCalm(was)) return times
  const back = anew({ ...times, calmSince: null }, event.at, before)
  return was === 'resolved' ? reached(back, event, 'status', 'reopened') : back
}

/**
 * Only the first time counts, in whatever order a merged log brings them. [MI3] What a person stated stays; after “not
 * reached” the next that happens counts.
 */
function reached(
  times: TimesKept,
  { at, by }: Pick<LoggedEvent, 'at' | 'by'>,
  from: MilestoneSource,
  ...names: readonly MilestoneName[]
): TimesKept {
  const isStated = (name: MilestoneName) =>
    (times.timeCorrections.findLast(({ milestone }) => milestone === name)?.to ?? null) !== null
  const first = names.filter(name => !isStated(name) && !((times.timesKept[name]?.at ?? Number.MAX_VALUE) <= at))
  if (first.length === 0) return times
  const added = Object.fromEntries(first.map(name => [name, { at, from, by }]))
  return { ...times, timesKept: { ...times.timesKept, ...added } }
}

function stated(
  times: TimesKept,
  { at, by }: Pick<LoggedEvent, 'at' | 'by'>,
  milestone: MilestoneName,
  time: KeptTime | undefined,
): TimesKept {
  const { timesKept, timeCorrections } = times
  const { [milestone]: known, ...others } = timesKept
  const correction: TimeCorrection = { milestone, from: known?.at ?? null, to: time?.at ?? null, by, at }
  const isNew = correction.from !== correction.to
  return {
    ...times,
    timesKept: time === undefined ? others : { ...others, [milestone]: time },
    timeCorrections: isNew ? [...timeCorrections, correction] : timeCorrections,
  }
}
