import { sha256 } from '../lib/sha256'
import type { Millis } from '../lib/time'
import type { ContentHash, UpdateId } from './ids'
import type { Actor } from './people'
import { channelKey, type Update } from './update'

/** [AP1] Who asked for the approval of a text, or gave it; `text` is its hash. */
export interface ApprovalStep {
  readonly by: Actor
  readonly at: Millis
  readonly text: string
}

/** [AP1] What the record has of a message's approval; null: it does not have that. */
export interface ApprovalSteps {
  readonly asked: ApprovalStep | null
  readonly given: ApprovalStep | null
}

/** [AP1] The status of a message's approval, for the text that it has now. */
export type Approval =
  | { readonly state: 'none' }
  | { readonly state: 'asked' | 'given' | 'withdrawn'; readonly by: Actor; readonly at: Millis }

/**
 * [AP1] Hash of all that a message says, and where: any change of it is another text. Renditions that were discarded are
 * no part of it.
 */
export function textOf(renditions: readonly Update[]): ContentHash {
  const parts = renditions
    .map(({ content, audience }) => {
      const { channel, title, body, status, components, notify, nextUpdateAt } = content
      const changes = Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))
      return [channelKey(channel), audience, title, body, status, changes, notify, nextUpdateAt] as const
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(JSON.stringify(parts)) as ContentHash
}

/** [AP1] `withdrawn`: it was asked for, or given, for another text than that which the message has now. */
export function approvalOf(
  message: UpdateId,
  renditions: readonly Update[],
  { approvals }: { readonly approvals: Readonly<Record<string, ApprovalSteps>> },
): Approval {
  const steps = approvals[message]
  if (steps === undefined) return { state: 'none' }
  const text = textOf(renditions)
  const { asked, given } = steps
  if (given?.text === text) return { state: 'given', by: given.by, at: given.at }
  if (asked?.text === text) return { state: 'asked', by: asked.by, at: asked.at }
  const last = given ?? asked
  return last === null ? { state: 'none' } : { state: 'withdrawn', by: last.by, at: last.at }
}
