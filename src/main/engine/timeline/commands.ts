import type { Attachment } from '../../../shared/domain/attachment'
import type { ContentHash, EntryId } from '../../../shared/domain/ids'
import { entryAdded } from '../../../shared/events/entry-added'
import { entryCorrected } from '../../../shared/events/entry-corrected'
import { entryRetracted } from '../../../shared/events/entry-retracted'
import {
  type CommandDecisions,
  changedSince,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'

type Names = 'timeline:append' | 'timeline:correct' | 'timeline:retract'

export const timelineCommands: CommandDecisions<Names> = {
  'timeline:append': onIncident<'timeline:append'>((line, { record, now, by, attachment }) => {
    const { entry, kind, text, occurredAt, pinned } = line
    // The same line sent again after an unknown outcome: it is there, so there is nothing to write.
    if (record.line(entry) !== undefined) return decided()
    // A line about the future is a wrong clock or a slip of the finger, and would stay on top for ever.
    if (occurredAt !== null && occurredAt > now) return refused('time-to-come')
    const pictures = kept(line.attachments ?? [], attachment)
    if (pictures === undefined) return refused('picture-not-stored')
    const body = { entry, kind, text, pinned, ...(pictures.length > 0 && { attachments: pictures }) }
    // [TL10] It may have waited for the engine, or for the disk. A client's clock that is ahead must not date a line in
    // the future.
    const entered = Math.min(line.enteredAt ?? now, now)
    return decided(entryAdded.draft(body, occurredAt ?? entered, by))
  }),

  'timeline:correct': onIncident<'timeline:correct'>(({ entry, text, was }, situation) => {
    const problem = untouchable(entry, situation)
    if (problem !== undefined) return refused(problem)
    const conflict = changedSince(was, situation.record.line(entry)?.text)
    if (conflict !== undefined) return conflict
    return decided(entryCorrected.draft({ entry, text }, situation.now, situation.by))
  }),

  'timeline:retract': onIncident<'timeline:retract'>(({ entry, reason }, situation) => {
    const problem = untouchable(entry, situation)
    if (problem !== undefined) return refused(problem)
    return decided(entryRetracted.draft({ entry, reason }, situation.now, situation.by))
  }),
}

/** [TL5] The pictures as they are on disk, or undefined when one is not: a line never names what could not be shown. */
function kept(
  hashes: readonly ContentHash[],
  find: (hash: ContentHash) => Attachment | undefined,
): readonly Attachment[] | undefined {
  const found = [...new Set(hashes)].map(find)
  return found.every(picture => picture !== undefined) ? found : undefined
}

type LineProblem = 'no-such-line' | 'automatic-line' | 'line-erased' | 'line-retracted'

/** Why a line cannot be corrected or retracted, or undefined if it can. */
function untouchable(entry: EntryId, { record }: IncidentSituation): LineProblem | undefined {
  const line = record.line(entry)
  if (line === undefined) return 'no-such-line'
  if (line.automatic) return 'automatic-line'
  if (line.erasure !== undefined) return 'line-erased'
  return line.retraction === null ? undefined : 'line-retracted'
}
