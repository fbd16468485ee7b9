import type { AlertGroup } from '../domain/alerts/group'
import type { NoiseRule } from '../domain/alerts/noise'
import type { NoiseRuleId } from '../domain/ids'

/** At most this many rows stand in `alerts`, and this many groups in `alertGroups`: no push carries a storm. */
export const MOST_ROWS = 300
export const MOST_GROUPS = 100

/** A noise rule in force, with what it keeps off the screen now. */
export interface HidingRule {
  readonly rule: NoiseRule
  readonly groups: number
  readonly alerts: number
}

/** All alerts as groups. */
export interface AlertGroups {
  /** The first of those that no rule hides, the loudest first, and how many more there are. */
  readonly groups: readonly AlertGroup[]
  readonly moreGroups: number
  /** Open rows of all groups, the hidden ones too: what is missing from `alerts` is the rest of these. */
  readonly open: number
  readonly hiding: readonly HidingRule[]
  /** Rules by the ids of the alerts that they hide; empty where more than MOST_ROWS are open: `alerts:rows` tells then. */
  readonly hiddenRows: Readonly<Record<string, NoiseRuleId>>
}

export const noGroups: AlertGroups = { groups: [], moreGroups: 0, open: 0, hiding: [], hiddenRows: {} }
