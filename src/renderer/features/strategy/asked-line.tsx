import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { IncidentId } from '../../../shared/domain/ids'
import { LONGEST_ITEM } from '../../../shared/domain/strategy'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useTypedText } from '../../stores/use-typed-text'
import { Button } from '../../ui/button'
import { focusAtEnd } from '../../ui/focus-at-end'
import { Key } from '../../ui/key'
import { LineField } from '../../ui/line-field'
import { tooLong } from '../../ui/too-long'
import { Trans } from '../../ui/trans'
import type { BoardRow } from './board-rows'
import type { AskedText, SentAct } from './row-act'
import styles from './strategy-pane.module.css'

const text = texts.strategy

export interface AskedLineProps {
  readonly incident: IncidentId
  readonly row: BoardRow
  readonly act: SentAct & { readonly asks: AskedText }
  /** @returns whether the record has it */
  readonly onSave: (text: string) => Promise<boolean>
  readonly onCancel: () => void
}

/** [SG8] The one text that an action needs. Half-typed text is stored for that row and action until it is saved. */
export function AskedLine({ incident, row, act, onSave, onCancel }: AskedLineProps) {
  const field = useRef<HTMLInputElement>(null)
  const isTyping = useCallback(() => document.activeElement === field.current, [])
  const typed = useTypedText(incident, `strategy:${row.item.id}:${act.label}`, isTyping)
  const begun = useRef(typed)
  const { text: begins } = act.asks
  useEffect(() => {
    const { text: stored, type } = begun.current
    if (stored === '' && begins !== '') type(begins)
    focusAtEnd(field.current)
  }, [begins])
  const long = tooLong(typed.text.trim(), LONGEST_ITEM)
  const save = async () => {
    const value = typed.text.trim()
    if ((value === '' && !act.asks.mayBeEmpty) || long.says !== undefined) return
    if (await onSave(value)) typed.type('')
  }
  const cancel = () => {
    // Unchanged text is not half-typed text.
    if (typed.text === begins) typed.type('')
    onCancel()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.repeat) void save()
    else if (event.key === 'Escape') cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.asked}>
      <span className={styles.about} dir="auto">
        {t(text.about, { act: act.label, text: row.item.text })}
      </span>
      <LineField
        ref={field}
        small
        aria-label={act.asks.label}
        placeholder={act.asks.label}
        value={typed.text}
        dir="auto"
        {...long.mark}
        onText={typed.type}
        onKeyDown={press}
      />
      {long.says !== undefined && <span role="alert">{long.says}</span>}
      <Button tone="bare" onClick={() => void save()}>
        <Trans text={text.save} parts={{ key: <Key quiet>↵</Key> }} />
      </Button>
      <Button tone="bare" onClick={cancel}>
        <Trans text={text.cancel} parts={{ key: <Key quiet>Esc</Key> }} />
      </Button>
    </div>
  )
}
