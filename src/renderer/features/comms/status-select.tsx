import type { KeyboardEvent } from 'react'
import { type ComponentStatus, componentStatuses } from '../../../shared/domain/update'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import styles from './status-page/status-page.module.css'

const text = texts.comms

export interface StatusSelectProps {
  readonly name: string
  readonly value: ComponentStatus
  /** Skipped by Tab, where the element below it has the keys. */
  readonly byPointer?: boolean
  readonly onChoose: (status: ComponentStatus) => void
}

/**
 * [CM5] Covers the element that shows a component's status: a press opens the list of all five, a digit chooses one of
 * them.
 */
export function StatusSelect({ name, value, byPointer = false, onChoose }: StatusSelectProps) {
  const press = (event: KeyboardEvent) => {
    const status = statusByDigit(event)
    if (status === undefined) return
    event.preventDefault()
    onChoose(status)
  }
  return (
    <select
      className={styles.select}
      aria-label={name}
      title={text.chooseStatus}
      value={value}
      tabIndex={byPointer ? -1 : undefined}
      onChange={event => {
        const status = componentStatuses.find(known => known === event.currentTarget.value)
        if (status !== undefined) onChoose(status)
      }}
      onKeyDown={press}
    >
      {componentStatuses.map((status, index) => (
        <option key={status} value={status}>
          {t(text.statusOption, { digit: index + 1, status: text.components[status] })}
        </option>
      ))}
    </select>
  )
}

function statusByDigit({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): ComponentStatus | undefined {
  if (ctrlKey || metaKey || altKey || !/^[1-5]$/.test(key)) return undefined
  return componentStatuses[Number(key) - 1]
}
