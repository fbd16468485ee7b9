import type { Millis } from '../../lib/time'
import type { Severity } from '../severity'

/** Letters of one text of a question. */
export const LONGEST_TERM = 200
/** Texts of one kind in a question. */
export const MOST_TERMS = 16

/** Services, and alerts, that an open incident is compared by. */
export const MOST_COMPARED = 50

/** A word or a phrase. `whole`: as it is written; otherwise its last word may go on. */
export interface SoughtText {
  readonly text: string
  readonly whole: boolean
}

/** [AV2] What is looked for in the archive. An incident has to have all of it; what is empty or null is not asked. */
export interface ArchiveQuestion {
  /** Anywhere in it. */
  readonly words: readonly SoughtText[]
  readonly people: readonly SoughtText[]
  readonly services: readonly SoughtText[]
  readonly alerts: readonly SoughtText[]
  /** One of these is the most severe that it was. */
  readonly severities: readonly Severity[]
  readonly status: 'open' | 'ended' | null
  /** It began at this instant or later. */
  readonly from: Millis | null
  /** It began before this instant. */
  readonly to: Millis | null
}

export const everything: ArchiveQuestion = {
  ...{ words: [], people: [], services: [], alerts: [], severities: [] },
  ...{ status: null, from: null, to: null },
}
