import { type KeyboardEvent, startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { numberText, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCommand } from '../../stores/use-command'
import { Key } from '../../ui/key'
import styles from './alerts-pane.module.css'
import { focusFirstRow } from './first-row'
import type { AlertView } from './use-alert-view'

export interface FilterLineState {
  readonly shown: boolean
  /** A new number moves the focus here. */
  readonly asked: number
  readonly leave: () => void
}

/** The filter's line is shown from its key on, until it is left empty. */
export function useFilterLine(some: boolean, text: string): FilterLineState {
  const [asked, setAsked] = useState(0)
  const ask = useCallback(() => setAsked(count => count + 1), [])
  const leave = useCallback(() => setAsked(0), [])
  useCommand(some ? 'alert-filter' : null, ask)
  // New alerts must not come with a field that takes the focus.
  useEffect(() => {
    if (!some) leave()
  }, [some, leave])
  return { shown: some && (asked > 0 || text !== ''), asked: some ? asked : 0, leave }
}

export interface FilterLineProps extends Omit<FilterLineState, 'shown'> {
  readonly view: AlertView
}

/**
 * [AL7] Filters alerts while typing; Esc clears the field, then goes back to the rows. A letter is shown at once, its
 * matches in a storm once they are drawn; moving on to the rows uses the whole text.
 */
export function FilterLine({ view, asked, leave }: FilterLineProps) {
  const field = useRef<HTMLInputElement>(null)
  const { text, onText } = view
  const [typed, setTyped] = useState(text)
  const type = (next: string) => {
    setTyped(next)
    startTransition(() => onText(next))
  }
  useEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const pressed = (event: KeyboardEvent) => {
    const leaves = event.key === 'ArrowDown' || event.key === 'Enter' || (event.key === 'Escape' && typed === '')
    if (!leaves && event.key !== 'Escape') return
    event.preventDefault()
    if (!leaves) return type('')
    flushSync(() => onText(typed))
    if (typed === '') leave()
    focusFirstRow()
  }
  return (
    <search className={styles.filter}>
      <input
        ref={field}
        aria-label={texts.alerts.filter}
        placeholder={texts.alerts.filterHint}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={event => type(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <span className={styles.found} role="status">
        {foundText(view)}
      </span>
      <Key quiet>Esc</Key>
    </search>
  )
}

function foundText({ shown, of, grouped }: AlertView): string {
  return tCount(grouped ? texts.alerts.foundGroups : texts.alerts.found, of, { shown: numberText(shown) })
}
