import { nameKey } from './alerts/facts'
import { slotFor } from './slots'

/** A service as its owners call it, and as customers may hear of it. */
export interface PublicService {
  /** As PagerDuty, Grafana and the code call it. */
  readonly id: string
  readonly name: string
  /** Names or ids of components of a status page. */
  readonly components: readonly string[]
}

/** A part of a status page: customers know what it shows. */
export interface NamedComponent {
  readonly id: string
  readonly name: string
}

export interface PublicName {
  readonly name: string
  readonly source: 'services' | 'status-page'
}

/**
 * [PN1] What customers may hear of a service: its name in `services.yaml`, or its own name where a status page has a
 * component that is called the same. Undefined: nobody has said it.
 */
export function publicNameOf(
  service: string,
  services: readonly PublicService[],
  components: readonly NamedComponent[],
): PublicName | undefined {
  const key = nameKey(service)
  const known = services.find(({ id }) => nameKey(id) === key)
  if (known !== undefined) return { name: known.name, source: 'services' }
  const shown = components.find(({ name }) => nameKey(name) === key)
  return shown && { name: shown.name, source: 'status-page' }
}

/** [PN3] Components that a service may be to customers: those that `services.yaml` lists, else those of like names. */
export function componentsOf<Component extends NamedComponent>(
  service: string,
  services: readonly PublicService[],
  components: readonly Component[],
): readonly Component[] {
  const known = services.find(({ id }) => nameKey(id) === nameKey(service))
  if (known !== undefined && known.components.length > 0) {
    const listed = new Set(known.components.map(nameKey))
    return components.filter(({ id, name }) => listed.has(nameKey(id)) || listed.has(nameKey(name)))
  }
  const wanted = wordsOf(known?.name ?? service)
  return components.filter(({ name }) => wordsOf(name).some(word => wanted.includes(word)))
}

/** Words for what a thing is made of and not what it is for. */
const plainWords = new Set(['api', 'app', 'service', 'svc', 'server', 'backend', 'prod', 'production', 'the', 'and'])

/** Without a plural's s: `payments-api` is `payment`. */
function wordsOf(name: string): readonly string[] {
  const words = name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return words.filter(word => word.length > 1 && !plainWords.has(word)).map(word => word.replace(/(?<=..)s$/, ''))
}

/** Letters with a hyphen, dot, slash, underscore or digit between them: no customer calls a thing so. */
function isIdentifier(name: string): boolean {
  return /[\p{L}\p{N}][-_./:\d]/u.test(name)
}

/**
 * [PN2] Text of the record as customers may read it: an internal name in it becomes the public one, or a slot where
 * there is none. A service that is called by an everyday word ("Payments") is left alone.
 */
export function withPublicNames(
  text: string,
  internal: readonly string[],
  publicName: (service: string) => string | undefined,
): string {
  const names = [...new Set(internal)].filter(isIdentifier).sort((a, b) => b.length - a.length)
  if (names.length === 0) return text
  const any = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}_-])`, 'giu')
  return text.replace(any, found => publicName(found) ?? slotFor(`public name of ${found}`))
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
