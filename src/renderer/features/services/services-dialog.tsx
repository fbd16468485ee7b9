import { type ComponentProps, useState } from 'react'
import { objectiveText } from '../../../shared/contract/figures/objective-text'
import type { ListedServices, ServiceNames } from '../../../shared/contract/services'
import {
  type CatalogueService,
  type IncidentService,
  ownerOfService,
  type ServiceLink,
  servicesOfIncident,
} from '../../../shared/domain/service-catalogue'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow, useRecord } from '../../stores/cockpit'
import { useCatalogue } from '../../stores/use-catalogue'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { problemText } from '../../ui/fault-text'
import { LineField } from '../../ui/line-field'
import type { DialogPart } from '../../ui/on-demand'
import { OutsideLink } from '../../ui/outside-link'
import { PagerDutyOfService } from '../../ui/pagerduty-service'
import { Tag } from '../../ui/tag'
import styles from './services.module.css'
import { usersOf, withWords } from './shown-services'

const text = texts.services
/** Beyond that, typing is faster. */
const MOST_SHOWN = 50

/** [SY4] Owners and runbooks of services: the incident's services first. */
export function ServicesDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} placement="side" width={480}>
      <Catalogue />
    </Dialog>
  )
}

function Catalogue() {
  const { catalogue, listed, files } = useCatalogue()
  const { value, fault, again } = files
  if (value !== undefined && catalogue !== undefined)
    return <Services {...value} catalogue={catalogue} listed={listed} />
  return fault === undefined ? <p data-opening>{texts.ui.reading}</p> : <FaultNote fault={fault} onAgain={again} />
}

function Services({ listed, ...names }: ServiceNames & Listed) {
  const { catalogue, path } = names
  const [words, setWords] = useState('')
  const incident = useRecord(record => record.incident)
  const ofIncident = incident === undefined ? [] : servicesOfIncident(catalogue, incident)
  const found = withWords(catalogue, words)
  const problem = problemText(names)
  return (
    <div className={styles.services}>
      <LineField
        data-autofocus
        small
        asks
        aria-label={text.filter}
        placeholder={text.filterHint}
        value={words}
        onText={setWords}
      />
      {problem !== '' && <p role="alert">{problem}</p>}
      <Unlisted listed={listed} />
      {catalogue.length === 0 && <EmptyState title={text.none}>{t(text.how, { path })}</EmptyState>}
      {words === '' && ofIncident.length > 0 && (
        <section aria-label={text.ofIncident}>
          <h3>{text.ofIncident}</h3>
          {ofIncident.map(one => (
            <OfIncident key={one.called} one={one} catalogue={catalogue} listed={listed} />
          ))}
        </section>
      )}
      {catalogue.length > 0 && (
        <section aria-label={text.others}>
          <h3>{text.others}</h3>
          {found.slice(0, MOST_SHOWN).map(service => (
            <ServiceCard key={service.id} service={service} catalogue={catalogue} listed={listed} />
          ))}
          {found.length === 0 && <p role="status">{text.noneFits}</p>}
          {found.length > MOST_SHOWN && <p>{tCount(text.more, found.length - MOST_SHOWN)}</p>}
        </section>
      )}
    </div>
  )
}

interface Listed {
  readonly listed: readonly ListedServices[]
}

/** [SY8] Connections to PagerDuty whose list is not known, or not of now. */
function Unlisted({ listed }: Listed) {
  return listed
    .filter(({ problem }) => problem !== '')
    .map(one => (
      <p key={one.connection} role="status" dir="auto">
        {t(one.readAt === null ? text.unlisted : text.unlistedNow, { connection: one.name, problem: problemText(one) })}
      </p>
    ))
}

interface InCatalogue extends Listed {
  readonly catalogue: readonly CatalogueService[]
}

function OfIncident({ one: { called, service }, ...known }: InCatalogue & { readonly one: IncidentService }) {
  if (service !== undefined) return <ServiceCard service={service} {...known} />
  return (
    <article className={styles.card}>
      <h4>
        <bdi>{called}</bdi> <Tag tone="warn">{text.unknown}</Tag>
      </h4>
    </article>
  )
}

function ServiceCard({ service, catalogue, listed }: InCatalogue & { readonly service: CatalogueService }) {
  const { id, name, owner, dependsOn, ladder, objective, components, runbooks, dashboards, pagerDuty } = service
  const users = usersOf(catalogue, service)
  const lines = [
    owner === null ? '' : t(text.owner, { owner }),
    ladder === null ? '' : t(text.ladder, { ladder }),
    name === null ? '' : t(text.customers, { name }),
    objective === null ? '' : objectiveText(objective),
    dependsOn.length === 0 ? '' : t(text.needs, { names: listText(dependsOn) }),
    users.length === 0 ? '' : t(text.neededBy, { names: listText(users) }),
    components.length === 0 ? '' : t(text.components, { names: listText(components) }),
  ].filter(line => line !== '')
  return (
    <article className={styles.card}>
      <h4>
        <bdi>{id}</bdi> {ownerOfService(service) === '' && <Tag tone="warn">{text.unowned}</Tag>}
      </h4>
      {lines.map(line => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
      {pagerDuty && <OfPagerDuty called={id} service={pagerDuty} listed={listed} />}
      <Links title={text.runbooks} links={runbooks} />
      <Links title={text.dashboards} links={dashboards} />
    </article>
  )
}

/** Alone with the clock, so that each second renders ages and not cards. */
function OfPagerDuty(props: Omit<ComponentProps<typeof PagerDutyOfService>, 'now'>) {
  return <PagerDutyOfService {...props} now={useNow()} />
}

function Links({ title, links }: { readonly title: string; readonly links: readonly ServiceLink[] }) {
  if (links.length === 0) return null
  return (
    <ul className={styles.links} aria-label={title}>
      <li aria-hidden="true">{title}</li>
      {links.map(({ name, url }) => (
        <li key={url}>
          <OutsideLink url={url}>
            <bdi>{name}</bdi>
          </OutsideLink>
        </li>
      ))}
    </ul>
  )
}
