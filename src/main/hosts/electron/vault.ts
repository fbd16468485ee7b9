import type { safeStorage } from 'electron'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Logger, Secrets } from '../../engine/ports'

/** What the vault needs of Electron's `safeStorage`. */
export type Cipher = Pick<
  typeof safeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>

/** Where the encrypted tokens are stored: electron-store, or anything like it. */
export interface Vessel {
  get(key: string): unknown
  set(key: string, value: string): void
  delete(key: string): void
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
export function openVault(vessel: Vessel, cipher: Cipher, logger: Logger): Secrets {
  return {
    place: "in this computer's keychain",
    read: connection => {
      const kept = vessel.get(keyOf(connection))
      if (typeof kept !== 'string') return null
      try {
        return cipher.decryptString(Buffer.from(kept, 'base64'))
      } catch (error) {
        logger.warn('A token could not be decrypted: type it anew', { connection, error: String(error) })
        return null
      }
    },
    write: (connection, token) => vessel.set(keyOf(connection), cipher.encryptString(token).toString('base64')),
    forget: connection => vessel.delete(keyOf(connection)),
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

/** Prefixed, because the store reserves names such as `__internal__`, and an id may be any of them. */
function keyOf(connection: ConnectionId): string {
  return `token:${connection}`
}
