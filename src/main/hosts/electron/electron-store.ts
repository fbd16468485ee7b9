import { join } from 'node:path'
import { ipcMain } from 'electron'
import ElectronStore from 'electron-store'
import { checkRegularFile } from '../../engine/guards/regular-file'
import { StartProblem } from '../start-problem'

const MOST_BYTES = 5_000_000

/**
 * A JSON file in `folder` that only this user reads; writes are atomic. A file that is not JSON throws, or is begun
 * anew when `broken` is 'begin-anew'.
 */
export function openSettingsFile(folder: string, name: string, broken: 'throw' | 'begin-anew'): ElectronStore {
  const file = join(folder, `${name}.json`)
  const checked = checkRegularFile(file, MOST_BYTES)
  if (!checked.ok) throw new StartProblem(`${file} ${checked.fault.message}. Move it away and start again.`)
  const store = new ElectronStore({
    cwd: folder,
    name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: broken === 'begin-anew',
  })
  keepStoresPrivate()
  return store
}

/**
 * To be called after each store is made: electron-store then answers any page that asks for the profile's path, and
 * none of our pages reads a store.
 */
export function keepStoresPrivate(): void {
  ipcMain.removeAllListeners('electron-store-get-data')
}
