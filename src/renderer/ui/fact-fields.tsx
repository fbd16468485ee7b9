import type { AlertRow } from '../../shared/contract/alert-rows'
import { type LinkId, newId } from '../../shared/domain/ids'
import { LONGEST_ADDRESS, MOST_LINKS, MOST_SERVICES } from '../../shared/domain/incident-facts'
import { linkKindOf } from '../../shared/domain/link-kind'
import type { CatalogueService } from '../../shared/domain/service-catalogue'
import { shortened } from '../../shared/lib/whole-characters'
import { listText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import styles from './fields.module.css'
import { namesIn, ServiceHints } from './service-hints'
import textStyles from './text.module.css'
import { TextField } from './text-fields'
import { linksIn } from './typed-links'

const text = texts.declaring

/** As typed: names separated by commas, addresses by spaces. */
export interface TypedDeclaredFacts {
  readonly services: string
  readonly links: string
}

/** [DI5] The facts to declare with; `unreadable`: one of the addresses is none, or there are too many. */
export function factsToDeclare({ services, links }: TypedDeclaredFacts) {
  const { each, flaw } = readLinks(links)
  if (flaw !== undefined) return 'unreadable'
  return {
    services: namesIn(services),
    links: each.map(([url, address]) => ({ link: newId<LinkId>(), kind: linkKindOf(url), label: '', address })),
  }
}

/** Each address once, with how it was typed, and what is wrong with the text. */
function readLinks(typed: string) {
  const found = linksIn(typed)
  const urls = new Map(found.flatMap(({ url, address }) => (url === undefined ? [] : [[url, address] as const])))
  const wrong = found.find(({ url }) => url === undefined)
  return { each: [...urls], flaw: wrong ? t(text.noLink, { address: shortened(wrong.address, SHOWN) }) : tooMany(urls) }
}

/** As much of a wrong address as its error shows. */
const SHOWN = 100

function tooMany({ size }: ReadonlyMap<string, string>) {
  return size > MOST_LINKS ? t(texts.faults['links-full'], { most: MOST_LINKS }) : undefined
}

/** [DI5] Each once. A name with a comma in it would be read as two. */
export function servicesOf(rows: readonly Pick<AlertRow, 'service'>[]): string {
  const names = rows.flatMap(({ service }) => service?.trim() || []).filter(name => namesIn(name).length === 1)
  return [...new Set(names)].slice(0, MOST_SERVICES).join(', ')
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
  const { each, flaw } = readLinks(typed.links)
  const kinds = each.map(([url]) => texts.barLinks.linkKinds[linkKindOf(url)])
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
          error={flaw}
          value={typed.links}
          onChange={event => onTyped({ links: event.currentTarget.value })}
        />
      </div>
      <ServiceHints catalogue={catalogue} typed={typed.services} onTyped={services => onTyped({ services })} />
      {kinds.length > 0 && <p className={textStyles.quiet}>{t(text.linkKinds, { kinds: listText(kinds) })}</p>}
    </>
  )
}
