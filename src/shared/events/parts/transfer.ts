import type { Transfer, Transfers } from '../../domain/transfer'
import type { LoggedEvent } from '../define'
import { definePart } from './define-part'

/** [TC1] Transfers of command, the overlap after the last, and the time zones of those who take part. */
export const transferPart = definePart('transfer', {
  initial: () => ({ transfers: [], overlap: null, timeZones: {} }),
  on: {
    'transfer-prepared': (before, event) => {
      const { transfer: id, from, since, to, note, incidents } = event.body
      if (before.transfers.some(known => known.id === id)) return before
      const prepared = { preparedAt: event.at, preparedBy: event.by, read: {}, end: null }
      const transfers = [...before.transfers, { id, from, since, to, note, incidents, ...prepared }]
      return zoned({ ...before, transfers }, event)
    },
    'transfer-read': (before, event) => {
      const { at, by } = event
      const { section, drawnAt, digest } = event.body
      const read = { [section]: { at, by, drawnAt, digest } }
      return zoned(
        changed(before, event, known => ({ ...known, read: { ...known.read, ...read } })),
        event,
      )
    },
    // [TC4] Of one that was accepted too, elsewhere, the roles have the conflict.
    'transfer-ended': (before, event) => {
      const { at, by } = event
      const { as, reason } = event.body
      return changed(before, event, known => (known.end === null ? { ...known, end: { as, at, by, reason } } : known))
    },
    'transfer-accepted': (before, event) => {
      const { at, by } = event
      const { transfer, from, to, reason, overlapUntil } = event.body
      const known = before.transfers.find(({ id }) => id === transfer)
      if (known === undefined || known.end?.as === 'accepted') return before
      const overlap = { transfer, giver: from, to, until: overlapUntil, endedAt: null }
      const ended = changed(before, event, one => ({ ...one, end: { as: 'accepted', at, by, reason } }))
      return zoned({ ...ended, overlap }, event)
    },
    'overlap-ended': (before, { at, body: { transfer } }) => {
      const { overlap } = before
      const ends = overlap !== null && overlap.transfer === transfer && overlap.endedAt === null
      return ends ? { ...before, overlap: { ...overlap, endedAt: at } } : before
    },
  },
})

function changed(
  before: Transfers,
  { body: { transfer } }: { readonly body: { readonly transfer: string } },
  change: (known: Transfer) => Transfer,
): Transfers {
  if (!before.transfers.some(({ id }) => id === transfer)) return before
  return { ...before, transfers: before.transfers.map(known => (known.id === transfer ? change(known) : known)) }
}

/** [TC8] The zone of the person who wrote the event. */
function zoned(
  transfers: Transfers,
  { by, body: { zone } }: Pick<LoggedEvent<string, { readonly zone?: string | undefined }>, 'by' | 'body'>,
): Transfers {
  if (by.kind !== 'person' || zone === undefined) return transfers
  return { ...transfers, timeZones: { ...transfers.timeZones, [by.responder.id]: zone } }
}
