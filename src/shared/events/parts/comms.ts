import type { ApprovalGiven, ApprovalSteps, ApprovedAnyway, ApprovedAs } from '../../domain/approval'
import { audienceIn } from '../../domain/audience'
import type { Claim, Claims } from '../../domain/claims'
import { codeOf } from '../../domain/coded'
import type { EventId, UpdateId } from '../../domain/ids'
import type { CustomerUpdates } from '../../domain/incident'
import { basisOf } from '../../domain/text-basis'
import { channelKey, type Delivery, type Update } from '../../domain/update'
import { nextClaims, SENT_BACK } from '../next-claims'
import { definePart } from './define-part'

export const commsPart = definePart('comms', {
  initial: () => ({ updates: [], published: {}, approvals: {}, proposedEdits: [] }),
  on: {
    'update-drafted': (comms, { by, body: { update: id, content, message = id, audience, wording } }, before) => {
      const reached = audience ?? audienceIn(content.channel, undefined)
      const draft: Update = {
        id,
        message,
        audience: reached,
        content,
        delivery: { state: 'drafted' },
        writtenBy: by,
        basis: basisOf({ ...before.severity, ...before.milestones, ...before.about }),
        ...(wording && { wording }),
      }
      return comms.updates.some(known => known.id === id)
        ? changed(comms, id, ({ facts }) => ({ ...draft, facts }))
        : { ...comms, updates: [...comms.updates, draft] }
    },
    'update-facts-typed': (comms, { body: { update, facts } }) => changed(comms, update, one => ({ ...one, facts })),
    // What was stated is newer than what an earlier update called it.
    'impact-stated': comms => ({
      ...comms,
      updates: comms.updates.map(one =>
        one.facts?.impact === undefined ? one : { ...one, facts: { service: one.facts.service } },
      ),
    }),
    // The engine resends what a person published, and let pass, before.
    'update-publishing': (comms, { by, body: { update, act, cancelUntil, waiver } }) =>
      changed(comms, update, known => ({
        ...known,
        delivery: { state: 'publishing', act, cancelUntil },
        ...(by.kind === 'person' && { sentBy: by }),
        ...(waiver && { waiver }),
      })),
    'update-asking': (comms, { at, body: { update, ...question } }) =>
      delivered(comms, update, { state: 'asking', at, ...question }),
    'update-placed': (comms, { at, body: { update, act, channel, into } }) => {
      const { [channelKey(channel)]: _, ...others } = comms.published
      const published = into === null ? others : { ...others, [channelKey(channel)]: into.externalId }
      return delivered({ ...comms, published }, update, { state: 'publishing', act, cancelUntil: at })
    },
    'update-cancelled': (comms, { body }) => delivered(comms, body.update, { state: 'drafted' }),
    'update-discarded': (comms, { body }) => delivered(comms, body.update, { state: 'discarded' }),
    'update-published': (comms, { at, body: { update, content, audience, externalId, url, entry } }) => ({
      ...changed(comms, update, known => ({
        ...known,
        audience,
        delivery: { state: 'published', at, externalId, url, entry },
      })),
      published: { ...comms.published, [channelKey(content.channel)]: externalId },
    }),
    'update-failed': (comms, { body: { update, act, reason, inDoubt = false, ...coded } }) => {
      const failed = delivered(comms, update, { state: 'failed', act, reason, inDoubt, ...codeOf(coded) })
      return inDoubt ? { ...failed, published: perhapsThere(comms, update) } : failed
    },
    'update-approval-asked': (comms, { at, by, body: { message, text, because } }) => {
      const given = comms.approvals[message]?.given ?? null
      // [AP10] The same text for another reason is to be read again.
      const anew = because !== undefined && given?.text === text && given.because !== because
      const asked = { by, at, text, because, anew }
      return { ...comms, approvals: { ...comms.approvals, [message]: { given, asked, sentBack: null } } }
    },
    'update-approved': (comms, event, { concurrency }) => {
      return judged(comms, event.body.message, nextClaims(concurrency, event), { event: event.id, ...event.body })
    },
    'update-sent-back': (comms, event, { concurrency }) => {
      const { at, by } = event
      const { message, text, note } = event.body
      const known = comms.approvals[message]
      const steps = { given: null, ...known, asked: null, sentBack: { by, at, text, note } }
      const noted = { ...comms, approvals: { ...comms.approvals, [message]: steps } }
      return judged(noted, message, nextClaims(concurrency, event))
    },
    'conflict-settled': (comms, event, { concurrency }) => {
      const { about } = event.body
      if (!about.startsWith('approval:')) return comms
      return judged(comms, about.slice('approval:'.length), nextClaims(concurrency, event))
    },
    'edit-proposed': (comms, { at, by, body: { edit: id, what } }) =>
      comms.proposedEdits.some(known => known.id === id)
        ? comms
        : { ...comms, proposedEdits: [...comms.proposedEdits, { id, what, by, at, judged: null }] },
    // [PE5] What one machine let go is on its way, whatever another one said of it meanwhile.
    'edit-judged': (comms, { at, by, body: { edit, verdict, as, note } }) => ({
      ...comms,
      proposedEdits: comms.proposedEdits.map(known =>
        known.id !== edit || known.judged?.verdict === 'approved'
          ? known
          : { ...known, judged: { verdict, by, at, note, as } },
      ),
    }),
    // [PE2] Found done by two machines, it is one edit.
    'act-done': (comms, { at, body: { act, what } }) =>
      what.kind !== 'update-edit'
        ? comms
        : changed(comms, what.update, known =>
            known.edits?.some(edit => edit.act === act)
              ? known
              : {
                  ...known,
                  content: { ...known.content, body: what.body },
                  edits: [...(known.edits ?? []), { act, at, before: what.before, why: what.why }],
                },
          ),
    // [OW3] Of two machines one may have doubted what the other had published.
    'update-unknown': (comms, { body: { update, act, reason, ...coded } }) =>
      changed(comms, update, known =>
        known.delivery.state === 'published'
          ? known
          : { ...known, delivery: { state: 'unknown', act, reason, ...codeOf(coded) } },
      ),
    'update-found-twice': (comms, { body: { update, copies } }) =>
      changed(comms, update, known =>
        known.delivery.state === 'published' ? { ...known, delivery: { ...known.delivery, copies } } : known,
      ),
  },
})

