import type { Cadence } from '../../../shared/domain/cadence'
import { severities } from '../../../shared/domain/severity'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import styles from './settings.module.css'

const text = texts.engine.cadence

/** What is offered, in minutes; a team's own number of `config.json` is offered beside them. */
const offered: readonly number[] = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 480]

const columns = ['checkpointMinutes', 'firstUpdateMinutes', 'updateMinutes'] as const

export interface CadenceTableProps {
  /** Id of the element that names it. */
  readonly labelledBy: string
  readonly cadence: Cadence
  readonly onChange: (cadence: Cadence) => void
  readonly disabled: boolean
}

/** How often a team holds a checkpoint and how often it updates customers, a line for each severity. */
export function CadenceTable({ labelledBy, cadence, onChange, disabled }: CadenceTableProps) {
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{text.severity}</th>
          {columns.map(column => (
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
            {columns.map(column => (
              <td key={column}>
                <MinutesField
                  label={`${severity}: ${text.columns[column]}`}
                  disabled={disabled}
                  minutes={cadence[column][severity]}
                  onChange={minutes => onChange({ ...cadence, [column]: { ...cadence[column], [severity]: minutes } })}
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
  readonly onChange: (minutes: number | null) => void
}

function MinutesField({ label, disabled, minutes, onChange }: MinutesFieldProps) {
  const choices = [...new Set(minutes === null ? offered : [...offered, minutes])].sort((a, b) => a - b)
  return (
    <select
      className={styles.field}
      aria-label={label}
      disabled={disabled}
      value={minutes ?? ''}
      onChange={event => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
    >
      {choices.map(choice => (
        <option key={choice} value={choice}>
          {spanOf(choice)}
        </option>
      ))}
      <option value="">{text.never}</option>
    </select>
  )
}

function spanOf(minutes: number): string {
  if (minutes === 0) return text.atOnce
  return minutes % 60 === 0 ? t(text.hours, { count: minutes / 60 }) : t(text.minutes, { count: minutes })
}
