import type { CodedReason, CodedValue } from '../domain/coded'

/** What a client sees of a dashboard before any of it is pinned. */

export interface FoundDashboard {
  readonly uid: string
  readonly title: string
  readonly folder: string
}

export interface DashboardSlice {
  readonly found: readonly FoundDashboard[]
  /** There is another page. */
  readonly more: boolean
}

export interface VariableChoice extends CodedReason {
  readonly name: string
  readonly label: string
  /** A text is typed; the others are chosen. */
  readonly kind: 'choice' | 'text'
  readonly multi: boolean
  readonly options: readonly { readonly text: string; readonly value: string }[]
  readonly chosen: readonly string[]
  /** What is wrong with it; empty for nothing. */
  readonly problem: string
}

export interface PanelChoice extends CodedReason {
  readonly key: string
  readonly title: string
  readonly type: string
  /** Why it cannot be pinned; empty: it can. */
  readonly reason: string
  /** Of a text panel, what it says, as plain text of several lines. */
  readonly text?: string | undefined
  readonly notes: readonly string[]
  /** The same note by note, with codes where they are ours. */
  readonly codedNotes?: readonly CodedValue[]
}

export interface DashboardView {
  readonly title: string
  readonly variables: readonly VariableChoice[]
  readonly rows: readonly { readonly title: string; readonly panels: readonly PanelChoice[] }[]
}

export interface Pinned {
  readonly pinned: number
  readonly left: readonly (CodedReason & { readonly title: string; readonly reason: string })[]
}

/** The value of a variable that means all. */
export const ALL_VALUES = '$__all'
/** Characters of a dashboard that is taken. The largest that are known have half of it. */
export const MOST_DASHBOARD_TEXT = 900_000
/** Charts that the settings hold. */
export const MOST_PANELS = 200
