import { join } from 'node:path'
import ElectronStore from 'electron-store'
import type { SettingsStore } from '../../engine/ports'
import { deserializeSettings, openSettingsStore } from '../settings-store'
import { keepStoresPrivate } from './electron-store'

/**
 * The settings of the desktop: `config.json` in the data folder, the same file that the web host reads.
 * @throws StartProblem where the file is broken; it is left as it is
 */
export function openElectronSettings(folder: string): SettingsStore {
  return openSettingsStore(join(folder, 'config.json'), () => {
    const store = new ElectronStore({
      cwd: folder,
      name: 'config',
      clearInvalidConfig: false,
      deserialize: deserializeSettings,
      accessPropertiesByDotNotation: false,
    })
    keepStoresPrivate()
    return store
  })
}
