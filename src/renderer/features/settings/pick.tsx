import { type ReactNode, useId } from 'react'
import styles from './settings.module.css'

export interface PickProps<Value extends string> {
  /** Id of the element that names it. */
  readonly labelledBy: string
  readonly options: Readonly<Record<Value, ReactNode>>
  readonly order: readonly Value[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Each option is a picture with its name below. */
  readonly pictures?: boolean
  readonly disabled?: boolean
}

/** One of a few options, all visible; the arrow keys go from one to the next and choose it. */
export function Pick<Value extends string>(props: PickProps<Value>) {
  const { labelledBy, options, order, value, onChange, pictures = false, disabled = false } = props
  const name = useId()
  return (
    <div className={styles.pick} role="radiogroup" aria-labelledby={labelledBy} data-pictures={pictures}>
      {order.map(option => (
        <label key={option} className={styles.option} data-chosen={option === value}>
          <input
            className={styles.radio}
            type="radio"
            name={name}
            checked={option === value}
            disabled={disabled}
            onChange={() => onChange(option)}
          />
          {options[option]}
        </label>
      ))}
    </div>
  )
}

export interface PickSeveralProps<Value extends string> {
  /** Id of the element that names it. */
  readonly labelledBy: string
  readonly options: readonly Value[]
  readonly chosen: readonly Value[]
  /** In the order of `options`. */
  readonly onChange: (chosen: readonly Value[]) => void
  readonly disabled: boolean
}

/** None, some or all of a few options, each by Tab and Space. */
export function PickSeveral<Value extends string>(props: PickSeveralProps<Value>) {
  const { labelledBy, options, chosen, onChange, disabled } = props
  const withOrWithout = (changed: Value, wanted: boolean) =>
    onChange(options.filter(option => (option === changed ? wanted : chosen.includes(option))))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has borders and a legend of its own
    <div className={styles.pick} role="group" aria-labelledby={labelledBy}>
      {options.map(option => (
        <label key={option} className={styles.option} data-chosen={chosen.includes(option)}>
          <input
            className={styles.radio}
            type="checkbox"
            checked={chosen.includes(option)}
            disabled={disabled}
            onChange={event => withOrWithout(option, event.currentTarget.checked)}
          />
          {option}
        </label>
      ))}
    </div>
  )
}
