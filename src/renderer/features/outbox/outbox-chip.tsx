import { Fragment } from 'react'
import { useCockpit, useRecord } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import styles from './outbox-chip.module.css'
import { openWords, outwardOf } from './outward'

/** What of this incident is on its way out, or was not settled; nothing where all of it is. */
export function OutboxChip() {
  const { focus } = useCockpit()
  const words = useRecord(({ incident }) => openWords(outwardOf(incident)))
  if (words === undefined || words === '') return null
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone={/unknown|failed/.test(words) ? 'bad' : 'warn'}
      onClick={() => focus.request('outbox')}
    >
      <span className={styles.name}>Outbox</span>{' '}
      <span className={styles.counts}>
        {words.split(' · ').map(part => (
          <Fragment key={part}>
            <span>{part}</span>{' '}
          </Fragment>
        ))}
      </span>
      <Key quiet>x</Key>
    </button>
  )
}
