import { nameKey } from '../../../shared/domain/alerts/facts'
import { type CatalogueService, ownerOfService } from '../../../shared/domain/service-catalogue'

export function withWords(catalogue: readonly CatalogueService[], typed: string): readonly CatalogueService[] {
  const words = typed.toLowerCase().split(/\s+/)
  return catalogue.filter(service => {
    const { id, name, aliases } = service
    const known = [id, name ?? '', ownerOfService(service), ...aliases].join('\n').toLowerCase()
    return words.every(word => known.includes(word))
  })
}

/** Services that depend on it directly. */
export function usersOf(catalogue: readonly CatalogueService[], { id }: CatalogueService): readonly string[] {
  const key = nameKey(id)
  return catalogue.filter(({ dependsOn }) => dependsOn.some(name => nameKey(name) === key)).map(one => one.id)
}
