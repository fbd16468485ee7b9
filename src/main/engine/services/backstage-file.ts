import * as z from 'zod/mini'
import { nameKey } from '../../../shared/domain/alerts/facts'
import type { CatalogueService, ServiceLink } from '../../../shared/domain/service-catalogue'
import type { Reply } from '../../../shared/lib/reply'
import { type FileFlaw, readYamlDocuments } from '../guards/yaml-text'
import { serviceWord } from './services-file'

const text = z.string().check(z.maxLength(2_000))
const link = z.object({ url: text, title: z.optional(z.nullable(text)), type: z.optional(z.nullable(text)) })

/** What an entity of Backstage's catalogue has of use here; whatever else is in it is Backstage's own. */
const entity = z.object({
  kind: text,
  metadata: z.object({
    name: serviceWord,
    title: z.optional(z.nullable(serviceWord)),
    annotations: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
    links: z.optional(z.nullable(z.array(link).check(z.maxLength(100)))),
  }),
  spec: z.optional(
    z.nullable(
      z.object({
        owner: z.optional(z.nullable(text)),
        dependsOn: z.optional(z.nullable(z.array(text).check(z.maxLength(200)))),
      }),
    ),
  ),
})
type Entity = z.output<typeof entity>

const services: ReadonlySet<string> = new Set(['component', 'system', 'api', 'resource'])
/** Annotations whose value is another name of the service. */
const names = ['pagerduty.com/service-id', 'backstage.io/kubernetes-id', 'prometheus.io/service-name']

/** [SY3] `catalog-info.yaml` as Backstage reads it, of several documents; the first mistake is named with its place. */
export function readBackstage(file: string): Reply<readonly CatalogueService[], FileFlaw> {
  const read = readYamlDocuments(file, entity)
  if (!read.ok) return read
  const found = new Map<string, CatalogueService>()
  for (const one of read.value) {
    const key = nameKey(one.metadata.name)
    // A component and its API are often called the same: the component, which comes first, is the service.
    if (services.has(one.kind.toLowerCase()) && !found.has(key)) found.set(key, serviceOf(one))
  }
  return { ok: true, value: [...found.values()] }
}

function serviceOf({ metadata, spec }: Entity): CatalogueService {
  const { name: id, title, annotations, links } = metadata
  const called = names.flatMap(name => {
    const value = annotations?.[name]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  const linked = (word: RegExp): readonly ServiceLink[] =>
    (links ?? [])
      .filter(one => word.test(one.type ?? '') || word.test(one.title ?? ''))
      .map(({ url, title: said }) => ({ url, name: said || url }))
  return {
    // A title is for colleagues: nobody has said that customers may read it.
    ...{ id, name: null, aliases: [...(title ? [title] : []), ...called] },
    owner: spec?.owner ? plainName(spec.owner) : null,
    dependsOn: (spec?.dependsOn ?? []).map(plainName),
    ...{ runbooks: linked(/run-?book/i), dashboards: linked(/dashboard|grafana/i) },
    ...{ ladder: null, objective: null, panels: [], components: [] },
  }
}

/** `group:default/payments` → `payments`. */
function plainName(reference: string): string {
  return reference.replace(/^[^:/]*:/, '').replace(/^.*\//, '')
}
