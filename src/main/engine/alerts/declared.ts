import type { Fault } from '../../../shared/contract/faults'
import type { Mode } from '../../../shared/contract/mode'
import type { DependsOn } from '../../../shared/domain/alerts/dependencies'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { SettingsStore } from '../ports'
import { refused } from '../record/decision'
import type { AlertStore } from './alert-store'

/** Which service needs which, as the settings say and the groups follow at once. */
export interface DeclaredDependencies {
  read(): Reply<DependsOn, Fault>
  declare(dependsOn: DependsOn): Reply<null, Fault>
}

export function declaredDependencies(
  world: Mode,
  settings: SettingsStore,
  alerts: Pick<AlertStore, 'follow'>,
): DeclaredDependencies {
  return {
    read: () => ok(settings.read().dependsOn ?? {}),
    declare(dependsOn) {
      if (world.kind === 'drill') return inDrill
      settings.write({ dependsOn })
      alerts.follow(dependsOn)
      return ok(null)
    },
  }
}

const inDrill = refused('drill-dependencies')
