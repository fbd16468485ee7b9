import { ok } from '../../../shared/lib/reply'
import type { Clock } from '../ports'
import type { Handlers } from '../sessions/handlers'
import { actorOf } from '../sessions/sessions'
import type { DeclaredDependencies } from './declared'
import type { Storm } from './storm'

type AlertQueries =
  | 'alerts:group'
  | 'alerts:pages'
  | 'alerts:labelled'
  | 'alerts:rows'
  | 'alerts:first'
  | 'alerts:names'
  | 'alerts:dependencies'
  | 'alerts:rules'
  | 'alerts:preview'

/** What the store alone can answer; what also takes a vendor's word is with the vendors. */
export function alertQueries(storm: Storm, dependencies: DeclaredDependencies): Handlers<AlertQueries> {
  return {
    'alerts:group': input => ok(storm.page(input)),
    'alerts:pages': ({ groups }) => ok(storm.pages(groups)),
    'alerts:labelled': ({ words }) => ok(storm.labelled(words)),
    'alerts:rows': input => ok(storm.rowsSince(input)),
    'alerts:first': input => ok(storm.first(input)),
    'alerts:names': () => ok(storm.names()),
    'alerts:dependencies': () => dependencies.read(),
    'alerts:rules': () => ok(storm.all()),
    'alerts:preview': ({ match }) => ok(storm.preview(match)),
  }
}

export function alertChanges(
  storm: Storm,
  dependencies: DeclaredDependencies,
  clock: Clock,
): Handlers<'alerts:depend' | 'alerts:hide' | 'alerts:unhide'> {
  return {
    'alerts:depend': ({ dependsOn }) => dependencies.declare(dependsOn),
    'alerts:hide': (input, screen) => storm.hide(input, actorOf(screen), clock.now()),
    'alerts:unhide': (input, screen) => storm.unhide(input, actorOf(screen), clock.now()),
  }
}
