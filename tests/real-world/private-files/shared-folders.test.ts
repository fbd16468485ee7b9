import { chmodSync, chownSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFolder } from '../../../src/main/engine/storage/folder-check'
import { makePrivate } from '../../../src/main/engine/storage/private-folder'
import { openStore } from '../../../src/main/engine/storage/store'
import { scratchFolder } from '../../support/folders'

function folderOf(mode: number, ...files: readonly string[]): string {
  const folder = join(scratchFolder(), 'deck')
  mkdirSync(folder)
  for (const name of files) writeFileSync(join(folder, name), '')
  chmodSync(folder, mode)
  return folder
}

function refusalOf(folder: string): string {
  const checked = checkFolder(folder)
  return checked.ok ? '' : checked.fault.message
}

const modeOf = (path: string) => statSync(path).mode & 0o7777

describe.skipIf(process.platform === 'win32')('a data folder that others could read', () => {
  it('[DF1] is tightened where it is empty or has our files', () => {
    for (const folder of [folderOf(0o755), folderOf(0o755, 'config.json'), folderOf(0o777, 'quarterdeck.log')]) {
      expect(makePrivate(folder)).toEqual({ ok: true, value: null })
      expect(modeOf(folder)).toBe(0o700)
    }
  })

  it('[DF2] is refused and left as it is where it holds other things, with a folder of its own as the way out', () => {
    const home = folderOf(0o755, 'notes.txt', '.profile')
    expect(refusalOf(home)).toContain(`--data ${join(home, 'quarterdeck')}`)
    expect(makePrivate(home).ok).toBe(false)
    expect(modeOf(home)).toBe(0o755)
    expect(refusalOf(folderOf(0o700, 'notes.txt'))).toBe('')
  })

  it('[DF2] is refused where everybody may make files in it, as in /tmp, even with our files in it', () => {
    const shared = folderOf(0o1777, 'config.json')
    expect(refusalOf(shared)).toContain('shared with other users')
    expect(modeOf(shared)).toBe(0o1777)
    for (const nothingElse of [shared, folderOf(0o1777)]) {
      expect(refusalOf(nothingElse)).toContain('is a shared system folder')
      expect(refusalOf(nothingElse)).not.toContain('other files')
    }
    expect(refusalOf(folderOf(0o1777, 'notes.txt'))).toContain('contains other files')
  })

  it.runIf(process.getuid?.() === 0)(
    '[DF2] is refused where it belongs to another user, who is named, with the way out',
    () => {
      const folder = folderOf(0o700, 'config.json')
      chownSync(folder, 12_345, 12_345)
      expect(refusalOf(folder)).toMatch(/belongs to another user \(uid 12345.*--data DIR.*chown/)
      expect(openStore(folder).ok).toBe(false)
      expect(statSync(folder).uid).toBe(12_345)
    },
  )

  it('[DF1] leaves what a link in it points to as it is', () => {
    const folder = folderOf(0o755, 'config.json')
    const elsewhere = join(scratchFolder(), 'elsewhere.txt')
    writeFileSync(elsewhere, '')
    chmodSync(elsewhere, 0o644)
    symlinkSync(elsewhere, join(folder, 'linked.txt'))
    makePrivate(folder)
    expect(modeOf(elsewhere)).toBe(0o644)
  })

  it('[DF1] has a database, its log of writes and its lock that only the owner reads, whatever the umask', () => {
    const before = process.umask(0)
    try {
      const folder = folderOf(0o755)
      const store = openStore(folder)
      if (!store.ok) throw new Error(store.fault.message)
      store.value.db.exec("INSERT INTO typedText VALUES ('a', 'b', 'line', 'c', 1)")
      for (const name of ['quarterdeck.sqlite', 'quarterdeck.sqlite-wal']) {
        expect([name, modeOf(join(folder, name))]).toEqual([name, 0o600])
      }
      store.value.close()
    } finally {
      process.umask(before)
    }
  })
})

describe('a record that was there', () => {
  it('[DF3] is never begun anew where the database is gone and its log of writes is left', () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'quarterdeck.sqlite-wal'), 'the newest lines')
    const refused = openStore(folder)
    expect(refused.ok ? '' : refused.fault.message).toMatch(/quarterdeck\.sqlite: it is gone.*move .*-wal away/)
    expect(existsSync(join(folder, 'quarterdeck.sqlite'))).toBe(false)
  })

  it('[DF3] that was cut off while it was begun is begun again', () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'quarterdeck.sqlite.new'), 'half')
    writeFileSync(join(folder, 'quarterdeck.sqlite.new-wal'), 'half')
    const store = openStore(folder)
    expect(store.ok).toBe(true)
    if (store.ok) store.value.close()
  })
})
