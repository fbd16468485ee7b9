import { ok } from '../../../shared/lib/reply'
import type { Clock } from '../ports'
import type { Handlers } from '../sessions/handlers'
import { actorOf } from '../sessions/sessions'
import type { AlertStore } from './alert-store'
import type { DeclaredDependencies } from './declared'

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
export function alertQueries(alerts: AlertStore, dependencies: DeclaredDependencies): Handlers<AlertQueries> {
  return {
    'alerts:group': input => ok(alerts.groupSlice(input)),
    'alerts:pages': ({ groups }) => ok(alerts.pagerDutyIncidents(groups)),
    'alerts:labelled': ({ words }) => ok(alerts.labelled(words)),
    'alerts:rows': input => ok(alerts.rowsSince(input)),
    'alerts:first': input => ok(alerts.first(input)),
    'alerts:names': () => ok(alerts.names()),
    'alerts:dependencies': () => dependencies.read(),
    'alerts:rules': () => ok(alerts.all()),
    'alerts:preview': ({ match }) => ok(alerts.preview(match)),
  }
}

export function alertChanges(
  alerts: AlertStore,
  dependencies: DeclaredDependencies,
  clock: Clock,
): Handlers<'alerts:depend' | 'alerts:hide' | 'alerts:unhide'> {
  return {
    'alerts:depend': ({ dependsOn }) => dependencies.declare(dependsOn),
    'alerts:hide': (input, screen) => alerts.hide(input, actorOf(screen), clock.now()),
    'alerts:unhide': (input, screen) => alerts.unhide(input, actorOf(screen), clock.now()),
  }
}
