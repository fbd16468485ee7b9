import { type KeyboardEvent, type ReactNode, use, useId } from 'react'
import styles from './choice.module.css'
import { Fieldset } from './fieldset'
import { Key } from './key'
import { SendOnce } from './send-once'

export interface ChoiceOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly meaning?: ReactNode
}

export interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly options: readonly ChoiceOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** Told after a digit chose, so that a form can move on; the form around hears nothing else until it is done. */
  readonly onPicked?: (value: Value) => Promise<void> | void
  readonly autoFocus?: boolean
  readonly columns?: number
}

/** One of a few, with its meaning in sight: arrows or a digit choose. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, options, value, onChange, onPicked, autoFocus = false, columns = 1 } = props
  const name = useId()
  const sendOnce = use(SendOnce)
  const pickByDigit = (event: KeyboardEvent) => {
    const option = options[Number(event.key) - 1]
    if (option === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChange(option.value)
    if (onPicked !== undefined) sendOnce(() => onPicked(option.value))
  }
  return (
    <Fieldset onKeyDown={pickByDigit} legend={legend}>
      <div className={styles.options} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {options.map((option, index) => {
          const held = value === option.value || (value === null && index === 0)
          return (
            <label key={option.value} className={styles.option} data-chosen={value === option.value}>
              <input
                className={styles.radio}
                type="radio"
                name={name}
                checked={value === option.value}
                data-autofocus={(autoFocus && held) || undefined}
                onChange={() => onChange(option.value)}
              />
              <span className={styles.words}>
                <span className={styles.label}>{option.label}</span>
                {option.meaning !== undefined && <span className={styles.meaning}>{option.meaning}</span>}
              </span>
              <Key quiet>{String(index + 1)}</Key>
            </label>
          )
        })}
      </div>
    </Fieldset>
  )
}
