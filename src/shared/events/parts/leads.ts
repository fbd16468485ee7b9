import type { IncidentHead } from '../../domain/incident'
import type { LeadReport, LeadReports, TeamReports } from '../../domain/lead-reports'
import type { AdoptedMethod } from '../../domain/method/method-rules'
import { MINUTE, type Millis } from '../../lib/time'
import { definePart, type EventOf } from './define-part'
import { statusAfter } from './milestones'
import { whoAndWhen } from './who-and-when'

/** [RC1] When each sub-team is to report, and what it reported last: timestamps of the log, as all clocks are. */
export const leadsPart = definePart('leads', {
  initial: () => ({ leadReports: [] }),
  on: {
    'team-formed': ({ leadReports }, { at, body: { team } }, { method }) => ({
      leadReports: [
        ...leadReports.filter(one => one.team !== team),
        { team, firstAt: dueFrom(at, method.method), reports: [] },
      ],
    }),
    'team-ended': ({ leadReports }, { body: { team } }) => ({
      leadReports: leadReports.filter(one => one.team !== team),
    }),
    'lead-reported': ({ leadReports }, event, { method }) => {
      const { team, report: id, text, entry } = event.body
      const report = { id, text, entry, said: whoAndWhen(event), nextAt: dueFrom(event.at, method.method) }
      return { leadReports: leadReports.map(one => (one.team === team ? withReport(one, report) : one)) }
    },
    // [RC5]
    'entry-retracted': (state, { body: { entry } }) =>
      state.leadReports.some(({ reports }) => reports.some(one => one.entry === entry))
        ? { leadReports: state.leadReports.map(one => without(one, entry)) }
        : state,
    // [RC6] As with every clock, another method begins one or brings it nearer, and moves none further away.
    'method-adopted': (state, { at, body }) => {
      const next = dueFrom(at, body)
      return next === null ? state : { leadReports: state.leadReports.map(one => notAfter(one, next)) }
    },
    // [RC4] A report by a clock that was ahead is not later than all reports from now on.
    'clock-set': (state, { at, body: { by } }, { method }) =>
      by < 0 ? { leadReports: state.leadReports.map(one => notAhead(one, at, dueFrom(at, method.method))) } : state,
    'status-changed': afterStatus,
    'conflict-settled': (state, event, before) =>
      event.body.about === 'status' ? afterStatus(state, event, before) : state,
  },
})

function dueFrom(at: Millis, method: Pick<AdoptedMethod, 'rules'> | null): Millis | null {
  const minutes = method?.rules.leads
  return minutes === undefined ? null : at + minutes * MINUTE
}

function withReport(known: TeamReports, report: LeadReport): TeamReports {
  if (known.reports.some(({ id }) => id === report.id)) return known
  // Answered under a method that asks for none, it is not asked for again.
  const { firstAt, reports } = report.nextAt === null ? withoutClock(known) : known
  const after = reports.findLastIndex(({ said }) => said.at <= report.said.at) + 1
  return { ...known, firstAt, reports: reports.toSpliced(after, 0, report) }
}

function withoutClock({ team, reports }: TeamReports): TeamReports {
  return { team, firstAt: null, reports: reports.map(one => ({ ...one, nextAt: null })) }
}

function without(known: TeamReports, entry: LeadReport['entry']): TeamReports {
  return { ...known, reports: known.reports.filter(one => one.entry !== entry) }
}

function notAfter(known: TeamReports, next: Millis): TeamReports {
  const nearer = (at: Millis | null) => (at === null ? null : Math.min(at, next))
  const reports = known.reports.map(one => ({ ...one, nextAt: nearer(one.nextAt) }))
  return { ...known, firstAt: nearer(known.firstAt) ?? next, reports }
}

function notAhead(known: TeamReports, now: Millis, next: Millis | null): TeamReports {
  const reports = known.reports.map(one => ({ ...one, said: { ...one.said, at: Math.min(one.said.at, now) } }))
  return next === null ? { ...known, reports } : notAfter({ ...known, reports }, next)
}

/** [RC2] What was due while it was resolved is not late: the clocks of a reopened incident start again. */
function afterStatus(
  state: LeadReports,
  event: EventOf<'status-changed'> | EventOf<'conflict-settled'>,
  { concurrency, milestones, method }: IncidentHead,
): LeadReports {
  const status = statusAfter(concurrency, event, milestones.status)
  if (milestones.status !== 'resolved' || status === 'resolved' || state.leadReports.length === 0) return state
  const firstAt = dueFrom(event.at, method.method)
  return { leadReports: state.leadReports.map(one => ({ ...withoutClock(one), firstAt })) }
}
