import type { Audience } from '../domain/audience'
import type { CodedReason } from '../domain/coded'
import type { ContentHash } from '../domain/ids'
import type { LintFinding } from '../domain/lint/lint-finding'
import type { Severity } from '../domain/severity'
import type { Status } from '../domain/status'
import type { Stage } from '../domain/update'
import type { Millis } from '../lib/time'
import type { CodedText } from './coded-text'

/** A finding in a draft, with the labels of the channels whose text has it. */
export interface CheckedFinding extends LintFinding {
  readonly channels: readonly string[]
}

/** [LN30] What a person answers before a draft is published: nothing that was let pass for this very text before. */
export interface PublishCheck {
  /** Hash of what was checked. */
  readonly text: ContentHash
  readonly findings: readonly CheckedFinding[]
}

/** Channels that one message goes to at once. */
export const MOST_CHANNELS = 20

export interface TemplateInfo {
  readonly name: string
  readonly title: string
  readonly stage: Stage
  /** Whom its words are for. */
  readonly audience: Audience
  /** [TM11] Of which severities it is; absent: of all. */
  readonly severities?: readonly Severity[] | undefined
  /** [TM14] Of its file as it is used; absent: it was never whole. */
  readonly version?: string
  /** [TM9] Why its file as it is now is not used, with line and column; absent: nothing is wrong. */
  readonly problem?: CodedText
}

/** One field of a template, with the place its value came from. */
export interface FilledField extends CodedReason {
  readonly name: string
  readonly label: string
  /** Which fact of the record fills it; absent: none does. */
  readonly from?: string
  readonly value: string
  /** Such as "impact of the incident"; empty when typed by the writer. */
  readonly source: string
  readonly missing: boolean
}

/** A template filled from an incident. A missing field is `⟦label⟧` in the text and blocks publishing. */
export interface FilledTemplate {
  readonly template: string
  /** [TM14] Of the file that it was filled from. */
  readonly version: string
  readonly stage: Stage
  readonly title: string
  readonly body: string
  readonly status: Status
  readonly fields: readonly FilledField[]
  readonly nextUpdateAt: Millis | null
}
