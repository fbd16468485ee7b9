import { safeStorage } from 'electron'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Logger, Secrets } from '../../engine/ports'
import { openStore } from './store'

/** What the vault needs of Electron's `safeStorage`. */
export type Cipher = Pick<
  typeof safeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>

/**
 * Tokens, encrypted with a key that the system's keychain holds, in `vault.json` of the data folder. Without a keychain
 * they are kept for this run only: Electron would otherwise encrypt with a password that is in its source.
 * Call after Electron is ready.
 */
export function openElectronSecrets(folder: string, logger: Logger): Secrets {
  return hasKeychain(safeStorage, process.platform) ? openVault(folder, safeStorage, logger) : openRunVault()
}

export function hasKeychain(cipher: Cipher, platform: NodeJS.Platform): boolean {
  if (!cipher.isEncryptionAvailable()) return false
  // On Linux "available" is also said of the fixed password.
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(cipher.getSelectedStorageBackend())
}

/**
 * The port is synchronous, so that a saved token is on disk when the call is answered: hence the calls of safeStorage
 * that Electron calls deprecated. Their data can be read by the asynchronous ones.
 */
export function openVault(folder: string, cipher: Cipher, logger: Logger): Secrets {
  const store = openStore(folder, 'vault', 'throw')
  return {
    place: "in this computer's keychain",
    read: connection => {
      const kept = store.get(connection)
      if (typeof kept !== 'string') return null
      try {
        return cipher.decryptString(Buffer.from(kept, 'base64'))
      } catch (error) {
        logger.warn('A token could not be decrypted: type it anew', { connection, error: String(error) })
        return null
      }
    },
    write: (connection, token) => store.set(connection, cipher.encryptString(token).toString('base64')),
    forget: connection => store.delete(connection),
  }
}

export function openRunVault(): Secrets {
  const tokens = new Map<ConnectionId, string>()
  return {
    place: 'in memory until Quarterdeck is closed: this computer has no keychain that it can use',
    read: connection => tokens.get(connection) ?? null,
    write: (connection, token) => void tokens.set(connection, token),
    forget: connection => void tokens.delete(connection),
  }
}
