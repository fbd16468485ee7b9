import type { StrategyId } from '../domain/ids'
import { type BoardItemKind, boardItemKinds } from '../domain/strategy'
import type { TimelineEntry } from '../domain/timeline'
import { isRecord, isText } from '../lib/read-json'

/** [SG11] As the line of an event has it: each event about an item has its id, under the name of the item's kind. */
export function boardItemOf(body: unknown): Pick<TimelineEntry, 'item'> {
  const kind = isRecord(body) ? boardItemKinds.find(one => isText(body[one])) : undefined
  return kind === undefined ? {} : { item: { kind, id: (body as Readonly<Record<BoardItemKind, StrategyId>>)[kind] } }
}
