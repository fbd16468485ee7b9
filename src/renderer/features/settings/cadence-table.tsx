import { type Cadence, type CadenceOverrides, cadenceColumns, overridesOf } from '../../../shared/domain/cadence'
import { severities } from '../../../shared/domain/severity'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import textStyles from '../../ui/text.module.css'
import styles from './settings.module.css'

const text = texts.engine.cadence

/** Offered intervals, in minutes; a team's own number from `config.json` is added to them. */
const offered: readonly number[] = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 480]

export interface CadenceTableProps {
  /** Id of the element that names it. */
  readonly labelledBy: string
  readonly cadence: Cadence
  /** [SE7] What it is where nothing was chosen. */
  readonly method: Cadence
  readonly onChange: (cadence: CadenceOverrides) => void
  readonly disabled: boolean
}

/** How often a team stops and how often customers hear, a line for each severity, with what was chosen over the method. */
export function CadenceTable(props: CadenceTableProps) {
  const { cadence, method, onChange, disabled } = props
  const chosen = Object.values(overridesOf(method, cadence)).flatMap(column => Object.keys(column ?? {}))
  return (
    <>
      <MinutesTable {...props} />
      <p className={textStyles.soft}>{chosen.length === 0 ? text.asMethod : tCount(text.chosen, chosen.length)}</p>
      {chosen.length > 0 && !disabled && <Button onClick={() => onChange(method)}>{text.useMethod}</Button>}
    </>
  )
}

function MinutesTable({ labelledBy, cadence, method, onChange, disabled }: CadenceTableProps) {
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{text.severity}</th>
          {cadenceColumns.map(column => (
            <th key={column} scope="col">
              {text.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {severities.map(severity => (
          <tr key={severity}>
            <th scope="row">{severity}</th>
            {cadenceColumns.map(column => (
              <td key={column}>
                <MinutesField
                  label={`${severity}: ${text.columns[column]}`}
                  disabled={disabled}
                  minutes={cadence[column][severity]}
                  ofMethod={method[column][severity]}
                  onChange={minutes => onChange({ [column]: { [severity]: minutes } })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface MinutesFieldProps {
  readonly label: string
  readonly disabled: boolean
  readonly minutes: number | null
  readonly ofMethod: number | null
  readonly onChange: (minutes: number | null) => void
}

function MinutesField({ label, disabled, minutes, ofMethod, onChange }: MinutesFieldProps) {
  const known = [...offered, minutes, ofMethod].filter(one => one !== null)
  const choices = [...new Set(known)].sort((a, b) => a - b)
  const isChosen = minutes !== ofMethod
  return (
    <>
      <select
        className={styles.field}
        aria-label={label}
        disabled={disabled}
        value={minutes ?? ''}
        onChange={event => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
      >
        {choices.map(choice => (
          <option key={choice} value={choice}>
            {minutesSpan(choice)}
          </option>
        ))}
        <option value="">{text.never}</option>
      </select>
      {isChosen && (
        <span className={textStyles.soft}>
          {t(text.ofMethod, { span: ofMethod === null ? text.never : minutesSpan(ofMethod) })}
        </span>
      )}
    </>
  )
}

/** Minutes as the table has them. */
export function minutesSpan(minutes: number): string {
  if (minutes === 0) return text.atOnce
  return minutes % 60 === 0 ? t(text.hours, { count: minutes / 60 }) : t(text.minutes, { count: minutes })
}
