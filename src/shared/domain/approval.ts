import { sha256 } from '../lib/sha256'
import type { Millis } from '../lib/time'
import { type Claims, openConflicts } from './claims'
import type { ContentHash, UpdateId } from './ids'
import { type Message, stillEditable } from './message'
import type { Actor } from './people'
import type { Staffed } from './responders'
import { channelKey, type Update, type UpdateContent } from './update'
import type { Waiver } from './waiver'

/** [AP4] In which capacity a text was approved: `alone`, nobody who could approve it was there. */
export type ApprovedAs = 'ic' | 'deputy' | 'alone'

/** [AP1] Who asked for the approval of a text, gave it or refused it; `text` is its hash. */
export interface ApprovalStep {
  readonly by: Actor
  readonly at: Millis
  readonly text: string
}

/** [AP8] `because`: why it is to be published although the check stops it; absent: nothing stops it, or it was asked before. */
export interface ApprovalAsked extends ApprovalStep {
  readonly because?: string | undefined
  /** [AP10] This text was approved before, for another reason. */
  readonly anew?: boolean | undefined
}

/** [AP4] `as` absent: by somebody without a role that approves, or by an earlier version. */
export interface ApprovalGiven extends ApprovalStep, ApprovedAnyway {
  readonly as?: ApprovedAs | undefined
}

/** [AP10] What the check stops, and who approved let pass; absent where it stopped nothing, or in an earlier version. */
export interface ApprovedAnyway {
  /** Rules by name: a newer version may have others. Absent: an earlier version did not keep them. */
  readonly overrode?: readonly string[] | undefined
  readonly because?: string | undefined
}

/** [AP6] `note`: what its writer should change; empty: nothing was said. */
export interface SentBack extends ApprovalStep {
  readonly note: string
}

/** [AP1] What the record has of a message's approval; null: it does not have that. */
export interface ApprovalSteps {
  readonly asked: ApprovalAsked | null
  readonly given: ApprovalGiven | null
  /** Until it is asked for again, or approved. */
  readonly sentBack?: SentBack | null
}

/** [AP1] The status of a message's approval, for the text that it has now. */
export type Approval =
  | { readonly state: 'none' }
  | { readonly state: 'asked'; readonly by: Actor; readonly at: Millis; readonly because?: string | undefined }
  | { readonly state: 'withdrawn'; readonly by: Actor; readonly at: Millis }
  | ({
      readonly state: 'given'
      readonly by: Actor
      readonly at: Millis
      readonly as?: ApprovedAs | undefined
    } & ApprovedAnyway)
  /** [AP6] `changed`: its text is another one since. */
  | {
      readonly state: 'sent-back'
      readonly by: Actor
      readonly at: Millis
      readonly note: string
      readonly changed: boolean
    }

/**
 * [AP1] Hash of all that a message says, and where: any change of it is another text. Renditions that were discarded are
 * no part of it. What an earlier version did not have is hashed only where it is there, so that an approval from before
 * still holds.
 */
export function textOf(renditions: readonly Update[]): ContentHash {
  const parts = renditions
    .map(({ content, audience }) => [channelKey(content.channel), audience, ...saidIn(content)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(JSON.stringify(parts)) as ContentHash
}

/** [UP15] Hash of what one part of a message says in its channel, whoever it is for. */
export function contentHash(content: UpdateContent): ContentHash {
  return sha256(JSON.stringify([channelKey(content.channel), ...saidIn(content)])) as ContentHash
}

function saidIn({ channel, stage, title, body, status, components, notify, nextUpdateAt, impact }: UpdateContent) {
  const changes = Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))
  // Nobody but who gets it as JSON reads the stage: elsewhere another one is the same text.
  const newer = [...(impact === undefined ? [] : [impact]), ...(channel.vendor === 'webhook' ? [stage] : [])]
  return [title, body, status, changes, notify, nextUpdateAt, ...newer] as const
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
  const { asked, given, sentBack } = steps
  if (given?.text === text && !isAskedAnew(asked, given)) {
    const { by, at, as, overrode, because = asked?.text === text ? asked.because : undefined } = given
    return { state: 'given', by, at, as, overrode, because }
  }
  if (asked?.text === text) return { state: 'asked', by: asked.by, at: asked.at, because: asked.because }
  if (sentBack) {
    const { by, at, note } = sentBack
    return { state: 'sent-back', by, at, note, changed: sentBack.text !== text }
  }
  const last = newestOf(asked, given)
  return last === null ? { state: 'none' } : { state: 'withdrawn', by: last.by, at: last.at }
}

/** [AP11] What fell is what was said last. */
function newestOf(asked: ApprovalAsked | null, given: ApprovalGiven | null): ApprovalStep | null {
  if (asked === null || given === null) return given ?? asked
  return asked.at > given.at ? asked : given
}

/** [AP10] The same text is to leave for another reason than the one it was approved with. */
function isAskedAnew(asked: ApprovalAsked | null, given: ApprovalGiven): boolean {
  return asked !== null && asked.text === given.text && asked.anew === true
}

/** [AP10] Whether an approval is also for what the check stops and for the reason to publish all the same. */
export function coversWaiver(
  { overrode, because = '' }: ApprovedAnyway,
  waiver: Pick<Waiver, 'overrode' | 'reason'>,
): boolean {
  if (waiver.overrode.length === 0) return true
  return waiver.reason === because && waiver.overrode.every(rule => overrode === undefined || overrode.includes(rule))
}

/** [AP4] As what a person may approve in this incident; undefined: they can only ask. */
export function approverRole(who: Actor, { roles, crew }: Staffed): 'ic' | 'deputy' | undefined {
  if (who.kind !== 'person') return undefined
  const { id } = who.responder
  if (roles.ic?.responder.id === id) return 'ic'
  return crew.deputies.ic?.responder.id === id ? 'deputy' : undefined
}

/** [AP4] Whether this person may say of a text that it can go, or not. @param needed whether it has to be approved */
export function maySayOfText(who: Actor | null, staffed: Staffed, needed: boolean): boolean {
  return !needed || (who !== null && approverRole(who, staffed) !== undefined)
}

/** [AP5] Every word of it is by somebody who could approve it: who wrote it has read it. */
export function isOwnText(renditions: readonly Update[], staffed: Staffed): boolean {
  return renditions.every(({ writtenBy }) => writtenBy !== undefined && approverRole(writtenBy, staffed) !== undefined)
}

/** [AP4] Whether an approval is one by a person who may give it, then or now. */
export function countsAsGiven(approval: Approval, staffed: Staffed): boolean {
  if (approval.state !== 'given') return false
  return approval.as !== undefined || approverRole(approval.by, staffed) !== undefined
}

/** [AP3] Machines that had not heard of each other approved different texts, or one sent back what the other approved. */
export function isDisputed(message: UpdateId, incident: { readonly claims: Claims }): boolean {
  return openConflicts(incident).some(({ about }) => about === `approval:${message}`)
}

/** [AP2] Whether any of it that has not left is for customers. */
export function goesToCustomers({ renditions }: Pick<Message, 'renditions'>): boolean {
  return isReadByCustomers({ renditions: stillEditable(renditions) })
}

/** [PE5] Whether any of it is for customers, of which another channel's text may be for colleagues. */
export function isReadByCustomers({ renditions }: Pick<Message, 'renditions'>): boolean {
  return renditions.some(({ audience }) => audience === 'customers')
}
