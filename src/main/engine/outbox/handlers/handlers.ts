import type { ConnectionId } from '../../../../shared/domain/ids'
import type { EventDraft } from '../../../../shared/events/define'
import type { Millis } from '../../../../shared/lib/time'
import type { QueuedItem } from '../../storage/queued-items'
import { type ItemKind, itemOf, type OutboxItem } from '../item'
import type { ItemOutcome } from '../transitions'
import type { OutboxSender } from '../types'
import { annotationHandler } from './annotation'
import { chatArchiveHandler } from './chat-archive'
import { chatInviteHandler } from './chat-invite'
import { chatLinesHandler } from './chat-lines'
import { chatOpenHandler } from './chat-open'
import { chatPinHandler } from './chat-pin'
import { chatPostHandler } from './chat-post'
import { chatTopicHandler } from './chat-topic'
import { componentsSetHandler } from './components-set'
import type { Handler, HandlerDeps } from './handler'
import { maintenanceMoveHandler } from './maintenance-move'
import { maintenanceScheduleHandler } from './maintenance-schedule'
import { metricPointHandler } from './metric-point'
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
import { updateEditHandler } from './update-edit'

/** One for each kind of item: a new kind without one does not compile. */
const handlers: { readonly [Kind in ItemKind]: Handler<Kind> } = {
  update: updateHandler,
  annotation: annotationHandler,
  'chat-archive': chatArchiveHandler,
  'chat-invite': chatInviteHandler,
  'chat-lines': chatLinesHandler,
  'chat-open': chatOpenHandler,
  'chat-pin': chatPinHandler,
  'chat-post': chatPostHandler,
  'chat-topic': chatTopicHandler,
  'components-set': componentsSetHandler,
  'maintenance-move': maintenanceMoveHandler,
  'maintenance-schedule': maintenanceScheduleHandler,
  'metric-point': metricPointHandler,
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
  'update-edit': updateEditHandler,
}

/** A handler takes items of its own kind; which it is, is only known once the row is read. */
function opened(row: QueuedItem): { readonly item: OutboxItem<never>; readonly handler: Handler<never> } {
  const item = itemOf(row)
  return { item: item as OutboxItem<never>, handler: handlers[item.kind] as unknown as Handler<never> }
}

/** What the outbox sends with, whatever the kind of an item and the vendor. */
export function outboxSender(deps: HandlerDeps): OutboxSender {
  const by = <Result>(row: QueuedItem, use: (handler: Handler<never>, item: OutboxItem<never>) => Result): Result => {
    const { item, handler } = opened(row)
    return use(handler, item)
  }
  return {
    place: (row, signal) => by(row, (handler, item) => handler.place(item, deps, signal)),
    send: (row, signal) => by(row, (handler, item) => handler.send(item, deps, signal)),
    verify: (row, signal) => by(row, (handler, item) => handler.verify(item, deps, signal)),
    findCopies: (row, signal) => by(row, (handler, item) => handler.findCopies(item, deps, signal)),
    goesStale: row => opened(row).handler.goesStale,
    inSteps: row => by(row, (handler, item) => handler.inSteps(item)),
  }
}

/** What is logged of a row's transition. */
export function eventsOf(row: QueuedItem, outcome: ItemOutcome, now: Millis): readonly EventDraft[] {
  const { item, handler } = opened(row)
  return handler.toEvents(item, outcome, now)
}

/** The connection that a row is sent through. */
export function connectionOf(row: QueuedItem): ConnectionId {
  const { item, handler } = opened(row)
  return handler.connection(item)
}
