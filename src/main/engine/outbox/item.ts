import type { Audience } from '../../../shared/domain/audience'
import type { IncidentId, OutboxItemId, UpdateId } from '../../../shared/domain/ids'
import { channelKey, type UpdateContent } from '../../../shared/domain/update'
import { requestLane, type VendorRequest } from '../../../shared/domain/vendor-request'
import type { Millis } from '../../../shared/lib/time'
import type { NewQueuedItem, QueuedItem } from '../storage/queued-items'

/** A message to an audience, published in one channel. */
export interface UpdateToSend {
  readonly kind: 'update'
  readonly update: UpdateId
  readonly content: UpdateContent
  /** [UP9] Whom it reaches; absent in rows of earlier versions: all readers of its channel. */
  readonly audience?: Audience
}

export type RequestKind = VendorRequest['kind']

/** A request to a vendor. */
export interface RequestToSend<Kind extends RequestKind> {
  readonly kind: Kind
  readonly what: Extract<VendorRequest, { readonly kind: Kind }>
}

/** By kind, what an item sends; only its `kind` says which. */
type ByKind = { readonly update: UpdateToSend } & { readonly [Kind in RequestKind]: RequestToSend<Kind> }
export type ItemKind = keyof ByKind
export type ToSend = ByKind[ItemKind]

/** An item of the outbox: its row, and what it sends. */
export type OutboxItem<Kind extends ItemKind = ItemKind> = ByKind[Kind] & { readonly row: QueuedItem }

/** A request as an item sends it. */
export function requestToSend(what: VendorRequest): ByKind[RequestKind] {
  return { kind: what.kind, what } as ByKind[RequestKind]
}

/** Bodies of rows before they named their kind. */
type StoredBefore = { readonly what: VendorRequest } | Omit<UpdateToSend, 'kind'>

/** [OB22] What a row sends. Rows of earlier versions do not name their kind: those that send an update have no `what`. */
export function itemOf(row: QueuedItem): OutboxItem {
  const body = JSON.parse(row.body) as ToSend | StoredBefore
  if ('kind' in body) return { ...body, row } as OutboxItem
  const toSend = 'what' in body ? requestToSend(body.what) : { ...body, kind: 'update' }
  return { ...toSend, row } as OutboxItem
}

/** [OB9] [OB14] Items of one lane leave in their order: they concern the same thing at the vendor. */
export function laneOf(toSend: ToSend): string {
  return toSend.kind === 'update' ? channelKey(toSend.content.channel) : requestLane(toSend.what)
}

interface Asked {
  readonly id: OutboxItemId
  readonly incident: IncidentId
  readonly now: Millis
  /** Until then it can be called back. */
  readonly leavesAt: Millis
}

/** A row for what was just asked for. */
export function newItem({ id, incident, now, leavesAt }: Asked, toSend: ToSend): NewQueuedItem {
  return {
    ...{ id, incident, target: laneOf(toSend), body: JSON.stringify(toSend) },
    ...{ state: 'waiting', notBefore: leavesAt, attempts: 0, looks: 0, reason: '', createdAt: now, mayBeTwice: 0 },
  }
}
