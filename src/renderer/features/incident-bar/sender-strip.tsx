import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useCockpit, useSession } from '../../stores/cockpit'
import { openedBy } from '../../stores/opened-by'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Trans } from '../../ui/trans'
import styles from './copied-strip.module.css'

const text = texts.sender

const TakeOverDialog = openedBy(
  'take-over',
  onDemand(async () => (await import('./take-over-dialog')).TakeOverDialog),
)

/** [OW4] Says who sends for the incident that is shown, where it is not this machine, with the key to take over. */
export function SenderStrip({ incident }: { readonly incident: string | undefined }) {
  const { focus } = useCockpit()
  const sender = useSession(session => session.elsewhere.find(one => one.incident === incident))
  if (sender === undefined) return null
  const { here, who, waiting } = sender
  const state = here ? 'here' : who === null ? 'nobody' : 'other'
  return (
    <aside className={styles.strip} aria-label={text.name} data-sender={state}>
      <p className={styles.words} role="status" dir="auto">
        <strong>{t(text.is[state], { who: who ?? '' })}</strong>{' '}
        {waiting > 0 ? tCount(text.waiting, waiting) : text.nothingWaits}
      </p>
      <span className={styles.keys}>
        <Button onClick={() => focus.request('take-over')}>
          <Trans text={here ? text.send : text.take} parts={{ key: <Key quiet>{keyOf('take-over')}</Key> }} />
        </Button>
      </span>
      <TakeOverDialog sender={sender} />
    </aside>
  )
}
