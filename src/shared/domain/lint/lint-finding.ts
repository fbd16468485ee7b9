import type { Millis } from '../../lib/time'
import type { ComponentStatus, Stage } from '../update'

/** What the rules are called, in the order in which their findings are listed for one place of a text. */
export const lintRules = [
  'open-slot',
  'secret',
  'no-impact',
  'says-resolved',
  'internal-host',
  'ticket-id',
  'no-next-update',
  'past-next-update',
  'repair-time',
  'blame',
  'guess',
  'jargon',
  'long-sentence',
  'relative-time',
  'no-zone',
  'vague-users',
  'same-as-last',
  'exclamation',
  'emoji',
  'empty-phrase',
] as const
export type LintRule = (typeof lintRules)[number]

/**
 * [LN1] What a finding does: nothing leaves while one is `for-good` there; one that `blocks` needs a reason why it is
 * published anyway; one that `asks` is asked about once.
 */
export type LintLevel = (typeof lintLevels)[number]

/** Heaviest first. */
export const lintLevels = ['for-good', 'blocks', 'asks'] as const

export interface LintFinding {
  readonly rule: LintRule
  readonly level: LintLevel
  readonly field: 'title' | 'body'
  /** Of the field's UTF-16 units; the same where something is missing. */
  readonly from: number
  readonly to: number
  /** What its text needs, such as the number of words. Never a part of a secret. */
  readonly values: Readonly<Record<string, string | number>>
}

/** What a rule says of its place; the field and the level are added for all of them. */
export interface Remark extends Pick<LintFinding, 'rule' | 'from' | 'to'> {
  readonly values?: LintFinding['values']
  readonly level?: LintLevel
}

export interface LintedUpdate {
  readonly title: string
  readonly body: string
  readonly stage: Stage
  readonly incident: {
    readonly resolved: boolean
    /** Whether a cause is known. */
    readonly identified: boolean
    /** What customers see, by the name on the status page. */
    readonly components: Readonly<Record<string, ComponentStatus>>
  }
  /** IANA name of where its readers are: of two zones with the same letters it chooses. */
  readonly zone: string
  readonly now: Millis
  /** Whether customers of this incident are told when the next update comes, and what the record promises. */
  readonly nextUpdate: { readonly asked: boolean; readonly at: Millis | null }
  /** Body of the last update to the same audience. */
  readonly previous: string | null
}

/** [LN10] What the check does about a promised time of repair. */
export const repairTimes = ['off', 'warn', 'block'] as const

export interface LintSettings {
  readonly repairTime: (typeof repairTimes)[number]
}

export const defaultLintSettings: LintSettings = { repairTime: 'warn' }
