import { audienceLedger } from '../../../../shared/domain/audience-ledger'
import type { Incident } from '../../../../shared/domain/incident'
import type { Millis } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useCockpit } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { Key } from '../../../ui/key'
import textStyles from '../../../ui/text.module.css'
import { Trans } from '../../../ui/trans'
import { namesText } from './audience-words'
import styles from './ledger.module.css'

const text = texts.audiences
/** The others are counted: it is one line in a narrow pane. */
const MOST_NAMES = 2

/** [AU8] Who besides customers waits for an update, calmly, and the way to the list of audiences. */
export function AudienceLine({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const { focus } = useCockpit()
  const others = audienceLedger(incident, now).filter(({ audience }) => audience !== 'customers')
  const overdue = others.filter(({ state }) => state === 'overdue')
  const waiting = others.filter(({ state, due }) => state === 'not-told' && due !== null && due.dueAt <= now)
  const said =
    overdue.length > 0
      ? t(text.overdue, { names: namesText(overdue, MOST_NAMES) })
      : waiting.length > 0
        ? t(text.waiting, { names: namesText(waiting, MOST_NAMES) })
        : ''
  return (
    <p className={styles.line}>
      <Button tone="bare" onClick={() => focus.request('audiences')}>
        <Trans text={text.open} parts={{ key: <Key quiet>{keyOf('audiences')}</Key> }} />
      </Button>
      <span
        className={`${textStyles.cut} ${textStyles.quiet} ${textStyles.late}`}
        data-late={overdue.length > 0}
        dir="auto"
      >
        {said}
      </span>
    </p>
  )
}
