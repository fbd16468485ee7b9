import type { Attachment } from '../../../shared/domain/attachment'
import { type ContentHash, type EntryId, type IncidentId, newId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { words } from '../../../shared/words/words'
import type { ReadLine } from './line-grammar'

/** A line that was sent and that the log has not shown yet. It keeps its id, so that trying again cannot double it. */
export interface UnwrittenLine extends Pick<ReadLine, 'kind' | 'text' | 'occurredAt' | 'pinned'> {
  readonly entry: EntryId
  readonly attachments: readonly ContentHash[]
  /** Why the engine did not take it; null while it is on its way. */
  readonly problem: string | null
}

/** What stands in the field, and when it came to stand there, by this machine's clock. */
export interface HalfTyped {
  readonly text: string
  readonly at: Millis
}

/** What a scribe typed and that is not in the log yet, kept over a reload. */
export interface KeptLines {
  /** Names this browser, or this window of the desktop, to the engine. */
  readonly screen: string
  halfTyped(): HalfTyped
  keepHalfTyped(half: HalfTyped): void
  /** Pictures pasted into the half-typed line; the engine has them. */
  pictures(): readonly Attachment[]
  keepPictures(pictures: readonly Attachment[]): void
  unwritten(): readonly UnwrittenLine[]
  keepUnwritten(lines: readonly UnwrittenLine[]): void
}

/** @param storage the browser's own; where it is refused, nothing outlives a reload, and typing goes on */
export function keptLines(incident: IncidentId, storage: Storage): KeptLines {
  const [half, sent] = [`quarterdeck.line.${incident}`, `quarterdeck.unwritten.${incident}`]
  const when = `quarterdeck.line-at.${incident}`
  const pasted = `quarterdeck.pictures.${incident}`
  return {
    screen: screenName(storage),
    halfTyped: () => ({ text: storage.getItem(half) ?? '', at: Number(storage.getItem(when) ?? 0) }),
    keepHalfTyped: ({ text, at }) => {
      keep(storage, half, text)
      keep(storage, when, String(at))
    },
    pictures: () => parseList<Attachment>(storage.getItem(pasted)),
    keepPictures: pictures => keep(storage, pasted, pictures.length === 0 ? '' : JSON.stringify(pictures)),
    unwritten: () => parseUnwritten(storage.getItem(sent)),
    keepUnwritten: lines => keep(storage, sent, lines.length === 0 ? '' : JSON.stringify(lines)),
  }
}

/** Made once and kept; where nothing can be kept the screen is a new one each time. */
function screenName(storage: Storage): string {
  const kept = storage.getItem('quarterdeck.screen')
  if (kept !== null && /^[\w-]{8,64}$/.test(kept)) return kept
  const name = newId<string>()
  keep(storage, 'quarterdeck.screen', name)
  return name
}

function keep(storage: Storage, key: string, text: string): void {
  try {
    if (text === '') storage.removeItem(key)
    else storage.setItem(key, text)
  } catch (error) {
    console.warn('A half-typed line could not be kept', error)
  }
}

function parseUnwritten(text: string | null): readonly UnwrittenLine[] {
  // After a reload nobody waits for the answer any more, so each asks for a decision.
  return parseList<UnwrittenLine>(text).map(line => ({
    ...line,
    attachments: line.attachments ?? [],
    problem: line.problem ?? words.scribe.notKnown,
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
