import { ipcMain } from 'electron'
import ElectronStore from 'electron-store'

/**
 * A JSON file in `folder` that only this user reads; writes are atomic. A file that is not JSON throws, or is begun
 * anew when `broken` is 'begin-anew'.
 */
export function openStore(folder: string, name: string, broken: 'throw' | 'begin-anew'): ElectronStore {
  const store = new ElectronStore({
    cwd: folder,
    name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: broken === 'begin-anew',
  })
  // electron-store answers any page that asks for the profile's path. Our pages read no store, so nobody may ask.
  ipcMain.removeAllListeners('electron-store-get-data')
  return store
}