/**
 * [AP3] Of what was said at once the first in the order of the log counts until a person settles it.
 * @param latest the approval that was given just now, with the role in which it was given and what it let pass
 */
function judged(comms: CustomerUpdates, message: string, claims: Claims, latest?: Latest): CustomerUpdates {
  const sides = claims.approvals[message] ?? []
  const [first] = sides
  if (first === undefined) return comms
  const known: ApprovalSteps = { asked: null, given: null, ...comms.approvals[message] }
  // [AP10] Read again, it waits no longer.
  const asked = latest && known.asked ? { ...known.asked, anew: undefined } : known.asked
  const isBack = (side: Claim<string>) => side.value.startsWith(SENT_BACK)
  const sentBack = sides.some(isBack) ? (known.sentBack ?? null) : null
  const given = isBack(first) ? null : givenBy(first, known, latest)
  return { ...comms, approvals: { ...comms.approvals, [message]: { ...known, asked, given, sentBack } } }
}

interface Latest extends ApprovedAnyway {
  readonly event: EventId
  readonly as?: ApprovedAs | undefined
}

/** [AP4] [AP10] A claim is of a text; the role in which it was approved stays with it, and so does what was let pass. */
function givenBy(
  { event, by, at, value }: Claim<string>,
  { given }: ApprovalSteps,
  latest: Latest | undefined,
): ApprovalGiven {
  const known = given?.at === at && given.text === value ? given : undefined
  const { as, overrode, because } = (latest?.event === event ? latest : known) ?? {}
  return { by, at, text: value, as, overrode, because }
}

/** An update that is not known changes nothing. */
function changed(comms: CustomerUpdates, id: UpdateId, change: (update: Update) => Update): CustomerUpdates {
  return { ...comms, updates: comms.updates.map(known => (known.id === id ? change(known) : known)) }
}

function delivered(comms: CustomerUpdates, id: UpdateId, delivery: Delivery): CustomerUpdates {
  return changed(comms, id, known => ({ ...known, delivery }))
}

/** [UP5] If the first update may be out, the public incident may be there under an id that never reached us. */
function perhapsThere({ published, updates }: CustomerUpdates, id: UpdateId): CustomerUpdates['published'] {
  const update = updates.find(known => known.id === id)
  return update === undefined ? published : { [channelKey(update.content.channel)]: '', ...published }
}
