import type { Audience } from '../../domain/audience'
import type { AudienceClocks, Change, PutOff } from '../../domain/audience-clocks'
import { type AudienceMatrix, audienceOfRow, firstNoticeSpan } from '../../domain/audience-matrix'
import type { IncidentHead } from '../../domain/incident'
import { isRaised, type Severity } from '../../domain/severity'
import type { Millis } from '../../lib/time'
import { definePart, type EventOf } from './define-part'
import { statusAfter } from './milestones'
import { severityAfter } from './severity'

/** [AU2] What is known of when each audience hears, besides what it was promised, which is a clock by itself. */
export const audiencesPart = definePart('audiences', {
  initial: () => ({ firstNoticeTo: {}, putOffs: {}, toldByHand: [], changes: [] }),
  on: {
    'method-adopted': (state, { at, body: { rules } }, { milestones, severity }) =>
      milestones.status === 'resolved'
        ? state
        : { ...state, firstNoticeTo: firstNotices(rules.audiences, severity.severity, at, state.firstNoticeTo) },
    'severity-changed': (state, event, head) => {
      const to = severityAfter(head, event)
      const { severity } = head.severity
      const changed = withChange(state, event.at, 'severity')
      if (!isRaised(severity, to) || head.milestones.status === 'resolved') return changed
      // [AU5] What was decided for a lower severity is decided again.
      return { ...changed, putOffs: {}, firstNoticeTo: nearer(state, head, to, event.at) }
    },
    'status-changed': afterStatus,
    'conflict-settled': (state, event, before) =>
      event.body.about === 'status' ? afterStatus(state, event, before) : state,
    'impact-stated': (state, { at }) => withChange(state, at, 'impact'),
    'audience-put-off': (state, event) => {
      const { audience, until, reason, was } = event.body
      const before = state.putOffs[audience]
      // [AU6] Of two that did not know of each other the one that ends first holds.
      if (before !== undefined && before.event !== was && endOf(before) <= (until ?? Number.POSITIVE_INFINITY))
        return state
      const putOff = { event: event.id, until, reason, by: event.by, at: event.at }
      return { ...state, putOffs: { ...state.putOffs, [audience]: putOff } }
    },
    'audience-resumed': (state, { body: { audience, was } }) =>
      state.putOffs[audience]?.event === was ? awake(state, audience) : state,
    'audience-told': (state, { id, at, by, body: { audience, how, what, promise = null } }) => ({
      ...awake(state, audience),
      toldByHand: [...state.toldByHand, { event: id, audience, how, what, at, by, promise }],
    }),
    'update-published': (state, { body: { audience } }) => awake(state, audience),
  },
})

function endOf({ until }: PutOff): Millis {
  return until ?? Number.POSITIVE_INFINITY
}

/** Who was told hears as usual from there on. */
function awake(state: AudienceClocks, audience: Audience): AudienceClocks {
  if (state.putOffs[audience] === undefined) return state
  const { [audience]: _, ...others } = state.putOffs
  return { ...state, putOffs: others }
}

function withChange(state: AudienceClocks, at: Millis, what: Change['what']): AudienceClocks {
  return { ...state, changes: [...state.changes, { at, what }] }
}

function nearer(state: AudienceClocks, { method }: IncidentHead, to: Severity, at: Millis) {
  return firstNotices(method.method?.rules.audiences, to, at, state.firstNoticeTo)
}

/** [AU2] [AU5] As with every clock, another severity or method begins one or brings it nearer, and moves none further away. */
function firstNotices(
  matrix: AudienceMatrix | undefined,
  severity: Severity,
  at: Millis,
  before: AudienceClocks['firstNoticeTo'],
): AudienceClocks['firstNoticeTo'] {
  const times = matrix?.audiences.flatMap((row): readonly [Audience, Millis][] => {
    const audience = audienceOfRow(row)
    const within = firstNoticeSpan(row, severity)
    const known = before[audience]
    if (within === null) return known === undefined ? [] : [[audience, known]]
    return [[audience, Math.min(known ?? Number.POSITIVE_INFINITY, at + within)]]
  })
  return times === undefined ? before : (Object.fromEntries(times) as AudienceClocks['firstNoticeTo'])
}

/** A resolved incident asks for nothing; one that is open again begins as it did. */
function afterStatus(
  state: AudienceClocks,
  event: EventOf<'status-changed'> | EventOf<'conflict-settled'>,
  { concurrency, milestones, method, severity }: IncidentHead,
): AudienceClocks {
  const status = statusAfter(concurrency, event, milestones.status)
  const changed = withChange(state, event.at, 'status')
  if (status === 'resolved') return { ...changed, firstNoticeTo: {}, putOffs: {} }
  if (milestones.status !== 'resolved') return changed
  return { ...changed, firstNoticeTo: firstNotices(method.method?.rules.audiences, severity.severity, event.at, {}) }
}
