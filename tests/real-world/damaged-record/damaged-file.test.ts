import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closedRecord } from '../../support/closed-record'
import { engineOn, type, zeroPageOf } from '../../support/damaged-record'

const record = closedRecord()

describe('a file of heads that is none', () => {
  it.each([
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a link to a device without an end', (file: string) => symlinkSync('/dev/zero', file)],
    ['half of it', (file: string) => writeFileSync(file, '{')],
  ])('keeps nobody from starting, and is said: %s', async (_what, make) => {
    const file = join(record.folder, 'heads.json')
    rmSync(file)
    make(file)
    expect(await record.opened().problems()).toContainEqual({ kind: 'heads-lost', file })
  })
})

describe('a malformed page of the file', () => {
  /** A page of 4096 bytes with this text on it becomes noise. */
  function breakPageWith(text: string): void {
    const file = join(record.folder, 'quarterdeck.sqlite')
    const bytes = readFileSync(file)
    const page = Math.floor(bytes.lastIndexOf(text) / 4096) * 4096
    bytes.fill(0xa5, page, page + 4096)
    writeFileSync(file, bytes)
  }

  it.each([10, 30, 45])(
    '[IN2] is named in the incident whose event %i lay on it; what is readable is shown, and the others go on',
    async at => {
      const engine = engineOn(record.folder)
      for (let n = 5; n < 60; n += 1) await type(engine, record.payments, `payments ${n}`)
      for (let n = 5; n < 60; n += 1) await type(engine, record.search, `search ${n}`)
      await engine.stop()
      breakPageWith(`payments ${at}`)
      const broken = record.opened()
      expect(await record.damageOn(broken)).toMatchObject({
        damage: { what: 'unreadable', provenUntil: expect.any(Number) },
      })
      expect((await broken.problems()).map(({ kind }) => kind)).toEqual(['damaged'])
      expect(await type(broken, record.search, 'goes on')).toMatchObject({ ok: true })
      await broken.call('log:follow', { incident: record.payments, after: 0 })
      const log = JSON.stringify(broken.pushes.find(({ name }) => name === 'log'))
      expect([log.includes('payments 5'), log.includes(`payments ${at}`), log.includes('payments 59')]).toEqual([
        true,
        false,
        true,
      ])
    },
  )
})

describe('a broken part of the file that no log tells of', () => {
  it.each([
    ['sqlite_autoindex_event_1', { table: 'event', index: true }],
    ['sqlite_sequence', { table: 'sqlite_sequence', index: false }],
  ])('[IN10] %s is said after the start, and a line that it refuses is told of no full disk', async (name, part) => {
    zeroPageOf(record.folder, name)
    const engine = record.opened()
    await expect
      .poll(() => engine.problems(), { timeout: 60_000 })
      .toContainEqual({
        kind: 'file-damaged',
        parts: [part],
      })
    const refused = await type(engine, record.payments, 'one more')
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'not-stored', code: 'file-refused' } })
  })

  it.each(['seenAlert', 'attachment'])('[IN10] %s is said after the start, and lines are kept', async table => {
    zeroPageOf(record.folder, table)
    const engine = record.opened()
    await expect
      .poll(() => engine.problems(), { timeout: 60_000 })
      .toContainEqual({
        kind: 'file-damaged',
        parts: [{ table, index: false }],
      })
    expect(await type(engine, record.payments, 'one more')).toMatchObject({ ok: true })
  })
})
