import { isDeepStrictEqual } from 'node:util'
import type { EngineSettings, EngineSettingsChange } from '../../../shared/contract/engine-settings'
import type { Fault } from '../../../shared/contract/faults'
import type { Mode } from '../../../shared/contract/mode'
import type { AudienceMatrix } from '../../../shared/domain/audience-matrix'
import {
  type Cadence,
  type CadenceOverrides,
  cadenceColumns,
  overridesOf,
  withOverrides,
} from '../../../shared/domain/cadence'
import { defaultLintSettings, type LintSettings } from '../../../shared/domain/lint/lint-finding'
import { defaultMirror } from '../../../shared/domain/mirror'
import { severities } from '../../../shared/domain/severity'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { Settings, SettingsStore } from '../ports'
import { refused } from '../record/decision'
import type { Handlers } from '../sessions/handlers'

/** The settings that sessions show and change for everybody. */
export interface SharedSettings {
  read(): Reply<EngineSettings, Fault>
  change(part: EngineSettingsChange): Reply<EngineSettings, Fault>
}

export function sharedSettings(
  world: Mode,
  settings: SettingsStore,
  method: { cadence(): Cadence; audiences(): AudienceMatrix },
): SharedSettings {
  if (world.kind !== 'drill') storeOnlyChosen(settings, method)
  const read = () => {
    const {
      me,
      cancelWindow,
      cadence: chosen,
      audiences: table,
      approvalFor = [],
      holdingApproval = false,
      mirror = defaultMirror,
      ...own
    } = settings.read()
    const [methodCadence, methodAudiences] = [method.cadence(), method.audiences()]
    const cadence = withOverrides(methodCadence, chosen)
    return ok({
      ...{ me, cancelWindow, cadence, methodCadence, approvalFor, holdingApproval, mirror },
      ...{ audiences: table ?? methodAudiences, methodAudiences },
      ...lintSettingsOf(own),
    })
  }
  // [SE7] What is as the method says is not stored, so that it follows the method's files.
  const chosenWith = (cadence: CadenceOverrides) => {
    const own = method.cadence()
    return overridesOf(own, withOverrides(withOverrides(own, settings.read().cadence), cadence))
  }
  return {
    read,
    change({ me, cancelWindow, cadence, audiences, approvalFor, holdingApproval, mirror, repairTime }) {
      if (world.kind === 'drill') return inDrill
      settings.write({
        ...(me !== undefined && { me }),
        ...(cancelWindow !== undefined && { cancelWindow }),
        ...(cadence !== undefined && { cadence: chosenWith(cadence) }),
        ...(approvalFor !== undefined && { approvalFor }),
        ...(holdingApproval !== undefined && { holdingApproval }),
        // [AU12] What is as the method says is not stored, so that it follows the method's file.
        ...(audiences !== undefined && {
          audiences: isDeepStrictEqual(audiences, method.audiences()) ? null : audiences,
        }),
        ...(mirror !== undefined && { mirror }),
        ...(repairTime !== undefined && { repairTime }),
      })
      return read()
    },
  }
}

/** [LN10] What the team has set of the lint, the rest as it ships. */
export function lintSettingsOf({
  repairTime = defaultLintSettings.repairTime,
}: Pick<Settings, 'repairTime'>): LintSettings {
  return { repairTime }
}

/** [SE7] A file from before holds all values: those that are as the method says follow it from now on. */
function storeOnlyChosen(settings: SettingsStore, method: { cadence(): Cadence }): void {
  const { cadence } = settings.read()
  const isFull = cadenceColumns.every(name => severities.every(severity => cadence?.[name]?.[severity] !== undefined))
  if (!isFull) return
  const own = method.cadence()
  try {
    settings.write({ cadence: overridesOf(own, withOverrides(own, cadence)) })
  } catch {
    // A folder that cannot be written to is reported by itself, and the values are the same until it can.
  }
}

const inDrill = refused('drill-settings')

export function settingsQueries(settings: SharedSettings): Handlers<'settings:read'> {
  return { 'settings:read': () => settings.read() }
}

export function settingsChanges(settings: SharedSettings): Handlers<'settings:change'> {
  return { 'settings:change': input => settings.change(input) }
}
