import type { ContentHash } from './ids'

/**
 * [LN29] What a person let pass of a text when they published it. `text` is the hash of the whole message: another text
 * is not covered. Rules are names, because a newer version may have others.
 */
export interface Waiver {
  readonly text: ContentHash
  /** Rules that block, published anyway for `reason`; both empty where none was overridden. */
  readonly overrode: readonly string[]
  readonly reason: string
  /** Rules that ask, whose findings were seen. */
  readonly asked: readonly string[]
}
