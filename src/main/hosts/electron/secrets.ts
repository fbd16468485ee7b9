import { safeStorage } from 'electron'
import type { Logger, Secrets } from '../../engine/ports'
import { openSettingsFile } from './electron-store'
import { hasKeychain, openRunVault, openVault } from './vault'

/**
 * Tokens, encrypted with a key in the system's keychain, in `vault.json` of the data folder. Without a keychain they
 * are held for this run only: Electron would otherwise encrypt with a password that is in its source. Call after
 * Electron is ready.
 */
export function openElectronSecrets(folder: string, logger: Logger): Secrets {
  return hasKeychain(safeStorage, process.platform)
    ? openVault(openSettingsFile(folder, 'vault', 'throw'), safeStorage, logger)
    : openRunVault()
}
