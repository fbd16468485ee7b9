import { bodyErased } from '../../../shared/events/body-erased'
import type { ErasedReplacement } from '../../../shared/events/erased-event'
import { compareOrder, type OrderKey } from '../../../shared/events/order'
import type { IncidentEvent } from '../../../shared/events/registry'
import type { EventRow } from './event-row'
import { erasedEventOf } from './event-row'
import type { NamedPeople } from './named-people'

interface Noted {
  /** Null: it is held, so that what it says does not count yet; that it erased is proven all the same. */
  readonly key: OrderKey | null
  readonly body: ErasedReplacement['body']
  readonly by: string
  readonly at: number
}

/** [ER1] What one incident's own log says of the bodies that it no longer has. */
export class Erasures {
  readonly #noted = new Map<string, Noted>()

  /** Takes a row of the kind `body-erased`. Of two for one event the first in the order of all machines counts. */
  note(row: Pick<EventRow, 'body' | 'by' | 'at' | 'summary'>, key: OrderKey | null): void {
    const id = erasedBy(row.body)
    if (id === undefined) return
    const before = this.#noted.get(id)?.key
    if (before != null && (key === null || compareOrder(before, key) <= 0)) return
    this.#noted.set(id, { key, body: standInOf(row), by: row.by, at: row.at })
  }

  has(id: string): boolean {
    return this.#noted.has(id)
  }

  /** The body that replaces one, as JSON; undefined: none does. */
  insteadOf(id: string): string | undefined {
    const { instead } = this.#noted.get(id)?.body ?? {}
    return instead === undefined ? undefined : JSON.stringify(instead)
  }

  /** An erased row as it is folded. @throws where nothing here erases it */
  eventOf(row: EventRow, people: NamedPeople): IncidentEvent {
    const noted = this.#noted.get(row.id)
    if (noted === undefined) throw new Error(`Nothing says that event ${row.seq} is erased`)
    return erasedEventOf(row, people, { body: noted.body, by: people.actorOf(noted.by), at: noted.at })
  }
}

/** [RK6] Which event the body of one of the kind `body-erased` erases, in whatever version; undefined: it says none. */
export function erasedBy(body: string): string | undefined {
  try {
    const { event } = JSON.parse(body) as { readonly event?: unknown }
    return typeof event === 'string' ? event : undefined
  } catch {
    // No JSON: it erases nothing.
    return undefined
  }
}

/** What a newer version says in another form is shown by its summary. */
function standInOf({ body, summary }: Pick<EventRow, 'body' | 'summary'>): ErasedReplacement['body'] {
  const read = bodyErased.body.safeParse(JSON.parse(body))
  return read.success ? read.data : { standIn: summary ?? '', version: 1, reason: '' }
}
