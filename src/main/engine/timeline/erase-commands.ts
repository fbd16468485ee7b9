import type { Fault } from '../../../shared/contract/faults'
import { bodyErased } from '../../../shared/events/body-erased'
import type { EventDraft } from '../../../shared/events/define'
import { definitionOf } from '../../../shared/events/registry'
import { ok, type Reply } from '../../../shared/lib/reply'
import { type CommandDecisions, type Decision, type IncidentSituation, onIncident, refused } from '../record/decision'
import type { Erasable } from '../storage/erasable'

interface Words {
  readonly standIn: string
  readonly reason: string
}

/** [ER1] What takes a text out of the record for good. */
export const eraseCommands: CommandDecisions<'timeline:erase' | 'people:erase-name'> = {
  'timeline:erase': onIncident<'timeline:erase'>(({ incident, entry, ...words }, situation) => {
    if (situation.record.line(entry) === undefined) return refused('no-such-line')
    return erased(situation.erasable(incident, { line: entry }), words, situation)
  }),

  'people:erase-name': onIncident<'people:erase-name'>(({ incident, name, ...words }, situation) =>
    erased(situation.erasable(incident, { name }), words, situation),
  ),
}

function erased(found: readonly Erasable[], words: Words, { now, by }: IncidentSituation): Reply<Decision, Fault> {
  if (found.length === 0) return refused('nothing-to-erase')
  // [ER5] Its chain covers its body: without that nothing after it could be proven.
  if (found.some(({ env }) => env === 1)) return refused('erase-older')
  const events: EventDraft[] = []
  for (const { event } of found) {
    const draft = erasing(event, words)
    if (draft === undefined) return refused('erase-kind')
    events.push(bodyErased.draft(draft, now, by))
  }
  return ok({ events })
}

/** Undefined: what the event says went to others, or other parts of the record hang on it. */
function erasing(event: Erasable['event'], { standIn, reason }: Words) {
  const words = { event: event.id, standIn, reason }
  // Of a newer version: what of it is text is not known here, so that it is no more than a line from now on.
  if (event.kind === 'unread') return { ...words, kind: event.body.kind, version: event.body.version }
  const { kind, version, withoutTexts } = definitionOf(event.kind)
  return withoutTexts && { ...words, kind, version, instead: withoutTexts(event.body, standIn) }
}
