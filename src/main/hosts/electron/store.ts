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
