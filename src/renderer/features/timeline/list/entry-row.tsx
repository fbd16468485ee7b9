import {
  Activity,
  ArrowRightLeft,
  BellRing,
  Ellipsis,
  Flag,
  Gavel,
  type LucideIcon,
  Megaphone,
  MessageSquare,
  Pin,
  Search,
  Square,
  Wrench,
} from 'lucide-react'
import { memo } from 'react'
import { actorName } from '../../../../shared/domain/people'
import type { EntryKind, TimelineEntry } from '../../../../shared/domain/timeline'
import type { Millis } from '../../../../shared/lib/time'
import { beginningOf, firstCharacter } from '../../../../shared/lib/whole-characters'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { rowKeyOf } from '../../../commands/row-keys'
import { DropMenu, type MenuEntry } from '../../../ui/drop-menu'
import { Key } from '../../../ui/key'
import type { RowClocks } from '../../../ui/row-clock'
import { RowPictures } from '../line-pictures'
import { actorText, EntryHistory } from './entry-history'
import styles from './entry-row.module.css'
import { EntryText } from './entry-text'
import { type BoardItem, isEditableLine, itemOfLine, type RowActions } from './rows'

const text = texts.timeline

export interface EntryRowProps {
  readonly entry: TimelineEntry
  /** The row before has the same author, so a screen reader gets the name and the display does not. */
  readonly sameAuthor: boolean
  readonly clocks: RowClocks
  /** Words to highlight. */
  readonly words: readonly string[]
  readonly selected: boolean
  /** The user searches for it. */
  readonly sought: boolean
  /** Shows its full text and all its earlier texts. */
  readonly whole: boolean
  readonly acts: RowActions
  readonly toggleWhole: (key: string) => void
  readonly onFocus: (key: string) => void
}

export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { entry, sameAuthor, clocks, words, selected, sought, whole, acts, toggleWhole, onFocus } = props
  const Icon = kindIcon[entry.kind]
  const kind = text.kinds[entry.kind]
  return (
    <article
      className={styles.row}
      data-key={entry.id}
      data-kind={entry.kind}
      data-automatic={entry.automatic}
      data-retracted={entry.retraction !== null}
      data-pinned={entry.pinned}
      data-selected={selected}
      data-sought={sought}
      tabIndex={selected ? 0 : -1}
      onFocus={() => onFocus(entry.id)}
    >
      <RowTime at={entry.occurredAt} clocks={clocks} />
      <span className={styles.kind} title={kind}>
        <Icon size={14} strokeWidth={2} aria-hidden="true" />
        <span className={styles.spoken}>{t(text.spokenKind, { kind })}</span>
      </span>
      <div className={styles.said}>
        <EntryText entry={entry} words={words} whole={whole} toggleWhole={toggleWhole} />
        <RowPictures entry={entry} onOpen={acts.openPicture} />
        <EntryHistory entry={entry} whole={whole} clocks={clocks} />
      </div>
      <span className={styles.by}>
        {entry.pinned && <Pin size={12} aria-label={text.pinned} className={styles.pin} />}
        <span className={styles.who}>
          <bdi className={sameAuthor ? styles.spoken : styles.author} title={actorText(entry.by)}>
            {actorName(entry.by)}
          </bdi>
          {!sameAuthor && (
            <span className={styles.initials} aria-hidden="true">
              {initials(actorName(entry.by))}
            </span>
          )}
        </span>
        <LineMenu entry={entry} acts={acts} toggleWhole={toggleWhole} className={styles.menu} />
      </span>
    </article>
  )
})

interface LineMenuProps {
  readonly entry: TimelineEntry
  readonly acts: RowActions
  readonly toggleWhole: (key: string) => void
  readonly className: string | undefined
}

type LineKey = keyof typeof rowKeyOf.line

/** The actions of a line's keys, for mouse and touch: one button at the line. The keyboard has the keys themselves. */
function LineMenu({ entry, acts, toggleWhole, className }: LineMenuProps) {
  const editable = isEditableLine(entry)
  const about = itemOfLine(entry)
  const onBoard = (key: 'acknowledge' | 'done' | 'board', about: BoardItem) =>
    item(key, () => acts.toBoard(about, key === 'board' ? undefined : rowKeyOf.line[key]))
  const items: readonly MenuEntry[] = [
    ...(about?.kind === 'task' ? [onBoard('acknowledge', about)] : []),
    ...(about ? [onBoard('done', about), onBoard('board', about)] : []),
    ...(editable ? [item('correct', () => acts.correct(entry)), item('takeBack', () => acts.retract(entry))] : []),
    item('insert', () => acts.insertAfter(entry)),
    item('whole', () => toggleWhole(entry.id)),
    item('erase', () => acts.erase(entry)),
  ]
  return (
    <DropMenu items={items} className={className} title={texts.timeline.lineMenu} outOfTab>
      <Ellipsis size={16} aria-hidden="true" />
    </DropMenu>
  )
}

function item(key: LineKey, onChoose: () => void): MenuEntry {
  return { id: key, label: texts.keymap.onLine[key], aside: <Key quiet>{rowKeyOf.line[key]}</Key>, onChoose }
}

/** When it happened, on one clock or two, in columns that line up from row to row. */
export const RowTime = memo(function RowTime({ at, clocks: { first, second } }: { at: Millis; clocks: RowClocks }) {
  return (
    <span className={styles.times}>
      <time className={styles.first} dateTime={new Date(at).toISOString()}>
        {first.time(at)}
      </time>
      {second !== null && <span className={styles.second}>{second.short(at)}</span>}
    </span>
  )
})

const kindIcon: Readonly<Record<EntryKind, LucideIcon>> = {
  note: MessageSquare,
  action: Wrench,
  decision: Gavel,
  finding: Search,
  todo: Square,
  status: Flag,
  alert: BellRing,
  comms: Megaphone,
  metric: Activity,
  handoff: ArrowRightLeft,
}

/** `Grace Hopper` → `GH`, for a list that is too narrow for names. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => word !== '')
  return words.length > 1
    ? `${firstCharacter(words[0] ?? '')}${firstCharacter(words.at(-1) ?? '')}`.toUpperCase()
    : beginningOf(name, 6)
}
