import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import type { Attachment } from '../../../shared/domain/attachment'
import type { ContentHash, EntryId, IncidentId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { storeText } from '../../stores/typed-text'
import type { ReadLine } from './line-grammar'

/**
 * A line that was sent and is not in the record yet. Its id stays the same, so that sending it again cannot double it.
 */
export interface UnsavedLine extends Pick<ReadLine, 'kind' | 'text' | 'occurredAt' | 'pinned'> {
  readonly entry: EntryId
  /** [TL10] When Enter was pressed; absent or null if unknown, or if the line names its time. */
  readonly enteredAt?: Millis | null
  readonly attachments: readonly ContentHash[]
  /** [SG4] What it puts on the strategy board, as read when Enter was pressed; absent: nothing. */
  readonly strategy?: StrategyItem
  /** [TL15] It went to the engine at least once, so that the record may have it already. */
  readonly sent?: boolean
  /** Why it is not, or may not be, in the record, in whole sentences; null while it is being sent. */
  readonly problem: string | null
}

/** What survives a reload: lines not in the record yet, and pictures of the line being typed. */
export interface LineStorage {
  /** Pictures pasted into the line being typed; the engine already has them. */
  pictures(): readonly Attachment[]
  savePictures(pictures: readonly Attachment[]): void
  unsaved(): readonly UnsavedLine[]
  /** @returns whether they survive a reload */
  saveUnsaved(lines: readonly UnsavedLine[]): boolean
}

/** @param storage the browser's own; where it refuses to store, nothing survives a reload, and typing goes on */
export function lineStorage(incident: IncidentId, storage: Storage): LineStorage {
  const sent = `quarterdeck.unwritten.${incident}`
  const pasted = `quarterdeck.pictures.${incident}`
  return {
    pictures: () => parseList<Attachment>(storage.getItem(pasted)),
    savePictures: pictures => {
      storeText(storage, pasted, pictures.length === 0 ? '' : JSON.stringify(pictures))
    },
    unsaved: () => parseUnsaved(storage.getItem(sent)),
    saveUnsaved: lines => storeText(storage, sent, lines.length === 0 ? '' : JSON.stringify(lines)),
  }
}

function parseUnsaved(text: string | null): readonly UnsavedLine[] {
  // After a reload nothing waits for the answer any more, so the user decides about each line.
  return parseList<UnsavedLine>(text).map(line => ({
    ...line,
    attachments: line.attachments ?? [],
    problem: line.problem ?? texts.scribe.notKnown,
  }))
}

/** A list that this browser stored; an unreadable one counts as empty. */
function parseList<Item>(text: string | null): readonly Item[] {
  if (text === null) return []
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list : []
  } catch (error) {
    console.warn('Stored lines could not be read', error)
    return []
  }
}
