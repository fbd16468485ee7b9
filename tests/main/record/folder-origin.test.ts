import { createHash, createPublicKey, verify } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { engineOn, incidentWith, type } from '../../support/damaged-record'
import { openedStore, rowsOf, withStore } from '../../support/event-rows'
import { scratchFolder } from '../../support/folders'

describe('[RK2] the origin of a data folder', () => {
  const identity = (folder: string) => withStore(folder, ({ origin }) => [origin.id, origin.incarnation])

  it('stays the same over starts, in a file of its owner alone', () => {
    const folder = scratchFolder()
    const [id, how] = identity(folder)
    expect(how).toBe('new')
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(identity(folder)).toEqual([id, 'same'])
    expect(statSync(join(folder, 'origin.key')).mode & 0o777).toBe(0o600)
  })

  it('is another one in a copy of the folder, which writes on beside the first', () => {
    const folder = scratchFolder()
    const [id] = identity(folder)
    const copy = scratchFolder()
    cpSync(folder, copy, { recursive: true })
    const [other, how] = identity(copy)
    expect([other === id, how]).toEqual([false, 'copied'])
    expect(identity(copy)).toEqual([other, 'same'])
    expect(identity(folder)).toEqual([id, 'same'])
  })

  it('is another one where its database was put back from a backup', () => {
    const folder = scratchFolder()
    const [id] = identity(folder)
    const file = join(folder, 'quarterdeck.sqlite')
    cpSync(file, `${file}.backup`)
    rmSync(file)
    cpSync(`${file}.backup`, file)
    // Its inode may be the one from before.
    expect(identity(folder)[0] === id).toBe(false)
  })

  it.each([
    ['is gone', (file: string) => rmSync(file), 'new'],
    ['is empty', (file: string) => writeFileSync(file, ''), 'new'],
    [
      'is no key',
      (file: string) => writeFileSync(file, '{"format":1,"key":"AAAA","machine":"","device":"","inode":"","born":""}'),
      'new',
    ],
    [
      'is of another machine',
      (file: string) =>
        writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), machine: 'another' })),
      'copied',
    ],
  ])('is a new one where the key %s, and that stops nobody', (_, harm, how) => {
    const folder = scratchFolder()
    const [id] = identity(folder)
    harm(join(folder, 'origin.key'))
    const after = identity(folder)
    expect([after[0] === id, after[1]]).toEqual([false, how])
  })
})

describe('[RK7] signed heads', () => {
  const headsIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'heads.json'), 'utf8'))

  it('tell at the end how far each chain of this folder reaches, in a form that its public key proves', async () => {
    const folder = scratchFolder()
    const running = engineOn(folder)
    const incident = await incidentWith(running, 'Payments fail', 'one', 'two')
    await running.stop()
    const [[origin, { publicKey, heads }]] = Object.entries<{ publicKey: string; heads: Record<string, unknown[]> }>(
      headsIn(folder).origins,
    ) as [[string, { publicKey: string; heads: Record<string, [number, string, string]> }]]
    const [counter, hash, signature] = heads[incident] ?? [0, '', '']
    const spki = Buffer.from(publicKey, 'base64')
    expect(createHash('sha256').update(spki).digest('hex').slice(0, 32)).toBe(origin)
    const text = Buffer.from(JSON.stringify(['qd2-head', incident, origin, counter, hash]))
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    expect(verify(null, text, key, Buffer.from(signature, 'base64'))).toBe(true)
    expect(rowsOf(openedStore(folder), incident).at(-1)).toMatchObject({ counter, hash, origin })
  })

  it('are written soon after a line, and those of an earlier incarnation of the folder stay', async () => {
    const folder = scratchFolder()
    const first = engineOn(folder)
    const incident = await incidentWith(first, 'Payments fail', 'one')
    await first.stop()
    rmSync(join(folder, 'origin.key'))
    const second = engineOn(folder)
    onTestFinished(() => second.stop())
    await type(second, incident, 'two')
    await expect
      .poll(() => existsSync(join(folder, 'heads.json')) && Object.keys(headsIn(folder).origins).length)
      .toBe(2)
    expect(await second.problems()).toEqual([])
  })
})
