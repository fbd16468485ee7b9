import type { ConnectionId } from '../../../../shared/domain/ids'
import type { EventDraft } from '../../../../shared/events/define'
import type { Millis } from '../../../../shared/lib/time'
import type { Act } from '../../storage/acts'
import { type ItemKind, itemOf, type OutboxItem } from '../item'
import type { Turn } from '../moves'
import type { Courier } from '../types'
import { annotationHandler } from './annotation'
import { chatOpenHandler } from './chat-open'
import { chatPinHandler } from './chat-pin'
import { chatPostHandler } from './chat-post'
import { chatTopicHandler } from './chat-topic'
import { componentsSetHandler } from './components-set'
import type { Handler, HandlerDeps } from './handler'
import { maintenanceMoveHandler } from './maintenance-move'
import { maintenanceScheduleHandler } from './maintenance-schedule'
import { pageAcknowledgeHandler } from './page-acknowledge'
import { pageAddRespondersHandler } from './page-add-responders'
import { pageCreateHandler } from './page-create'
import { pageEscalateHandler } from './page-escalate'
import { pageNoteHandler } from './page-note'
import { pageReassignHandler } from './page-reassign'
import { pageResolveHandler } from './page-resolve'
import { pageSnoozeHandler } from './page-snooze'
import { pageStatusUpdateHandler } from './page-status-update'
import { postmortemPublishHandler } from './postmortem-publish'
import { updateHandler } from './update'

/** One for each kind of item: a new kind without one does not compile. */
const handlers: { readonly [Kind in ItemKind]: Handler<Kind> } = {
  update: updateHandler,
  annotation: annotationHandler,
  'chat-open': chatOpenHandler,
  'chat-pin': chatPinHandler,
  'chat-post': chatPostHandler,
  'chat-topic': chatTopicHandler,
  'components-set': componentsSetHandler,
  'maintenance-move': maintenanceMoveHandler,
  'maintenance-schedule': maintenanceScheduleHandler,
  'page-acknowledge': pageAcknowledgeHandler,
  'page-add-responders': pageAddRespondersHandler,
  'page-create': pageCreateHandler,
  'page-escalate': pageEscalateHandler,
  'page-note': pageNoteHandler,
  'page-reassign': pageReassignHandler,
  'page-resolve': pageResolveHandler,
  'page-snooze': pageSnoozeHandler,
  'page-status-update': pageStatusUpdateHandler,
  'postmortem-publish': postmortemPublishHandler,
}

/** A handler takes items of its own kind; which it is, is only known once the row is read. */
function opened(row: Act): { readonly item: OutboxItem<never>; readonly handler: Handler<never> } {
  const item = itemOf(row)
  return { item: item as OutboxItem<never>, handler: handlers[item.kind] as unknown as Handler<never> }
}

/** What the outbox sends with, whatever the kind of an item and the vendor. */
export function courierOf(deps: HandlerDeps): Courier {
  const by = <Result>(row: Act, use: (handler: Handler<never>, item: OutboxItem<never>) => Result): Result => {
    const { item, handler } = opened(row)
    return use(handler, item)
  }
  return {
    place: (row, signal) => by(row, (handler, item) => handler.place(item, deps, signal)),
    send: (row, signal) => by(row, (handler, item) => handler.send(item, deps, signal)),
    lookUp: (row, signal) => by(row, (handler, item) => handler.lookUp(item, deps, signal)),
    findCopies: (row, signal) => by(row, (handler, item) => handler.findCopies(item, deps, signal)),
    goesStale: row => opened(row).handler.goesStale,
    inSteps: row => by(row, (handler, item) => handler.inSteps(item)),
  }
}

/** What the log is told of a row's move. */
export function eventsOf(row: Act, turn: Turn, now: Millis): readonly EventDraft[] {
  const { item, handler } = opened(row)
  return handler.toEvents(item, turn, now)
}

/** The connection that a row is sent through. */
export function connectionOf(row: Act): ConnectionId {
  const { item, handler } = opened(row)
  return handler.connection(item)
}
