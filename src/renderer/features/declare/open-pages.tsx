import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Severity } from '../../../shared/domain/severity'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useNow } from '../../stores/cockpit'
import { useFirstAlerts } from '../../stores/use-alert-answer'
import { Button } from '../../ui/button'
import { Fieldset } from '../../ui/fieldset'
import { saySpan } from '../../ui/say-span'
import styles from './open-pages.module.css'

const text = words.declare
const firstPages = { origin: 'page', order: 'newest', limit: 4 } as const

/** Pages that are open now: taking one declares with its title and links it. */
export function OpenPages({ severity, onTake }: { severity: Severity; onTake: (page: AlertRow) => void }) {
  const { rows: open } = useFirstAlerts(firstPages)
  const now = useNow()
  if (open.length === 0) return null
  return (
    <Fieldset legend={say(text.fromPage, { severity })}>
      <ul>
        {open.map(page => (
          <li key={page.id} className={styles.page}>
            <span className={styles.title} dir="auto" title={page.title}>
              {page.title}
            </span>
            <span className={styles.age}>
              {page.startedAt === null ? words.alerts.unknown : saySpan(now - page.startedAt)}
            </span>
            <Button tone="bare" aria-label={say(text.takeOne, { title: page.title })} onClick={() => onTake(page)}>
              {text.take}
            </Button>
          </li>
        ))}
      </ul>
    </Fieldset>
  )
}
