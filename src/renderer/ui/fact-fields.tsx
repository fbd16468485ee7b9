import { type LinkId, newId } from '../../shared/domain/ids'
import { LONGEST_ADDRESS, linkAddress } from '../../shared/domain/incident-facts'
import { linkKindOf } from '../../shared/domain/link-kind'
import type { CatalogueService } from '../../shared/domain/service-catalogue'
import { listText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import styles from './beginning-fields.module.css'
import { namesIn, ServiceHints } from './service-hints'
import textStyles from './text.module.css'
import { TextField } from './text-fields'

const text = texts.declaring

/** As typed: names separated by commas, addresses also by spaces. */
export interface TypedDeclaredFacts {
  readonly services: string
  readonly links: string
}

/** [DI5] The facts to declare with; `unreadable`: one of the addresses is none. */
export function factsToDeclare({ services, links }: TypedDeclaredFacts) {
  const addresses = addressesIn(links)
  if (addresses.some(({ url }) => url === undefined)) return 'unreadable'
  return {
    services: namesIn(services),
    links: addresses.map(({ address, url = '' }) => ({
      link: newId<LinkId>(),
      kind: linkKindOf(url),
      label: '',
      address,
    })),
  }
}

function addressesIn(typed: string) {
  const whole = typed.trim()
  // A telephone number may be written with spaces.
  const each = linkAddress(whole) === undefined ? whole.split(/[\s,;]+/).filter(part => part !== '') : [whole]
  return each.map(address => ({ address, url: linkAddress(address) }))
}

interface FactFieldsProps {
  readonly typed: TypedDeclaredFacts
  readonly onTyped: (change: Partial<TypedDeclaredFacts>) => void
  /** Undefined: not read yet. */
  readonly catalogue: readonly CatalogueService[] | undefined
  /** The services are those that the alerts name. */
  readonly fromAlerts?: boolean
}

/** [DI5] What it affects, and where else to look: offered, and never required. */
export function FactFields({ typed, onTyped, catalogue, fromAlerts = false }: FactFieldsProps) {
  const addresses = addressesIn(typed.links)
  const kinds = addresses.flatMap(({ url }) => (url === undefined ? [] : texts.barLinks.linkKinds[linkKindOf(url)]))
  const wrong = addresses.find(({ url }) => url === undefined)
  return (
    <>
      <div className={styles.pair}>
        <TextField
          limit={null}
          label={text.services}
          description={fromAlerts && text.servicesOfAlerts}
          placeholder={text.servicesExample}
          value={typed.services}
          onChange={event => onTyped({ services: event.currentTarget.value })}
        />
        <TextField
          limit={LONGEST_ADDRESS * 2}
          label={text.links}
          // A description beside none would shift one of the two fields.
          description={fromAlerts && text.linksAbout}
          placeholder={text.linksExample}
          error={wrong && t(text.noLink, { address: wrong.address })}
          value={typed.links}
          onChange={event => onTyped({ links: event.currentTarget.value })}
        />
      </div>
      <ServiceHints catalogue={catalogue} typed={typed.services} onTyped={services => onTyped({ services })} />
      {kinds.length > 0 && <p className={textStyles.quiet}>{t(text.linkKinds, { kinds: listText(kinds) })}</p>}
    </>
  )
}
