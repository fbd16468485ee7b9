import type { HeldCount } from '../domain/held'
import type { IncidentId } from '../domain/ids'
import type { ProvenPart } from '../domain/timeline'
import type { Millis } from '../lib/time'
import type { BackupTrouble } from './backups'

/** How an incident's log is damaged. */
export type DamageKind =
  /** An event does not fit the hash chain: it was edited or exchanged, or one before it was removed. */
  | 'altered'
  /** It cannot be read: the file is broken there, or it is of no kind that this version knows. */
  | 'unreadable'
  /** It ends too early: events that were there at its end are gone. */
  | 'cut'
  /**
   * [RK13] A head is not signed by the origin that it names, or is not in its chain: either may have been rewritten.
   */
  | 'bad-signature'

/** [IN2] Where an incident's log is damaged. Up to there it is proven, from there on it may only be read. */
export interface LogDamage extends ProvenPart {
  readonly what: DamageKind
  /** Place of the first event that is not proven, counted within the incident from 1. */
  readonly place: number
  /** Events that are gone; 0: it is not known that any are. */
  readonly missing: number
}

/** A broken part of the record's file: a table, or only its index, which can be rebuilt from the table. */
export interface DamagedPart {
  readonly table: string
  readonly index: boolean
}

/** Why a data folder takes nothing new: no room, a file system that is mounted for reading, or no right to write. */
export type UnwritableReason = 'full' | 'read-only' | 'not-allowed'

/** What is wrong with the record on the disk. */
export type RecordProblem =
  | {
      readonly kind: 'damaged'
      readonly incident: IncidentId
      readonly title: string | null
      /** [WS1] It is of the folder, and of no incident. */
      readonly ofFolder?: true
      readonly damage: LogDamage
    }
  /** Its row in the list of incidents was lost or wrong, and was rebuilt from its log, which is intact. */
  | { readonly kind: 'list-mended'; readonly incident: IncidentId; readonly title: string }
  /** The file with the last known length of each log is missing: truncation in the last run would not be noticed. */
  | { readonly kind: 'heads-lost'; readonly file: string }
  /** The number of events that were written and are missing, together with the data that named their incident. */
  | { readonly kind: 'events-missing'; readonly count: number }
  /** The number of logs that could not be checked in the background: their state is unknown until they are opened. */
  | { readonly kind: 'not-checked'; readonly count: number }
  /** [RK10] Events of another machine that are stored and forwarded, but not in what is shown. */
  | ({ readonly kind: 'held'; readonly incident: IncidentId; readonly title: string | null } & HeldCount & {
        /** The first of them. */
        readonly lines: readonly { readonly at: Millis; readonly text: string }[]
      })
  /** [IN10] SQLite finds its file broken there, in addition to what the logs show: writes may fail. */
  | { readonly kind: 'file-damaged'; readonly parts: readonly DamagedPart[] }
  /** [DF13] The folder could not be written to at the start: its record is only read. `again`: it can be by now. */
  | {
      readonly kind: 'folder-unwritable'
      readonly folder: string
      readonly why: UnwritableReason
      readonly again: boolean
    }
  /** The open file is no longer the one at the path: from here on nothing is saved. */
  | { readonly kind: 'folder-moved'; readonly folder: string }
  /** The record is whole, but its daily backup could not be made; it is tried again each hour. */
  | { readonly kind: 'backup-failed'; readonly newestAt: Millis | null; readonly trouble: BackupTrouble }
