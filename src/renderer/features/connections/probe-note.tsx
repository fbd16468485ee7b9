import { codeText } from '../../../shared/contract/coded-text'
import type { ProbeResult } from '../../../shared/contract/connections'
import { type Vendor, vendorName } from '../../../shared/contract/vendors'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import styles from './connections.module.css'

const text = texts.connections

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
        {t(text.asking, { vendor: vendorName[vendor] })}
      </p>
    )
  }
  return (
    <div className={styles.probe} data-good={probe.good} role="status">
      <strong>{outcomeWords(probe, vendor)}</strong> {codeText(probe, texts.faults)}
      {probe.abilities !== undefined && (
        <ul className={styles.abilities} aria-label={text.abilities}>
          {probe.abilities.map(ability => (
            <li key={ability.name} data-may={ability.may}>
              <strong>{text.may[ability.may]}</strong> {text.can[ability.name]}
              {ability.message !== '' && <span className={styles.quiet}> {codeText(ability, texts.faults)}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function outcomeWords({ good, refused }: ProbeResult, vendor: Vendor): string {
  if (good) return text.works
  return refused ? t(text.refuses, { vendor: vendorName[vendor] }) : text.failed
}
