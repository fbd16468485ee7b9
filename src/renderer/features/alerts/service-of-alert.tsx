import { serviceCalled } from '../../../shared/domain/service-catalogue'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useRead } from '../../stores/use-read'
import { OutsideLink } from '../../ui/outside-link'
import { Tag } from '../../ui/tag'
import styles from './alert-details.module.css'

const text = texts.services

/**
 * [SY5] Who owns the alert's service, whom to call next, and its runbooks. Without a catalogue it shows nothing, and a
 * failed read of it is no news about the alert.
 */
export function ServiceOfAlert({ called }: { readonly called: string | null }) {
  const { value } = useRead('services:names', {})
  if (called === null || value === undefined || value.catalogue.length === 0) return null
  const service = serviceCalled(value.catalogue, called)
  const { owner = null, ladder = null, runbooks = [] } = service ?? {}
  return (
    <section aria-label={text.ofAlert}>
      <h3>{text.ofAlert}</h3>
      <p>
        <bdi>{service?.id ?? called}</bdi> {service === undefined && <Tag tone="warn">{text.unknown}</Tag>}
        {service !== undefined && owner === null && <Tag tone="warn">{text.unowned}</Tag>}
      </p>
      {owner !== null && <p dir="auto">{t(text.owner, { owner })}</p>}
      {ladder !== null && <p dir="auto">{t(text.ladder, { ladder })}</p>}
      {runbooks.length > 0 && (
        <ul aria-label={text.runbooks}>
          {runbooks.map(({ name, url }) => (
            <li key={url}>
              <OutsideLink className={styles.runbook} url={url}>
                <bdi>{name}</bdi>
              </OutsideLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
