import type { Attachment } from '../../../shared/domain/attachment'
import type { Millis } from '../../../shared/lib/time'

/**
 * A document as a tree of blocks: built once from the record, written by one writer per format. It holds meaning, never
 * markup: what a person or another system wrote is `typed`, so that each writer isolates and escapes it in its own way.
 */
export interface DocumentTree {
  /** Of the file or the window. Plain text. */
  readonly title: string
  /** Above everything else, loud: this is a drill. */
  readonly banner: string | null
  readonly kind: string
  readonly asOf: Moment
  readonly badge: { readonly text: string; readonly look: string }
  readonly heading: TypedPiece
  /** The state in three or four facts. */
  readonly strip: readonly Fact[]
  readonly warning: string | null
  /** How old what it says is: of the record, and of what other systems showed. */
  readonly age: InlineText
  readonly over: boolean
  readonly blocks: readonly Block[]
  readonly footer: string
}

/** A document as a file: text, or bytes in base64 where the format is none of text. */
export interface WrittenFile {
  readonly text: string
  readonly encoding?: 'base64'
}

export type Block =
  | FirstPage
  | Section
  | Columns
  | Callout
  | FactsBlock
  | Cards
  | Table
  | List
  | Quotations
  | Lines
  | TimelineBlock
  | TextBlock
  | Absent

/** What is read before anything else, so short that it is on one sheet of paper where the record allows it. */
export interface FirstPage {
  readonly block: 'first-page'
  readonly blocks: readonly Block[]
}

export interface Section {
  readonly block: 'section'
  readonly title: string
  readonly look?: string
  readonly blocks: readonly Block[]
}

/** Blocks that are side by side if there is room, and below each other if there is none. */
export interface Columns {
  readonly block: 'columns'
  readonly look: 'split' | 'due' | 'columns'
  readonly blocks: readonly Block[]
}

/** What must be read first: what is missing, or that nothing is. */
export interface Callout {
  readonly block: 'callout'
  readonly tone: 'bad' | 'good'
  readonly title: string
  readonly items: readonly { readonly name: string; readonly advice: string }[]
  readonly note: string
}

/** Names with their values. */
export interface FactsBlock {
  readonly block: 'facts'
  readonly look: 'answers' | 'answers crew' | 'sources'
  readonly facts: readonly Fact[]
  /** Where all of them come from. */
  readonly source?: InlineText
}

export interface Fact {
  readonly name: Inline
  readonly value: InlineText | TextBlock | Absent | List
  /** In smaller letters: since when, from where, how old. */
  readonly note?: InlineText
  readonly look?: string
}

/** Facts that are read from a distance: each a card with its own title. */
export interface Cards {
  readonly block: 'cards'
  readonly title: string
  readonly cards: readonly Fact[]
}

/** Rows of the same cells. A document for people shows them as cards. */
export interface Table {
  readonly block: 'table'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Cell {
  readonly line: InlineText
  /** An unassigned role: `loud` where it must be filled, `quiet` where it may stay open. */
  readonly absent?: 'loud' | 'quiet'
}

export interface List {
  readonly block: 'list'
  readonly look: 'lines' | 'plain'
  readonly items: readonly InlineText[]
  readonly none: string
  /** [HD14] In order of time: where it is long, its newest are what is read first. */
  readonly first?: 'newest'
}

/** A message to people: its text, where, when, and whether it is out. */
export interface Quotations {
  readonly block: 'quotations'
  readonly quotations: readonly Quotation[]
  readonly none: string
}

export interface Quotation {
  readonly title: Link | null
  readonly tag: string
  readonly look: string
  readonly text: string
  readonly source: InlineText
}

/** Chosen lines of the timeline. */
export interface Lines {
  readonly block: 'lines'
  readonly lines: readonly EntryLine[]
  readonly none: string
  /** [HD14] Where the earlier ones are. */
  readonly earlier?: InlineText
}

/** Every line, day by day. */
export interface TimelineBlock {
  readonly block: 'timeline'
  readonly days: readonly { readonly day: string; readonly lines: readonly EntryLine[] }[]
  readonly none: string
}

export interface EntryLine {
  readonly at: Moment
  readonly kind: string
  readonly text: string
  readonly by: string
  readonly pinned: boolean
  readonly automatic: boolean
  readonly struck: boolean
  /** Who retracted or erased it, and why. */
  readonly notes: readonly InlineText[]
  /** Its wordings before, the oldest first. */
  readonly earlier: readonly string[]
  readonly pictures: readonly Attachment[]
}

/** A person's text, with its line breaks. */
export interface TextBlock {
  readonly block: 'text'
  readonly text: string
}

/** The text for an empty value: `loud` where something is expected. */
export interface Absent {
  readonly block: 'absent'
  readonly text: string
  readonly tone: 'loud' | 'quiet'
}

/** Our own texts are strings; everything else has a kind. */
export type Inline = string | TypedPiece | Moment | Link | Strong | Small
export type InlineText = readonly Inline[]

export interface TypedPiece {
  readonly typed: string
}

export interface Moment {
  readonly at: Millis
  readonly shown: string
}

export interface Link {
  readonly link: string
  readonly url: string | null
}

export interface Strong {
  readonly strong: InlineText
  readonly look?: string
}

export interface Small {
  readonly small: InlineText
}

export const typed = (text: string): TypedPiece => ({ typed: text })
export const moment = (at: Millis, shown: string): Moment => ({ at, shown })
export const absent = (text: string, tone: Absent['tone']): Absent => ({ block: 'absent', text, tone })
export const section = (title: string, blocks: readonly Block[], look?: string): Section => ({
  block: 'section',
  title,
  blocks,
  ...(look === undefined ? {} : { look }),
})

/** A person's text, or the text shown if there is none. */
export function textOr(text: string, none: string): TextBlock | Absent {
  return text === '' ? absent(none, 'loud') : { block: 'text', text }
}
