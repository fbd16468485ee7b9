import type { Millis } from '../lib/time'
import type { NoiseRule } from './alerts/noise'
import type { Actor } from './people'

/** [WS4] Whether the folder that this one is a copy of is gone, or still sends what was begun there. */
export const otherFolderStates = ['gone', 'runs'] as const
export type OtherFolderState = (typeof otherFolderStates)[number]

/** [WS4] A data folder that continues as another origin than wrote before, and what a person said of the other one. */
export interface CopiedFolder {
  /** The origin that it continues as. */
  readonly origin: string
  /** The one that wrote before; null: not known. */
  readonly from: string | null
  readonly noticedAt: Millis
  /** Null: not answered yet. */
  readonly answer: { readonly other: OtherFolderState; readonly by: Actor; readonly at: Millis } | null
}

/** [WS1] The state in the stream of the data folder: all that belongs to no incident. */
export interface WorkspaceState {
  /** Who wrote here last, as far as it was noted; null: nobody noted it. */
  readonly origin: string | null
  /** Null: the folder has been the same since its stream began. */
  readonly copied: CopiedFolder | null
  /** [OW1] Every origin that wrote here before, and what was said of its folder. */
  readonly before: readonly { readonly origin: string; readonly other: OtherFolderState | null }[]
  /** [AG15] Every rule there ever was, in the order in which they were set. */
  readonly rules: readonly NoiseRule[]
  /** Whether rules of before they were events are among them. */
  readonly carried: boolean
}

export const newWorkspace: WorkspaceState = { origin: null, copied: null, before: [], rules: [], carried: false }
