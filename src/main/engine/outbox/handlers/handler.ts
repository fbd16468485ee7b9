import type { ConnectionId, EntryId, IncidentId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import type { TimelineEntry } from '../../../../shared/domain/timeline'
import type { EventDraft } from '../../../../shared/events/define'
import type { Millis } from '../../../../shared/lib/time'
import type { ItemKind, OutboxItem } from '../item'
import type { ItemOutcome } from '../transitions'
import type {
  CopiesOutcome,
  PlaceOutcome,
  RequestDelivery,
  SendOutcome,
  UpdateDelivery,
  VerificationOutcome,
} from '../types'

/** What a request that is worded from the record may read of it. */
export interface RecordToWord {
  readonly incident: Incident
  line(id: EntryId): TimelineEntry | undefined
}

/** What handlers send with and ask. */
export interface HandlerDeps {
  incident(id: IncidentId): Incident | undefined
  record(id: IncidentId): RecordToWord | undefined
  /** Undefined: not connected any more, or it cannot do that. */
  updates(connection: ConnectionId): UpdateDelivery | undefined
  requests(connection: ConnectionId): RequestDelivery | undefined
  now(): Millis
}

/** Everything about one kind of item; the outbox itself knows none of them. */
export interface Handler<Kind extends ItemKind> {
  /** [OB15] Whether a person must be asked again when it could not leave for long. */
  readonly goesStale: boolean
  /** [OB16] Whether a part of it may be done where the whole was refused. */
  inSteps(item: OutboxItem<Kind>): boolean
  connection(item: OutboxItem<Kind>): ConnectionId
  /** Before it leaves: where it goes. Sends nothing. */
  place(item: OutboxItem<Kind>, deps: HandlerDeps, signal: AbortSignal): Promise<PlaceOutcome>
  send(item: OutboxItem<Kind>, deps: HandlerDeps, signal: AbortSignal): Promise<SendOutcome>
  verify(item: OutboxItem<Kind>, deps: HandlerDeps, signal: AbortSignal): Promise<VerificationOutcome>
  /** [OB21] */
  findCopies(item: OutboxItem<Kind>, deps: HandlerDeps, signal: AbortSignal): Promise<CopiesOutcome>
  /** The events that log its outcome. */
  toEvents(item: OutboxItem<Kind>, outcome: ItemOutcome, now: Millis): readonly EventDraft[]
}
