import type { IncidentHead } from '../../domain/incident'
import { type MethodRules, targetSpan } from '../../domain/method/method-rules'
import type { KeptTime, MilestoneName, MilestoneSource, TimeCorrection, TimesKept } from '../../domain/milestone'
import { isRaised, type Severity } from '../../domain/severity'
import type { Millis } from '../../lib/time'
import type { LoggedEvent } from '../define'
import { definePart, type EventOf } from './define-part'
import { confirmedStart, statusAfter } from './milestones'
import { severityAfter } from './severity'

/** [MI2] The first time of each milestone, set by what happens; what a person states counts before that. */
export const timesPart = definePart('times', {
  // Whoever declares by hand has seen it; of an alert nobody knows yet whether anybody has answered it.
  initial: ({ at, by, body: { page } }) => ({
    timesKept: page === null ? { acknowledged: { at, from: 'declared', by } } : {},
    timeCorrections: [],
    targets: {},
  }),
  on: {
    'method-adopted': (times, { at, body }, { severity }) => withTargets(times, body.rules, severity.severity, at),
    'severity-changed': (times, event, before) => {
      const { method, severity } = before
      const to = severityAfter(before, event)
      const isNearer = method.method !== null && isRaised(severity.severity, to)
      return isNearer ? withTargets(times, method.method.rules, to, event.at) : times
    },
    'act-done': (times, event) =>
      event.body.what.kind === 'page-acknowledge' ? reached(times, event, 'page', 'acknowledged') : times,
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

/** [RT1] [RT2] A target only ever comes nearer, and stays as it is once its milestone is reached. */
function withTargets(times: TimesKept, rules: MethodRules, severity: Severity, at: Millis): TimesKept {
  const targets = { ...times.targets }
  for (const name of rules.targets ?? []) {
    const within = targetSpan(rules, severity, name)
    if (within === null || times.timesKept[name] !== undefined) continue
    targets[name] = Math.min(targets[name] ?? Number.MAX_VALUE, at + within)
  }
  return { ...times, targets }
}

function afterStatus(
  times: TimesKept,
  event: EventOf<'status-changed'> | EventOf<'conflict-settled'>,
  { concurrency, milestones }: IncidentHead,
): TimesKept {
  const status = statusAfter(concurrency, event, milestones.status)
  if (status === 'resolved') return reached(times, event, 'status', 'mitigated', 'resolved')
  if (status === 'monitoring') return reached(times, event, 'status', 'mitigated')
  return milestones.status === 'resolved' ? reached(times, event, 'status', 'reopened') : times
}

/** Only the first time counts, in whatever order a merged log brings them; what a person stated stays. */
function reached(
  times: TimesKept,
  { at, by }: Pick<LoggedEvent, 'at' | 'by'>,
  from: MilestoneSource,
  ...names: readonly MilestoneName[]
): TimesKept {
  const isStated = (name: MilestoneName) => times.timeCorrections.some(({ milestone }) => milestone === name)
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
