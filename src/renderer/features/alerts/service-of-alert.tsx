import { objectiveText } from '../../../shared/contract/figures/objective-text'
import {
  type CatalogueService,
  ownerOfService,
  type ServiceLink,
  serviceCalled,
} from '../../../shared/domain/service-catalogue'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow } from '../../stores/cockpit'
import { useCatalogue } from '../../stores/use-catalogue'
import { OutsideLink } from '../../ui/outside-link'
import { PagerDutyOfService } from '../../ui/pagerduty-service'
import { Tag } from '../../ui/tag'
import styles from './alert-details.module.css'

const text = texts.services

/**
 * [SY5] Who owns the alert's service, whom to call next, what it promises, its runbooks and dashboards. Without a catalogue it shows nothing, and a
 * failed read of it is no news about the alert.
 */
export function ServiceOfAlert({ called }: { readonly called: string | null }) {
  const { catalogue = [], listed } = useCatalogue()
  const now = useNow()
  if (called === null || catalogue.length === 0) return null
  const service = serviceCalled(catalogue, called)
  const { runbooks = [], dashboards = [], pagerDuty } = service ?? {}
  return (
    <section aria-label={text.ofAlert}>
      <h3>{text.ofAlert}</h3>
      <p>
        <bdi>{service?.id ?? called}</bdi> {service === undefined && <Tag tone="warn">{text.unknown}</Tag>}
        {service !== undefined && ownerOfService(service) === '' && <Tag tone="warn">{text.unowned}</Tag>}
      </p>
      {linesOf(service).map(line => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
      {service && pagerDuty && <PagerDutyOfService called={service.id} service={pagerDuty} listed={listed} now={now} />}
      <Links title={text.runbooks} links={runbooks} />
      <Links title={text.dashboards} links={dashboards} />
    </section>
  )
}

function linesOf(service: CatalogueService | undefined): readonly string[] {
  const { owner = null, ladder = null, name = null, objective = null } = service ?? {}
  return [
    owner === null ? '' : t(text.owner, { owner }),
    ladder === null ? '' : t(text.ladder, { ladder }),
    name === null ? '' : t(text.customers, { name }),
    objective === null ? '' : objectiveText(objective),
  ].filter(line => line !== '')
}

function Links({ title, links }: { readonly title: string; readonly links: readonly ServiceLink[] }) {
  if (links.length === 0) return null
  return (
    <ul className={styles.ofService} aria-label={title}>
      <li aria-hidden="true">{title}</li>
      {links.map(({ name, url }) => (
        <li key={url}>
          <OutsideLink className={styles.runbook} url={url}>
            <bdi>{name}</bdi>
          </OutsideLink>
        </li>
      ))}
    </ul>
  )
}
