import { Fragment } from 'react'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useRecord } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import styles from './outbox-chip.module.css'
import { openOutboxTexts } from './outward'
import { useOutwardList } from './use-outward'

/** Counts of open outbox items. Always rendered, so that the bar does not jump. */
export function OutboxChip() {
  const { focus } = useCockpit()
  const running = useRecord(() => true)
  const all = useOutwardList()
  const open = openOutboxTexts(all)
  if (running !== true && open.length === 0) return null
  const needsSomebody = all.some(({ state }) => !['waiting', 'to-post', 'twice', 'done'].includes(state))
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone={open.length === 0 ? 'calm' : needsSomebody ? 'bad' : 'warn'}
      onClick={() => focus.request('outbox')}
    >
      <span className={styles.name}>{texts.outbox.title}</span>{' '}
      <span className={styles.counts}>
        {open.length === 0 && <span>{texts.outbox.empty}</span>}
        {open.map(part => (
          <Fragment key={part}>
            <span>{part}</span>{' '}
          </Fragment>
        ))}
      </span>
      <Key quiet>{keyOf('outbox')}</Key>
    </button>
  )
}
