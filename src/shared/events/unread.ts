import type { LineChange } from '../domain/timeline'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import type { LoggedEvent } from './define'
import { automaticLine, failureLine } from './line'

/** What an event changes, for a reader that does not know its kind. */
export type EventEffect = 'none' | 'line' | 'head'

export interface UnreadBody {
  /** Its real kind and version. */
  readonly kind: string
  readonly version: number
  /** One plain line from its writer; may be empty. */
  readonly summary: string
  readonly effect: EventEffect
  /**
   * `newer`: this version does not know the kind or version. `unparsed`: its body does not have the form of its kind.
   * `erased`: its body is gone, and `summary` replaces it.
   */
  readonly why: 'newer' | 'unparsed' | 'erased'
}

/** [FO6] An event that this version cannot read: it stays in the log as it is, and this is what is shown of it. */
export type UnreadEvent = LoggedEvent<'unread', UnreadBody>

export function unreadLine(event: UnreadEvent): LineChange | undefined {
  const { kind, summary, effect, why } = event.body
  if (why === 'unparsed')
    return failureLine(event, 'note', () =>
      t(texts.lines.unparsed, { kind, summary: summary || texts.lines.noSummary }),
    )
  if (effect === 'none') return undefined
  if (why === 'erased') return automaticLine(event, 'note', () => summary)
  return automaticLine(event, 'note', () => t(texts.lines.newer, { summary: summary || kind.replaceAll('-', ' ') }))
}
