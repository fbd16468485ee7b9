import { nameKey } from '../../../shared/domain/alerts/facts'
import type { CatalogueService, ServiceObjective } from '../../../shared/domain/service-catalogue'
import { listText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

const text = texts.services

export function withWords(catalogue: readonly CatalogueService[], typed: string): readonly CatalogueService[] {
  const words = typed.toLowerCase().split(/\s+/)
  return catalogue.filter(({ id, name, owner, aliases }) => {
    const known = [id, name ?? '', owner ?? '', ...aliases].join('\n').toLowerCase()
    return words.every(word => known.includes(word))
  })
}

/** Services that depend on it directly. */
export function usersOf(catalogue: readonly CatalogueService[], { id }: CatalogueService): readonly string[] {
  const key = nameKey(id)
  return catalogue.filter(({ dependsOn }) => dependsOn.some(name => nameKey(name) === key)).map(one => one.id)
}

export function objectiveText({ availability, errors, latency }: ServiceObjective): string {
  const parts = [
    availability === undefined ? '' : t(text.availability, { value: availability }),
    errors === undefined ? '' : t(text.errors, { value: errors }),
    latency === undefined ? '' : t(text.latency, { value: latency }),
  ]
  return t(text.objective, { parts: listText(parts.filter(part => part !== '')) })
}
