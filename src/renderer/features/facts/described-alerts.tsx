import { type DescribedAlert, type DescribedLink, openableAddress } from '../../../shared/domain/described-alert'
import type { Incident } from '../../../shared/domain/incident'
import { rowId } from '../../../shared/domain/row-id'
import { texts } from '../../../shared/texts/texts'
import { Facts } from '../../ui/facts'
import { Fieldset } from '../../ui/fieldset'
import { OutsideLink } from '../../ui/outside-link'
import { Tag } from '../../ui/tag'
import textStyles from '../../ui/text.module.css'
import styles from './described-alerts.module.css'

const { about, links: linkTexts } = texts.pages.details

/** [DI6] What the sources of the linked alerts said of them; it stays when they are over. */
export function DescribedAlerts({ incident: { pages, described } }: { readonly incident: Incident }) {
  if (described.length === 0) return null
  return (
    <Fieldset legend={texts.facts.ofAlerts}>
      <ul className={styles.alerts}>
        {described.map(alert => (
          <Described key={rowId(alert.connection, alert.externalId)} alert={alert} title={titleOf(alert, pages)} />
        ))}
      </ul>
    </Fieldset>
  )
}

function titleOf({ connection, externalId }: DescribedAlert, pages: Incident['pages']): string {
  return pages.find(page => page.connection === connection && page.externalId === externalId)?.title ?? externalId
}

const kindNames: Readonly<Partial<Record<string, string>>> = linkTexts.kinds

function Described({ alert, title }: { readonly alert: DescribedAlert; readonly title: string }) {
  const { description, impact, value, threshold, links } = alert
  const named = [
    { name: about.value, value: value && <bdi>{value}</bdi> },
    { name: about.threshold, value: threshold && <bdi>{threshold}</bdi> },
    { name: about.impact, value: impact && <bdi>{impact}</bdi> },
  ].filter(({ value }) => value !== '')
  return (
    <li>
      <p className={styles.title} dir="auto" title={title}>
        {title}
      </p>
      {named.length > 0 && <Facts size="small" facts={named} />}
      {description !== '' && (
        <p className={styles.description} dir="auto">
          {description}
        </p>
      )}
      {links.map(link => (
        <LinkOfAlert key={`${link.kind} ${link.address}`} link={link} />
      ))}
    </li>
  )
}

function LinkOfAlert({ link }: { readonly link: DescribedLink }) {
  const { kind, name, address } = link
  const url = openableAddress(link)
  return (
    <p className={textStyles.row}>
      <Tag tone="plain">{kindNames[kind] ?? name}</Tag>
      <OutsideLink className={textStyles.cut} url={url} title={address} otherwise={<Refused text={address} />}>
        <bdi>{url?.replace(/^https?:\/\//, '')}</bdi>
      </OutsideLink>
    </p>
  )
}

function Refused({ text }: { readonly text: string }) {
  return (
    <>
      <bdi className={textStyles.cut} title={text}>
        {text}
      </bdi>{' '}
      <span className={textStyles.quiet}>{linkTexts.refused}</span>
    </>
  )
}
