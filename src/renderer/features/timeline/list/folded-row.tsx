import { ChevronDown, ChevronRight } from 'lucide-react'
import { t, tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import type { RowClocks } from '../times'
import styles from './folded-row.module.css'
import { RowTime } from './row-time'
import type { Row } from './rows'

const text = texts.timeline

export interface FoldedRowProps {
  readonly row: Row & { readonly kind: 'folded' }
  readonly clocks: RowClocks
  readonly open: boolean
  readonly selected: boolean
  readonly onToggle: (key: string) => void
  readonly onFocus: (key: string) => void
}

/** A run of lines that Quarterdeck wrote of what went as it should. */
export function FoldedRow({ row, clocks, open, selected, onToggle, onFocus }: FoldedRowProps) {
  const { key, entries } = row
  const newest = entries.at(-1)
  const Arrow = open ? ChevronDown : ChevronRight
  if (newest === undefined) return null
  return (
    <button
      type="button"
      className={styles.folded}
      data-key={key}
      data-selected={selected}
      tabIndex={selected ? 0 : -1}
      aria-expanded={open}
      onClick={() => onToggle(key)}
      onFocus={() => onFocus(key)}
    >
      <RowTime at={newest.occurredAt} clocks={clocks} />
      <Arrow size={14} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.count}>{tCount(text.folded, entries.length)}</span>
        {!open && <span className={styles.last}>{t(text.foldedLast, { text: newest.text })}</span>}
      </span>
    </button>
  )
}
