import type { Millis } from '../lib/time'
import type { EntryId, StrategyId, TeamId } from './ids'
import type { Said } from './strategy'

/** What the lead of a sub-team reported. */
export interface LeadReport {
  readonly id: StrategyId
  /** Empty: nothing new. */
  readonly text: string
  /** The line of the timeline that it was typed as; null: it was not. */
  readonly entry: EntryId | null
  /** Who recorded it, and when it was reported. */
  readonly said: Said
  /** When the next one is due after it; null: the method asked for none. */
  readonly nextAt: Millis | null
}

export interface TeamReports {
  readonly team: TeamId
  /** When the first one was due, whatever was reported since; null: the method asks for none. */
  readonly firstAt: Millis | null
  /** [RC5] All of them, because any may be retracted; by when they were reported, the newest last. */
  readonly reports: readonly LeadReport[]
}

export interface LeadReports {
  /** One for each sub-team that there is. */
  readonly leadReports: readonly TeamReports[]
}

export function reportsOf({ leadReports }: LeadReports, team: TeamId): TeamReports | undefined {
  return leadReports.find(one => one.team === team)
}

/** [RC1] When a team is to report; null: its incident's method asks for no reports. */
export function reportDueAt({ firstAt, reports }: Pick<TeamReports, 'firstAt' | 'reports'>): Millis | null {
  const times = [firstAt, ...reports.map(({ nextAt }) => nextAt)].filter(at => at !== null)
  return times.length === 0 ? null : Math.max(...times)
}

/** Of the deadline of a team's report. */
export function reportClockId(team: TeamId): string {
  return `${team}:report`
}
