import type { Fault } from '../../../shared/contract/faults'
import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import { MOST_CUSTOMER_REPORTS } from '../../../shared/domain/customer-reports'
import { customersReported } from '../../../shared/events/customers-reported'
import type { EventDraft } from '../../../shared/events/define'
import { leadReported } from '../../../shared/events/lead-reported'
import { reportCorrected } from '../../../shared/events/report-corrected'
import { ok, type Reply } from '../../../shared/lib/reply'
import {
  type CommandDecisions,
  changedSince,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'
import type { From } from './decision-commands'

export type ReportItem = Extract<StrategyItem, { readonly kind: 'report' }>

export type LeadReportItem = Extract<StrategyItem, { readonly kind: 'lead' }>

/** [CR4] */
export const reportCommands: CommandDecisions<'reports:correct'> = {
  'reports:correct': onIncident<'reports:correct'>((input, { record, now, by }) => {
    const { report, source, text, count, retracted, was } = input
    const known = record.incident.reports.find(({ id }) => id === report)
    if (known === undefined) return refused('report-gone')
    const conflict = changedSince(was, known.key)
    if (conflict !== undefined) return conflict
    const isSame = known.source === source && known.text === text && known.count === count
    if (isSame && (known.retracted !== null) === retracted) return refused('strategy-same')
    return decided(reportCorrected.draft({ report, source, text, count, retracted, was }, now, by))
  }),
}

/** [CR1] [CR2] */
export function reportEvents(
  { source, text, count, at }: ReportItem,
  { id: report, entry, at: saidAt }: From,
  { record, now, by }: IncidentSituation,
): Reply<readonly EventDraft[], Fault> {
  const { reports } = record.incident
  if (reports.some(known => known.id === report)) return refused('strategy-same')
  if (reports.length >= MOST_CUSTOMER_REPORTS) return refused('reports-full', { most: MOST_CUSTOMER_REPORTS })
  if (at !== null && at > now) return refused('time-to-come')
  return ok([customersReported.draft({ report, source, text, count, entry }, at ?? saidAt, by)])
}

/** [RC3] A report answers the clock of its team alone, no matter who records it. */
export function leadReportEvents(
  { team, text }: LeadReportItem,
  { id: report, entry, at }: From,
  { record, by }: IncidentSituation,
): Reply<readonly EventDraft[], Fault> {
  const { crew, leadReports } = record.incident
  const known = crew.teams.find(({ id }) => id === team)
  if (known === undefined) return refused('no-such-team')
  if (leadReports.some(({ reports }) => reports.some(({ id }) => id === report))) return refused('strategy-same')
  return ok([leadReported.draft({ report, team, name: known.name, text, entry }, at, by)])
}
