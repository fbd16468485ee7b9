import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Timeline, TimelineEntry } from '../../../../shared/domain/timeline'
import { texts } from '../../../../shared/texts/texts'
import { useRecord, useSession } from '../../../stores/cockpit'
import { peopleKnown } from '../../../ui/people-known'
import { type NamesPattern, namesPattern, partsOf } from '../marks'
import styles from './entry-row.module.css'

/** Names of the people known in the incident: holders of roles, and authors of lines. */
export const MentionNames = createContext<NamesPattern>(null)

/** The same object as long as the known people are the same: otherwise each row with a mention would be drawn again. */
export function useMentionNames(timeline: Timeline): NamesPattern {
  const incident = useRecord(record => record.incident)
  const me = useSession(session => session.me)
  const known = useMemo(
    () =>
      peopleKnown(incident, timeline, [], me)
        .map(({ name }) => name)
        .sort()
        .join('\n'),
    [incident, timeline, me],
  )
  return useMemo(() => namesPattern(known.split('\n')), [known])
}

/** A longer line is folded, so that a pasted log does not push the rest out of view. */
export const FOLD_AT = 480
/** The engine's lines repeat what is shown elsewhere, such as the whole text of an update. */
const FOLD_AUTOMATIC_AT = 160

export interface EntryTextProps {
  readonly entry: TimelineEntry
  readonly words: readonly string[]
  readonly whole: boolean
  readonly toggleWhole: (key: string) => void
}

export function EntryText({ entry, words: sought, whole, toggleWhole }: EntryTextProps) {
  const long = isLong(entry)
  const names = use(MentionNames)
  const text = (
    <p className={styles.text} dir="auto" data-folded={long && !whole} data-automatic={entry.automatic}>
      {drawn(entry.text, sought, names)}
    </p>
  )
  return (
    <>
      {entry.retraction === null ? text : <del>{text}</del>}
      {long && (
        <button type="button" className={styles.more} tabIndex={-1} onClick={() => toggleWhole(entry.id)}>
          {whole ? texts.timeline.fold : texts.timeline.showAll}
        </button>
      )}
    </>
  )
}

function isLong({ text, automatic }: TimelineEntry): boolean {
  return text.length > (automatic ? FOLD_AUTOMATIC_AT : FOLD_AT)
}

/** People and tags are highlighted a little, search matches a lot. */
function drawn(text: string, sought: readonly string[], names: NamesPattern): ReactNode {
  const parts = partsOf(text, names)
  const [only] = parts
  if (parts.length === 1 && only?.mark === null) return highlighted(text, sought)
  let from = 0
  return parts.map(part => {
    from += part.text.length
    const inside = highlighted(part.text, sought)
    return part.mark === null ? (
      <span key={from}>{inside}</span>
    ) : (
      <span key={from} className={part.mark === 'person' ? styles.person : styles.tag}>
        {inside}
      </span>
    )
  })
}

/** A text with each occurrence of one of the words highlighted. Words are in lower case. */
function highlighted(text: string, words: readonly string[]): ReactNode {
  if (words.length === 0) return text
  const lower = text.toLowerCase()
  // A letter whose lower case is longer would shift the positions: then nothing is highlighted, and the line is still
  // found.
  if (lower.length !== text.length) return text
  const parts: ReactNode[] = []
  let from = 0
  for (const { at, length } of places(lower, words)) {
    if (at < from) continue
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + length)}</mark>)
    from = at + length
  }
  return parts.length === 0 ? text : [...parts, text.slice(from)]
}

/** In the order of the text, the longer one first if two begin at one letter. */
function places(lower: string, words: readonly string[]) {
  const found = words.flatMap(word => {
    const all: { readonly at: number; readonly length: number }[] = []
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      all.push({ at, length: word.length })
    }
    return all
  })
  return found.sort((a, b) => a.at - b.at || b.length - a.length)
}
