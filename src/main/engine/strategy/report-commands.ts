import type { Fault } from '../../../shared/contract/faults'
import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import { MOST_CUSTOMER_REPORTS } from '../../../shared/domain/customer-reports'
import { customersReported } from '../../../shared/events/customers-reported'
import type { EventDraft } from '../../../shared/events/define'
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
