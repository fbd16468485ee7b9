import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cipher, hasKeychain, openRunVault, openVault } from '../../src/main/hosts/electron/vault'
import type { ConnectionId } from '../../src/shared/domain/ids'
import { keptLogger } from '../support/kept-logger'

const pager = 'my.pager' as ConnectionId
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-vault-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Turns the text around: enough to see that the plain token is not in the file. */
const cipher: Cipher = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: text => Buffer.from(`sealed:${[...text].reverse().join('')}`),
  decryptString: data => {
    if (!data.toString().startsWith('sealed:')) throw new Error('wrong key')
    return [...data.toString().slice(7)].reverse().join('')
  },
}

const openFile = () => new Conf({ cwd: folder, configName: 'vault', accessPropertiesByDotNotation: false })

describe('tokens in the keychain’s care', () => {
  it('are there after a restart, and not in plain in the file', () => {
    openVault(openFile(), cipher, keptLogger()).write(pager, 'token-123')
    expect(openVault(openFile(), cipher, keptLogger()).read(pager)).toBe('token-123')
    expect(readFileSync(join(folder, 'vault.json'), 'utf8')).not.toContain('token-123')
  })

  it('are gone when forgotten', () => {
    const vault = openVault(openFile(), cipher, keptLogger())
    vault.write(pager, 'token-123')
    vault.forget(pager)
    expect(vault.read(pager)).toBeNull()
  })

  it.each(['__internal__', '__proto__', 'constructor', 'a.b.c'])('keeps a connection named %s', id => {
    const vault = openVault(openFile(), cipher, keptLogger())
    expect(vault.read(id as ConnectionId)).toBeNull()
    vault.write(id as ConnectionId, 'token-123')
    expect(vault.read(id as ConnectionId)).toBe('token-123')
  })

  it('says in the log, without the token, that one cannot be read any more', () => {
    const file = openFile()
    file.set(`token:${pager}`, Buffer.from('another key').toString('base64'))
    const logger = keptLogger()
    expect(openVault(file, cipher, logger).read(pager)).toBeNull()
    expect(logger.lines).toEqual([expect.stringContaining('type it anew')])
  })
})

describe('without a keychain', () => {
  it.each([
    ['linux', 'basic_text', false],
    ['linux', 'unknown', false],
    ['linux', 'kwallet6', true],
    ['darwin', 'basic_text', true],
    ['win32', 'basic_text', true],
  ] as const)('on %s with %s: keychain %s', (platform, backend, expected) => {
    expect(hasKeychain({ ...cipher, getSelectedStorageBackend: () => backend }, platform)).toBe(expected)
    expect(hasKeychain({ ...cipher, isEncryptionAvailable: () => false }, platform)).toBe(false)
  })

  it('keeps tokens for this run only, and says so', () => {
    const vault = openRunVault()
    vault.write(pager, 'token-123')
    expect(vault.read(pager)).toBe('token-123')
    expect(vault.place).toContain('until Quarterdeck is closed')
    expect(openRunVault().read(pager)).toBeNull()
  })
})
