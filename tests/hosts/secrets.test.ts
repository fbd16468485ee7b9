import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderKey } from '../../src/main/hosts/web/folder-key'
import { openSecrets } from '../../src/main/hosts/web/secrets'
import type { ConnectionId } from '../../src/shared/domain/ids'
import { scratchFolder } from '../support/folders'

const pagerduty = 'my-pagerduty' as ConnectionId

function modeOf(file: string): number {
  return statSync(file).mode & 0o777
}

describe('secrets of the web host', () => {
  it('keeps a token for the next start in a file that only its owner can read', () => {
    const folder = scratchFolder()
    openSecrets(folder, {}).write(pagerduty, 's3cret')
    expect(openSecrets(folder, {}).read(pagerduty)).toBe('s3cret')
    expect(modeOf(join(folder, 'secrets.json'))).toBe(0o600)
  })

  it('forgets', () => {
    const folder = scratchFolder()
    const secrets = openSecrets(folder, {})
    secrets.write(pagerduty, 's3cret')
    secrets.forget(pagerduty)
    expect(secrets.read(pagerduty)).toBeNull()
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('s3cret')
  })

  it('lets the environment win, and never writes it down', () => {
    const folder = scratchFolder()
    const secrets = openSecrets(folder, { QUARTERDECK_TOKEN_MY_PAGERDUTY: 'from-outside' })
    secrets.write('other' as ConnectionId, 'x')
    expect(secrets.read(pagerduty)).toBe('from-outside')
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('from-outside')
  })

  it('takes any id as a plain name', () => {
    const folder = scratchFolder()
    openSecrets(folder, {}).write('__proto__' as ConnectionId, 'odd')
    const secrets = openSecrets(folder, {})
    expect(secrets.read('__proto__' as ConnectionId)).toBe('odd')
    expect(secrets.read('constructor' as ConnectionId)).toBeNull()
  })

  it.skipIf(process.platform === 'win32')('refuses a file that others can read, and says what to do', () => {
    const folder = scratchFolder()
    const file = join(folder, 'secrets.json')
    writeFileSync(file, '{"my-pagerduty": "s3cret"}')
    chmodSync(file, 0o644)
    expect(() => openSecrets(folder, {})).toThrow(/can be read by others \(mode 644\): run `chmod 600/)
  })

  it('does not quote a broken file, for there are tokens in it', () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'secrets.json'), '{"my-pagerduty": "s3cret"', { mode: 0o600 })
    const message = messageOf(() => openSecrets(folder, {}))
    expect(message).toContain('secrets.json is not a JSON object')
    expect(message).not.toContain('s3cret')
  })
})

describe('the key of a data folder', () => {
  it('is made once, in a file that only its owner can read', () => {
    const folder = scratchFolder()
    const key = folderKey(folder)
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(folderKey(folder)).toBe(key)
    expect(modeOf(join(folder, 'session.key'))).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32')('is replaced when others could have read it', () => {
    const folder = scratchFolder()
    const key = folderKey(folder)
    chmodSync(join(folder, 'session.key'), 0o640)
    expect(folderKey(folder)).not.toBe(key)
    expect(modeOf(join(folder, 'session.key'))).toBe(0o600)
  })

  it('is replaced when it is cut short', () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'session.key'), 'abc', { mode: 0o600 })
    expect(folderKey(folder)).toMatch(/^[\w-]{43}$/)
  })
})

function messageOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return ''
}
