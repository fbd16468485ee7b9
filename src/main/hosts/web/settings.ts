import { join } from 'node:path'
import Conf from 'conf'
import type { SettingsStore } from '../../engine/ports'
import { deserializeSettings, openSettingsStore } from '../settings-store'

/**
 * The settings of the web host: `config.json` in the data folder, the same file shape as on the desktop.
 * @throws StartProblem where the file is broken; it is left as it is
 */
export function openSettings(folder: string): SettingsStore {
  return openSettingsStore(
    join(folder, 'config.json'),
    // Its keys are plain names, never paths, and an unreadable file must not be cleared.
    () =>
      new Conf({
        cwd: folder,
        configName: 'config',
        configFileMode: 0o600,
        clearInvalidConfig: false,
        deserialize: deserializeSettings,
        accessPropertiesByDotNotation: false,
      }),
  )
}
