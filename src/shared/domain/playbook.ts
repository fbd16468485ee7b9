import type { RecordFact } from './method/method-measures'
import type { PlaybookOpens } from './method/playbook-file'
import type { Role } from './people'
import type { Severity } from './severity'
import type { Said } from './strategy'

export interface PlaybookItem {
  readonly id: string
  readonly text: string
  /** Absent: it is everybody's. */
  readonly role?: Role | undefined
  /** What of the record ticks it; absent: only a person does. */
  readonly by?: RecordFact | undefined
  readonly opens?: PlaybookOpens | undefined
}

export interface PlaybookPhase {
  readonly id: string
  readonly text: string
  readonly within?: number | undefined
  readonly begins?: RecordFact | undefined
  readonly items: readonly PlaybookItem[]
}

/** `unneeded`: it does not apply to this incident. */
export const playbookMarks = ['done', 'unneeded', 'open'] as const
export type PlaybookMark = (typeof playbookMarks)[number]

export interface MarkedItem extends Said {
  readonly mark: Exclude<PlaybookMark, 'open'>
}

/** A playbook as an incident has it: its phases are in the log, so that it reads the same on every machine. */
export interface PlaybookRun {
  /** The file's name without its ending. */
  readonly key: string
  readonly version: string
  readonly title: string
  readonly phases: readonly PlaybookPhase[]
  readonly started: Said
  /** By item. */
  readonly marks: Readonly<Record<string, MarkedItem>>
  /** [PB4] The phase that a person moved to last; null: nobody did. */
  readonly moved: (Said & { readonly phase: string }) | null
  /** Null: it runs. */
  readonly ended: (Said & { readonly reason: string }) | null
}

export interface Playbooks {
  /** In the order in which they were begun. */
  readonly playbooks: readonly PlaybookRun[]
}

/** A playbook that can be begun. */
export interface KnownPlaybook {
  readonly key: string
  readonly version: string
  readonly from: 'shipped' | 'team'
  readonly title: string
  readonly about: string
  readonly offered: {
    readonly severities?: readonly Severity[] | undefined
    readonly words?: readonly string[] | undefined
  }
  readonly phases: readonly PlaybookPhase[]
}
