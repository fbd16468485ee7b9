import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { chooseByDigit } from './choice-digits'
import { Fieldset } from './fieldset'
import styles from './form.module.css'
import { Key } from './key'

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
  readonly autoFocus?: boolean
  readonly columns?: number
  /** Side by side, each as wide as its label, for many short options. */
  readonly flow?: boolean
}

/** One of a few options, each with its meaning: arrows or a digit choose, Enter submits the form. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, options, value, onChange, autoFocus = false, columns = 1, flow = false } = props
  const name = useId()
  const pickByDigit = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !chooseByDigit(event.currentTarget, event.key)) return
    event.preventDefault()
  }
  return (
    <Fieldset onKeyDown={pickByDigit} legend={legend} data-choice>
      <div
        className={styles.options}
        data-flow={flow || undefined}
        style={flow ? undefined : { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
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
              {index < 10 && <Key quiet>{String((index + 1) % 10)}</Key>}
            </label>
          )
        })}
      </div>
    </Fieldset>
  )
}
