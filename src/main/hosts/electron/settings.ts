import type { Settings, SettingsStore } from '../../engine/ports'
import { openStore } from './store'

const defaults: Settings = { me: null, connections: [], panels: [], cancelWindow: 5_000 }

/** Settings in `config.json` of the data folder, the same file that the web host reads. */
export function openElectronSettings(folder: string): SettingsStore {
  const store = openStore(folder, 'config', 'throw')
  return {
    read: () => ({ ...defaults, ...(store.store as Partial<Settings>) }),
    write: change => store.set({ ...change }),
  }
}
