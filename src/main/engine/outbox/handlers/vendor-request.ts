import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import type { EventDraft } from '../../../../shared/events/define'
import type { Millis } from '../../../../shared/lib/time'
import type { QueuedItem } from '../../storage/queued-items'
import type { OutboxItem, RequestKind, RequestToSend } from '../item'
import type { Delivered, OutgoingRequest } from '../types'
import type { Handler, HandlerDeps, RecordToWord } from './handler'
import { requestEvents } from './request-events'

type What<K extends RequestKind> = RequestToSend<K>['what']

/** In what a kind of request differs from the others. */
interface RequestTraits<K extends RequestKind> {
  /**
   * [OB15] Customer updates go stale and need a new decision; requests to responders' tools wait as long as they must.
   */
  readonly goesStale: boolean
  /** [OB16] Several requests, so that "not done" is never sure once it was tried. Absent: one. */
  inSteps?(what: What<K>): boolean
  /** What it says, worded from the record when it leaves. */
  text?(what: What<K>, record: RecordToWord): string
  /** What follows from it in the log, besides that it is done. */
  whenDone?(what: What<K>, delivered: Delivered, now: Millis): readonly EventDraft[]
}

/** The handler of a kind of request: carried to the vendor account that it names. */
export function vendorRequest<K extends RequestKind>(traits: RequestTraits<K>): Handler<K> {
  const { goesStale, inSteps, whenDone } = traits
  const whatOf = (item: OutboxItem<K>) => (item as unknown as RequestToSend<K>).what
  const open = (item: OutboxItem<K>, deps: HandlerDeps) => {
    const what = whatOf(item)
    const { id: act, incident }: QueuedItem = item.row
    const record = traits.text && deps.record(incident)
    const text = record && traits.text?.(what, record)
    const request: OutgoingRequest = { incident, item: act, what, now: deps.now(), ...(text !== undefined && { text }) }
    return { delivery: deps.requests(what.connection), request }
  }
  return {
    goesStale,
    inSteps: item => inSteps?.(whatOf(item)) ?? false,
    connection: item => whatOf(item).connection,
    place: async () => ({ place: 'settled' }),
    async send(item, deps, signal) {
      const { delivery, request } = open(item, deps)
      if (delivery === undefined) return { outcome: 'refused', fault: notConnected, again: false }
      return delivery.send(request, signal)
    },
    async verify(item, deps, signal) {
      const { delivery, request } = open(item, deps)
      if (delivery === undefined) return { found: 'unknown', fault: notConnected, forGood: false }
      return delivery.verify(request, signal)
    },
    async findCopies(item, deps, signal) {
      const { delivery, request } = open(item, deps)
      return (await delivery?.findCopies(request, signal)) ?? { look: 'never' }
    },
    toEvents(item, outcome, now) {
      const what = whatOf(item)
      const follows = outcome.outcome === 'delivered' ? (whenDone?.(what, outcome.delivered, now) ?? []) : []
      return [...requestEvents(item.row, what, outcome, now), ...follows]
    },
  }
}

const notConnected: VendorFault = {
  kind: 'unreachable',
  ...coded('not-connected'),
}
