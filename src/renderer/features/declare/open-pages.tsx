import type { AlertRow } from '../../../shared/contract/alert-rows'
import { hasAlert, type IncidentSummary } from '../../../shared/contract/incidents'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Severity } from '../../../shared/domain/severity'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useAlertSeverity } from '../../severity/use-alert-severity'
import { useCockpit, useNow, useSelection } from '../../stores/cockpit'
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
export function OpenPages({
  onTake,
  onOpened,
}: {
  readonly onTake: (page: AlertRow, severity: Severity, besides: readonly IncidentId[]) => void
  readonly onOpened: () => void
}) {
  const { rows: open } = useFirstAlerts(firstPages)
  const severityOf = useAlertSeverity()
  const now = useNow()
  const incidents = useSelection(state => state.incidents)
  if (open.length === 0) return null
  return (
    <Fieldset legend={text.fromPage}>
      <ul>
        {open.map(page => {
          const has = incidents.filter(one => hasAlert(one, [page.id]))
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
              {has[0] !== undefined && <OpenInstead incident={has[0]} onOpened={onOpened} />}
              <Button
                tone="bare"
                aria-label={t(has.length > 0 ? text.takeAnother : text.takeOne, { severity, title: page.title })}
                onClick={() =>
                  onTake(
                    page,
                    severity,
                    has.map(({ id }) => id),
                  )
                }
              >
                {has.length > 0 ? text.another : text.take}
              </Button>
            </li>
          )
        })}
      </ul>
    </Fieldset>
  )
}

/** [DI7] It is an incident already. */
function OpenInstead({
  incident: { id, severity, title },
  onOpened,
}: {
  readonly incident: IncidentSummary
  readonly onOpened: () => void
}) {
  const { selection } = useCockpit()
  const open = () => {
    selection.setState({ open: id })
    onOpened()
  }
  return (
    <Button tone="bare" aria-label={t(text.openOne, { severity, title })} title={title} onClick={open}>
      {t(text.openHere, { severity })}
    </Button>
  )
}
