import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Severity } from '../../../shared/domain/severity'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useAlertSeverity } from '../../severity/use-alert-severity'
import { useNow } from '../../stores/cockpit'
import { useFirstAlerts } from '../../stores/use-alert-answer'
import { Button } from '../../ui/button'
import { Fieldset } from '../../ui/fieldset'
import { SeverityBadge } from '../../ui/severity-badge'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'

const text = texts.declare
const firstPages = { origin: 'page', order: 'newest', limit: 4 } as const

/**
 * [DI2] Open PagerDuty incidents: choosing one declares an incident with its title and the severity that fits it, and
 * links it.
 */
export function OpenPages({ onTake }: { onTake: (page: AlertRow, severity: Severity) => void }) {
  const { rows: open } = useFirstAlerts(firstPages)
  const severityOf = useAlertSeverity()
  const now = useNow()
  if (open.length === 0) return null
  return (
    <Fieldset legend={text.fromPage}>
      <ul>
        {open.map(page => {
          const { proposed: severity, why } = severityOf(page)
          return (
            <li key={page.id} className={textStyles.row}>
              <span title={why}>
                <SeverityBadge severity={severity} />
              </span>
              <span className={textStyles.cut} dir="auto" title={page.title}>
                {page.title}
              </span>
              <span className={textStyles.quiet}>
                {page.startedAt === null ? texts.alerts.unknown : spanText(now - page.startedAt)}
              </span>
              <Button
                tone="bare"
                aria-label={t(text.takeOne, { severity, title: page.title })}
                onClick={() => onTake(page, severity)}
              >
                {text.take}
              </Button>
            </li>
          )
        })}
      </ul>
    </Fieldset>
  )
}
