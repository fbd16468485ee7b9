import { nameKey } from '../../shared/domain/alerts/facts'
import { type CatalogueService, ownerOfService, serviceCalled } from '../../shared/domain/service-catalogue'
import { listText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { Button } from './button'
import { ButtonRow } from './button-row'
import textStyles from './text.module.css'

const text = texts.facts

interface ServiceHintsProps {
  /** Undefined: not read yet. */
  readonly catalogue: readonly CatalogueService[] | undefined
  /** Names separated by commas, as typed. */
  readonly typed: string
  readonly onTyped: (typed: string) => void
}

/** [SY7] Completes the last typed name from the catalogue, and lists the names that it does not have. */
export function ServiceHints({ catalogue = [], typed, onTyped }: ServiceHintsProps) {
  if (catalogue.length === 0) return null
  const { before, last } = divided(typed)
  const fitting = servicesFor(catalogue, typed)
  const unknown = before.filter(name => serviceCalled(catalogue, name) === undefined)
  return (
    <>
      {fitting.length > 0 && (
        <ButtonRow>
          {fitting.map(service => (
            <Button key={service.id} tone="bare" onClick={() => onTyped([...before, oneName(service.id)].join(', '))}>
              <span dir="auto">{hintOf(service)}</span>
            </Button>
          ))}
        </ButtonRow>
      )}
      {(unknown.length > 0 || isUnknown(catalogue, last)) && (
        <p className={textStyles.quiet} dir="auto">
          {t(text.notInCatalogue, { services: listText(isUnknown(catalogue, last) ? [...unknown, last] : unknown) })}
        </p>
      )}
    </>
  )
}

function hintOf(service: CatalogueService): string {
  const owner = ownerOfService(service)
  return t(owner === '' ? text.unowned : text.owned, { service: service.id, owner })
}

/** A name of PagerDuty may have what separates names here; without it, it means the same service. */
function oneName(id: string): string {
  return parts(id).join(' ')
}

const MOST = 4

/** The services that the last name may become; none once it is one. */
export function servicesFor(catalogue: readonly CatalogueService[], typed: string): readonly CatalogueService[] {
  const { before, last } = divided(typed)
  const key = nameKey(last)
  if (key === '' || serviceCalled(catalogue, last) !== undefined) return []
  const listed = new Set(before.map(name => nameKey(serviceCalled(catalogue, name)?.id ?? name)))
  return catalogue
    .filter(({ id, aliases }) => !listed.has(nameKey(id)) && [id, ...aliases].some(name => nameKey(name).includes(key)))
    .slice(0, MOST)
}

function isUnknown(catalogue: readonly CatalogueService[], last: string): boolean {
  return last !== '' && serviceCalled(catalogue, last) === undefined && servicesFor(catalogue, last).length === 0
}

/** The names of services in a text. */
export function namesIn(typed: string): readonly string[] {
  return parts(typed).filter(name => name !== '')
}

function parts(typed: string): readonly string[] {
  return typed.split(/[,،、;\n]/).map(name => name.trim())
}

function divided(typed: string) {
  const names = parts(typed)
  return { before: names.slice(0, -1).filter(name => name !== ''), last: names.at(-1) ?? '' }
}
