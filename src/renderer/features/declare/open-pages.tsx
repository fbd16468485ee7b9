import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Severity } from '../../../shared/domain/severity'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow } from '../../stores/cockpit'
import { useFirstAlerts } from '../../stores/use-alert-answer'
import { Button } from '../../ui/button'
import { Fieldset } from '../../ui/fieldset'
import { spanText } from '../../ui/span-text'
import styles from './open-pages.module.css'

const text = texts.declare
const firstPages = { origin: 'page', order: 'newest', limit: 4 } as const

/** Pages that are open now: taking one declares with its title and links it. */
export function OpenPages({ severity, onTake }: { severity: Severity; onTake: (page: AlertRow) => void }) {
  const { rows: open } = useFirstAlerts(firstPages)
  const now = useNow()
  if (open.length === 0) return null
  return (
    <Fieldset legend={t(text.fromPage, { severity })}>
      <ul>
        {open.map(page => (
          <li key={page.id} className={styles.page}>
            <span className={styles.title} dir="auto" title={page.title}>
              {page.title}
            </span>
            <span className={styles.age}>
              {page.startedAt === null ? texts.alerts.unknown : spanText(now - page.startedAt)}
            </span>
            <Button tone="bare" aria-label={t(text.takeOne, { title: page.title })} onClick={() => onTake(page)}>
              {text.take}
            </Button>
          </li>
        ))}
      </ul>
    </Fieldset>
  )
}
