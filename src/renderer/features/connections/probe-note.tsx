import type { Ability, ProbeResult } from '../../../shared/contract/connections'
import { type Vendor, vendorName } from '../../../shared/contract/views'
import styles from './connections.module.css'

interface ProbeNoteProps {
  readonly probe: ProbeResult | 'asking' | null
  readonly vendor: Vendor
}

/** The outcome of a test, and line by line what the token may and may not do. */
export function ProbeNote({ probe, vendor }: ProbeNoteProps) {
  if (probe === null) return null
  if (probe === 'asking') {
    return (
      <p className={styles.quiet} role="status">
        Asking {vendorName[vendor]}…
      </p>
    )
  }
  return (
    <div className={styles.probe} data-good={probe.good} role="status">
      <strong>{probe.good ? 'It works.' : `${vendorName[vendor]} says no.`}</strong> {probe.message}
      {probe.abilities !== undefined && (
        <ul className={styles.abilities} aria-label="What the token may do">
          {probe.abilities.map(ability => (
            <li key={ability.name} data-may={ability.may}>
              <strong>{words[ability.may]}</strong> {ability.name}
              {ability.message !== '' && <span className={styles.quiet}> {ability.message}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const words: Readonly<Record<Ability['may'], string>> = { yes: 'May:', no: 'May not:', unknown: 'Not known:' }
