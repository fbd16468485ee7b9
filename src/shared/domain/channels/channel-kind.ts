import type { Status } from '../status'

/** Who reads a channel: those outside, or the people of one's own house. */
export const readers = ['customers', 'colleagues'] as const
export type Readers = (typeof readers)[number]

export interface ChannelMessage {
  readonly title: string
  readonly body: string
  readonly status: Status
}

/** A part of a message as its readers see it, from top to bottom. */
export interface PreviewPart {
  readonly part: 'title' | 'status' | 'body'
  readonly text: string
}

/** How long a text is where it goes, and how long it may be. */
export interface CountedText {
  readonly count: number
  readonly most: number
}

/** All that the code asks of a kind of channel: nothing else distinguishes one vendor's from another's. */
export interface ChannelKind {
  readonly readers: Readers
  /** What it takes whole, in code points, however the text is escaped on its way. */
  readonly limits: { readonly title: number; readonly body: number }
  /** Whether a message may change what is shown of components. */
  readonly components: boolean
  /** [PE1] [PE7] Whether an update can be edited where it stands; absent: it cannot. */
  readonly editable?: true
  /** [PE1] Whether a time of ours is displayed with an update there; absent: it shows when it was posted. */
  readonly displayedTime?: true
  /** [SP26] Whether a message says how bad it is as a whole; absent: it does not. */
  readonly impact?: true
  /** Whether a message may also go out as mail. */
  readonly mail: boolean
  /** Whether texts are prepared there. */
  readonly preparedTexts: boolean
  /** Whether an incident that is over can have its postmortem there. */
  readonly postmortem: boolean
  /** Whether war rooms are opened and written to there. */
  readonly rooms: boolean
  /** A person posts it, not we: we only prepare the text. */
  readonly byHand?: true
  /** How long a body is where it goes, counted as it is counted there; absent: in code points, up to the limit. */
  measure?(body: string): CountedText
  preview(text: ChannelMessage): readonly PreviewPart[]
}
