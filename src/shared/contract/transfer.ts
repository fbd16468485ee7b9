import type { HandoffSection } from '../domain/handoff-sections'
import type { ContentHash } from '../domain/ids'
import type { Millis } from '../lib/time'

/** A line of a section: what it is about, what is said, and since when or from where; the texts may be empty. */
export interface SectionRow {
  readonly name: string
  readonly text: string
  readonly note: string
  /** `missing`: something is expected there. */
  readonly look: 'plain' | 'absent' | 'missing'
}

/** [TC2] A section of the handoff's first page as the record has it now. */
export interface TransferSection {
  readonly section: HandoffSection
  readonly title: string
  readonly rows: readonly SectionRow[]
  readonly digest: ContentHash
}

/** [TC2] What the next commander reads back. */
export interface TransferSections {
  /** Spans and ages in it are as of then. */
  readonly drawnAt: Millis
  /** In the order of the method. */
  readonly sections: readonly TransferSection[]
  /** Sections that were read back and say something else by now. */
  readonly changed: readonly HandoffSection[]
}
