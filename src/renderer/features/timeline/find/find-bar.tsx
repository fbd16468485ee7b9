import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { type Timeline, typedKinds } from '../../../../shared/domain/timeline'
import { numberText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { Key } from '../../../ui/key'
import { OfferList, offersOf } from '../complete/offer-list'
import { useCompletion } from '../complete/use-completion'
import styles from './find-bar.module.css'
import type { Find } from './use-find'

const text = texts.timeline.find

export interface FindBarProps {
  readonly find: Find
  readonly timeline: Timeline
  readonly onClose: () => void
}

const chips = ['+pin', ...typedKinds.filter(kind => kind !== 'note').map(kind => `!${kind}`), '!status', '!comms']

/** Words are highlighted in context; marks filter the lines. Both are typed into one field. */
export function FindBar({ find, timeline, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null)
  const offers = useId()
  const completing = useCompletion({ field, text: find.typed, setText: find.type, timeline, use: 'find' })
  useEffect(() => field.current?.focus(), [])
  const press = (event: KeyboardEvent) => {
    if (completing.press(event)) return event.preventDefault()
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowUp') find.step(1)
    else if (event.key === 'ArrowDown') find.step(-1)
    else return
    event.preventDefault()
  }
  const toggle = (chip: string) => {
    const typed = find.typed.split(/\s+/).filter(word => word !== '')
    const rest = typed.filter(word => word !== chip)
    find.type((rest.length < typed.length ? rest : [chip, ...typed]).join(' '))
    field.current?.focus()
  }
  return (
    <search className={styles.bar}>
      <div className={styles.line}>
        <OfferList id={offers} completing={completing} below />
        <Key quiet>{keyOf('find')}</Key>
        <input
          ref={field}
          className={styles.field}
          aria-label={text.field}
          placeholder={text.hint}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={find.typed}
          {...offersOf(offers, completing)}
          onChange={event => {
            find.type(event.currentTarget.value)
            completing.onSelect()
          }}
          onSelect={completing.onSelect}
          onKeyDown={press}
        />
        <FoundCount find={find} />
        <span className={styles.keys}>
          <Key>↑</Key> <Key>↓</Key>
        </span>
      </div>
      <div className={styles.chips}>
        {chips.map(chip => (
          <button
            key={chip}
            type="button"
            className={styles.chip}
            aria-pressed={find.typed.split(/\s+/).includes(chip)}
            onClick={() => toggle(chip)}
            onKeyDown={event => event.key === 'Escape' && close(event, onClose)}
          >
            {chip}
          </button>
        ))}
      </div>
    </search>
  )
}

function close(event: KeyboardEvent, onClose: () => void): void {
  event.preventDefault()
  onClose()
}

/** `3 of 17`, counted from the newest. */
function FoundCount({ find: { words: sought, found, position } }: { find: Find }) {
  if (sought.length === 0) return <span className={styles.count} role="status" />
  const { hits, done } = found
  if (hits.length === 0) {
    return (
      <span className={styles.count} role="status" data-none={done}>
        {done ? text.none : text.looking}
      </span>
    )
  }
  return (
    <span className={styles.count} role="status">
      {t(done ? text.at : text.atSoFar, { at: numberText(position + 1), count: numberText(hits.length) })}
    </span>
  )
}
