import type { Attachment } from '../../../shared/domain/attachment'
import type { ContentHash, EntryId, IncidentId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { storeText } from '../../stores/typed-text'
import type { ReadLine } from './line-grammar'

/** A line that was sent and that the log has not shown yet. It keeps its id, so that trying again cannot double it. */
export interface UnwrittenLine extends Pick<ReadLine, 'kind' | 'text' | 'occurredAt' | 'pinned'> {
  readonly entry: EntryId
  /** [TL10] When Enter was pressed; absent or null: nobody knows, or the line names its time. */
  readonly enteredAt?: Millis | null
  readonly attachments: readonly ContentHash[]
  /** Whether it is in the record, and why not, in whole sentences; null while it is on its way. */
  readonly problem: string | null
}

/** What a scribe typed and that is not in the log yet, kept over a reload. */
export interface KeptLines {
  /** Pictures pasted into the half-typed line; the engine has them. */
  pictures(): readonly Attachment[]
  keepPictures(pictures: readonly Attachment[]): void
  unwritten(): readonly UnwrittenLine[]
  /** @returns whether they outlive a reload */
  keepUnwritten(lines: readonly UnwrittenLine[]): boolean
}

/** @param storage the browser's own; where it is refused, nothing outlives a reload, and typing goes on */
export function keptLines(incident: IncidentId, storage: Storage): KeptLines {
  const sent = `quarterdeck.unwritten.${incident}`
  const pasted = `quarterdeck.pictures.${incident}`
  return {
    pictures: () => parseList<Attachment>(storage.getItem(pasted)),
    keepPictures: pictures => {
      storeText(storage, pasted, pictures.length === 0 ? '' : JSON.stringify(pictures))
    },
    unwritten: () => parseUnwritten(storage.getItem(sent)),
    keepUnwritten: lines => storeText(storage, sent, lines.length === 0 ? '' : JSON.stringify(lines)),
  }
}

function parseUnwritten(text: string | null): readonly UnwrittenLine[] {
  // After a reload nobody waits for the answer any more, so each asks for a decision.
  return parseList<UnwrittenLine>(text).map(line => ({
    ...line,
    attachments: line.attachments ?? [],
    problem: line.problem ?? texts.scribe.notKnown,
  }))
}

/** What this screen wrote itself; what cannot be read is as good as gone. */
function parseList<Item>(text: string | null): readonly Item[] {
  if (text === null) return []
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list : []
  } catch (error) {
    console.warn('Kept lines could not be read', error)
    return []
  }
}
