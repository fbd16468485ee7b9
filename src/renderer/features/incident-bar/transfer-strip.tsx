import type { Incident } from '../../../shared/domain/incident'
import { waitingTransfers } from '../../../shared/domain/transfer'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useSession } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import styles from './strips.module.css'

const text = texts.transfer.bar

/** [TC10] The person who sits here is named as the next commander, and the key that opens the reading. */
export function TransferStrip({ incident }: { readonly incident: Incident }) {
  const { focus } = useCockpit()
  const me = useSession(session => session.me?.id)
  const now = useNow()
  const mine = waitingTransfers(incident).find(({ to }) => to.id === me)
  if (mine === undefined) return null
  return (
    <aside className={styles.strip} aria-label={text.name} data-transfer>
      <p className={styles.words} role="status" dir="auto">
        <strong>{t(text.toMe, { from: mine.from.name })}</strong>{' '}
        {mine.note !== '' && <span>{t(text.note, { note: mine.note })}</span>}
      </p>
      <span className={styles.aside}>{t(text.age, { span: spanText(now - mine.preparedAt) })}</span>
      <span className={styles.keys}>
        <Button onClick={() => focus.request('transfer')}>
          <Trans text={text.open} parts={{ key: <Key quiet>{keyOf('transfer')}</Key> }} />
        </Button>
      </span>
    </aside>
  )
}
