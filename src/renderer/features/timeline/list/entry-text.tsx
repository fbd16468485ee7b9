import { type ReactNode, use } from 'react'
import type { TimelineEntry } from '../../../../shared/domain/timeline'
import { texts } from '../../../../shared/texts/texts'
import { KnownNames } from '../known-names'
import { type NamesPattern, partsOf } from '../marks'
import styles from './entry-text.module.css'
import { marked } from './marked'

/** Longer than this and a line is folded, so that a pasted log does not push the story off the screen. */
export const FOLD_AT = 480
/** What the engine writes repeats what stands elsewhere, such as the whole text that customers were told. */
const FOLD_AUTOMATIC_AT = 160

export interface EntryTextProps {
  readonly entry: TimelineEntry
  readonly words: readonly string[]
  readonly whole: boolean
  readonly toggleWhole: (key: string) => void
}

export function EntryText({ entry, words: sought, whole, toggleWhole }: EntryTextProps) {
  const long = isLong(entry)
  const names = use(KnownNames)
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

/** People and tags stand out a little, what is looked for a lot. */
function drawn(text: string, sought: readonly string[], names: NamesPattern): ReactNode {
  const parts = partsOf(text, names)
  const [only] = parts
  if (parts.length === 1 && only?.mark === null) return marked(text, sought)
  let from = 0
  return parts.map(part => {
    from += part.text.length
    const inside = marked(part.text, sought)
    return part.mark === null ? (
      <span key={from}>{inside}</span>
    ) : (
      <span key={from} className={part.mark === 'person' ? styles.person : styles.tag}>
        {inside}
      </span>
    )
  })
}
