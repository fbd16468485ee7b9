import { codeOf } from '../../domain/coded'
import type { OutboxItemId } from '../../domain/ids'
import type { IncidentHead, OutsideRequests } from '../../domain/incident'
import type { RecordedRequest, RequestStatus, VendorRequest } from '../../domain/vendor-request'
import { definePart } from './define-part'

export const outsidePart = definePart('outside', {
  initial: () => ({ acts: [] }),
  on: {
    'act-asked': (before, { at, body: { act, what } }, head) =>
      withAct(before, head, act, what, { state: 'waiting' }, { askedAt: at }),
    'act-done': (before, { body: { act, what, externalId, url } }, head) =>
      withAct(before, head, act, what, { state: 'done', externalId, url }),
    'act-failed': (before, { body: { act, what, reason, inDoubt = false, ...coded } }, head) =>
      withAct(before, head, act, what, { state: 'failed', reason, inDoubt, ...codeOf(coded) }),
    'act-superseded': (before, { body: { act, what } }, head) =>
      withAct(before, head, act, what, { state: 'superseded' }),
    // [OW3] Of two machines one may have doubted what the other had done.
    'act-unknown': (before, { body: { act, what, reason, ...coded } }, head) =>
      before.acts.some(({ id, standing }) => id === act && standing.state === 'done')
        ? before
        : withAct(before, head, act, what, { state: 'unknown', reason, ...codeOf(coded) }),
    'act-found-twice': ({ acts }, { body: { act, copies } }) => ({
      acts: acts.map(known =>
        known.id === act && known.standing.state === 'done'
          ? { ...known, standing: { ...known.standing, copies } }
          : known,
      ),
    }),
  },
})

/** One request's state set; a request that is not known yet is added. */
function withAct(
  { acts }: OutsideRequests,
  { workspace: { workspace } }: IncidentHead,
  id: OutboxItemId,
  what: VendorRequest,
  standing: RequestStatus,
  asked: Pick<RecordedRequest, 'askedAt'> = {},
): OutsideRequests {
  const act = { id, what, standing, ...asked }
  const isKnown = acts.some(known => known.id === id)
  // Asked for once more, it may have been done the first time.
  const next = isKnown
    ? acts.map(known => (known.id === id ? { ...act, ...askedFirst(known, asked) } : known))
    : [...acts, act]
  return { acts: workspace !== null ? withoutOldActs(next) : next }
}

function askedFirst({ askedAt }: RecordedRequest, asked: Pick<RecordedRequest, 'askedAt'>) {
  return askedAt === undefined ? asked : { askedAt }
}

/** [HL1] Settled requests that the folder's own stream remembers: years of them must not make each new one slow. */
const MOST_SETTLED = 200

/** The newest settled ones, and every one whose end is open. */
function withoutOldActs(acts: readonly RecordedRequest[]): readonly RecordedRequest[] {
  const settled = acts.filter(isSettled)
  if (settled.length <= MOST_SETTLED) return acts
  const old = new Set(settled.slice(0, settled.length - MOST_SETTLED).map(({ id }) => id))
  return acts.filter(({ id }) => !old.has(id))
}

function isSettled({ standing }: RecordedRequest): boolean {
  return standing.state === 'done' || standing.state === 'superseded' || standing.state === 'failed'
}
