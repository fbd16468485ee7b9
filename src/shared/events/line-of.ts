import type { Erasure, LineChange } from '../domain/timeline'
import type { UnfoldedReason, VoidReason } from '../domain/unfolded'
import { unreachable } from '../lib/unreachable'
import { failureLine } from './line'
import { definitionOf, type IncidentEvent, type KnownEvent } from './registry'
import { unreadLine } from './unread'

/** What an event, which is shown, does to the timeline. A void wish says so in its line, and an event that fails here still has one. */
export function lineOf(event: IncidentEvent, because: UnfoldedReason | undefined): LineChange | undefined {
  const change = wholeLineOf(event, because)
  return event.erased === undefined || change === undefined ? change : marked(change, event.erased)
}

/** [ER1] The line says that something in it was erased. */
function marked(change: LineChange, erasure: Erasure): LineChange {
  if (change.change === 'added') return { ...change, entry: { ...change.entry, erasure } }
  return { ...change, amend: entry => ({ ...change.amend(entry), erasure }) }
}

function wholeLineOf(event: IncidentEvent, because: UnfoldedReason | undefined): LineChange | undefined {
  if (event.kind === 'unread') return unreadLine(event)
  if (because?.as === 'failed') return failedLine(event)
  try {
    const line = definitionOf(event.kind).line(event)
    return because?.as === 'void' ? voidLine(event, line, voidWords(because.reason)) : line
  } catch {
    return failedLine(event)
  }
}

function voidLine(event: KnownEvent, line: LineChange | undefined, why: string): LineChange {
  const text = line?.change === 'added' ? line.entry.text : event.kind.replaceAll('-', ' ')
  const kind = line?.change === 'added' ? line.entry.kind : 'note'
  return failureLine(event, kind, `Void, because ${why}: ${text}`)
}

function failedLine(event: KnownEvent): LineChange {
  return failureLine(event, 'note', `An event of the kind ${event.kind} could not be read into this record`)
}

function voidWords(reason: VoidReason): string {
  switch (reason) {
    case 'role-gone':
      return 'the incident no longer has that role'
    case 'holds-the-role':
      return 'they hold the role itself'
    case 'update-gone':
      return 'its draft is not in the record'
    case 'update-discarded':
      return 'its draft was discarded before'
    case 'update-published':
      return 'it was published before'
    case 'request-done':
      return 'it was done before'
    case 'update-on-its-way':
      return 'another machine asked for the same at the same time'
    case 'conflict-closed':
      return 'it was settled, or made pointless, before'
    case 'owner-taken':
      return 'another machine had taken it over before'
    default:
      return unreachable(reason)
  }
}
