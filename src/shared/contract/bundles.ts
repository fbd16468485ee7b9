import type { ConflictAbout } from '../domain/claims'
import type { EntryId, FileId, IncidentId } from '../domain/ids'
import type { RoleKey } from '../domain/people'
import type { Severity } from '../domain/severity'
import type { Status } from '../domain/status'
import type { EntryKind } from '../domain/timeline'
import type { Millis } from '../lib/time'

/** The ending of a bundle's name. */
export const BUNDLE_ENDING = '.quarterdeck'

/** Bytes of a bundle at most, on its way in and out. */
export const MOST_BUNDLE_BYTES = 512 * 1024 * 1024

/** Letters of a passphrase: fewer are guessed, more are no passphrase. */
export const passphraseLimits = { least: 8, most: 256 } as const

/** A bundle that was written, to be fetched by its name. */
export interface WrittenBundle {
  readonly file: FileId
  /** How the file is called where it is saved. */
  readonly name: string
  readonly bytes: number
  readonly events: number
}

/** Who wrote events of a bundle, and what of that is proven. */
export interface BundleWriter {
  /** The beginning of the hash of its key. */
  readonly origin: string
  /** As they call themselves: a signature proves a key, no name. */
  readonly names: readonly string[]
  readonly events: number
  /** How many of its events its key has signed: all, all but the last ones, or none. */
  readonly signed: 'all' | 'part' | 'none'
  /** `self`: this Quarterdeck. Null: its key was never seen here. Otherwise since when, by its own clock, and in how many incidents. */
  readonly known: 'self' | null | { readonly since: Millis; readonly incidents: number }
}

/** What of an incident a merge would change. Texts, not codes: a name, a title, a severity. */
export interface BundleChange {
  readonly what: 'severity' | 'status' | 'title' | 'impact' | 'updates' | 'sender' | 'role'
  /** Of `role` only. */
  readonly role?: RoleKey
  readonly from: string
  readonly to: string
}

export interface BundleLine {
  readonly id: EntryId
  readonly at: Millis
  readonly kind: EntryKind
  readonly who: string
  readonly text: string
}

/** What a bundle has, and what it would change here. Nothing of it was taken by looking. */
export interface BundleLook {
  readonly incident: IncidentId
  readonly drill: boolean
  readonly locked: boolean
  readonly title: string
  readonly severity: Severity
  readonly status: Status
  readonly impact: string
  readonly commander: string | null
  readonly declaredAt: Millis
  /** The newest event in it, by its writer's clock. */
  readonly lastAt: Millis
  readonly events: number
  readonly attachments: number
  readonly writers: readonly BundleWriter[]
  /** Events of a newer version, that do not read as what they say, and that would be held. */
  readonly newer: number
  readonly unparsed: number
  readonly held: number
  /** Of the newest lines, oldest first, and how many come before them. */
  readonly lines: readonly BundleLine[]
  readonly earlierLines: number
  /** Drafts, and requests to other systems that are not done: they are imported, and nothing sends them. */
  readonly unsent: number
  /** Null: this incident is not here. */
  readonly here: BundleHere | null
}

export interface BundleHere {
  readonly isOpen: boolean
  readonly fresh: number
  /** Events here that the bundle lacks. */
  readonly ahead: number
  readonly changes: readonly BundleChange[]
  /** What would be open for a person to settle, and is not open now. */
  readonly conflicts: readonly ConflictAbout[]
}

export interface TakenFile {
  readonly incident: IncidentId
  readonly added: number
  readonly known: number
  readonly held: number
}
