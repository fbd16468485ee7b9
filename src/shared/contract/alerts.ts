import type { AlertGroup } from '../domain/alerts/group'
import type { NoiseRule } from '../domain/alerts/noise'
import type { ListedAlert } from './alert-list'

/** At most this many alerts and this many groups are in a push: none carries a storm. */
export const MOST_ROWS = 300
export const MOST_GROUPS = 100

/** A suppression rule in force, with what it suppresses now. */
export interface HidingRule {
  readonly rule: NoiseRule
  readonly groups: number
  readonly alerts: number
}

/**
 * [SA15] All that is pushed to every session about alerts, of one moment: counts, groups and single alerts cannot
 * disagree. The rest of a storm is requested.
 */
export interface OpenAlerts {
  /** Grows with each change of an alert; answers about alerts have none, and are requested again when this grows. */
  readonly revision: number
  /** Open alerts, the hidden ones too. */
  readonly open: number
  /** How many of them fire. */
  readonly firing: number
  /** The first MOST_ROWS of them, the loudest and newest on top: all of them where there are no more. */
  readonly first: readonly ListedAlert[]
  /** The first groups that no rule hides, the loudest on top, and how many more there are. */
  readonly groups: readonly AlertGroup[]
  readonly moreGroups: number
  readonly hiding: readonly HidingRule[]
}

export const noAlerts: OpenAlerts = {
  ...{ revision: 0, open: 0, firing: 0, first: [], groups: [], moreGroups: 0, hiding: [] },
}
