import type { CodedValue } from '../domain/coded'
import type { Millis } from '../lib/time'

/** Why the last backup was not made. */
export type BackupTrouble =
  /** Bytes that must be free, and that are; 0: the disk itself reported that it is full. */
  | { readonly code: 'no-room'; readonly needs: number; readonly free: number }
  /** The system's own text; if it is ours, `coded` has it for the page's language. */
  | { readonly code: 'not-written'; readonly reason: string; readonly coded?: CodedValue | undefined }
  | { readonly code: 'unreadable'; readonly reason: string }

/** The backups that the engine makes by itself. */
export interface BackupState {
  /** Where they lie on the engine's machine. */
  readonly folder: string
  /** Null: there is none. */
  readonly newest: { readonly name: string; readonly at: Millis; readonly bytes: number } | null
  readonly count: number
  /** Null: the last one was made, or none was tried yet. */
  readonly trouble: BackupTrouble | null
}
