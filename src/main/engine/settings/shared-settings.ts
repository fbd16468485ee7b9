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
import { audienceFile } from '../../../shared/domain/method/audience-file'
import { defaultMirror } from '../../../shared/domain/mirror'
import { severities } from '../../../shared/domain/severity'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { Settings, SettingsStore } from '../ports'
import { conflict, refused } from '../record/decision'
import type { Handlers } from '../sessions/handlers'
import { mergedAudiences, movedSetting } from './moved-settings'

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
  // [AU12] What is as the method says is not stored, so that it follows the method's file.
  const tableWith = ({ audiences, was }: EngineSettingsChange, now: EngineSettings) => {
    if (audiences === undefined) return ok(undefined)
    const merged = mergedAudiences(audiences ?? method.audiences(), was?.audiences, now.audiences, audiences === null)
    if (!merged.ok) return merged
    // Each of two rows is good, and together they have one name.
    if (!audienceFile.safeParse(merged.value).success) return conflict('setting-audiences-together')
    return ok(isDeepStrictEqual(merged.value, method.audiences()) ? null : merged.value)
  }
  return {
    read,
    change(asked) {
      if (world.kind === 'drill') return inDrill
      const now = read().value
      const moved = movedSetting(asked, now)
      if (moved !== undefined) return moved
      const table = tableWith(asked, now)
      if (!table.ok) return table
      const { was: _, cadence, audiences: __, ...plain } = asked
      settings.write({
        ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
        ...(cadence !== undefined && { cadence: chosenWith(cadence) }),
        ...(table.value !== undefined && { audiences: table.value }),
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
