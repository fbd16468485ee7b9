import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../src/main/quarterdeck-commands'
import { picture } from '../../scripts/start-process'
import { type EngineOnFolder, engineOn, incidentWith, tamper, type } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'

let folder: string
let place: string

beforeEach(async () => {
  folder = scratchFolder()
  place = scratchFolder()
  const engine = engineOn(folder)
  await incidentWith(engine, 'Payments fail', 'payments 1', 'payments 2')
  await engine.stop()
})

const backup = (...words: readonly string[]) => runCommandLine(['backup', ...words, '--data', folder], place)
const restore = (file: string, into: string) => runCommandLine(['restore', file, '--data', into], place)

function rowsOf(file: string): readonly unknown[] {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return db.prepare('SELECT * FROM event ORDER BY seq').all()
  } finally {
    db.close()
  }
}

describe('[BU1] quarterdeck backup', () => {
  it('copies the record into a file, row for row, and leaves every byte of the folder as it was', () => {
    const before = picture(folder).join('\n')
    const file = join(place, 'copy.sqlite')
    expect(backup('copy.sqlite')).toMatchObject({ code: 0, out: expect.stringContaining(file), problem: '' })
    expect(picture(folder).join('\n') === before).toBe(true)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readdirSync(place)).toEqual(['copy.sqlite'])
    expect(rowsOf(file)).toEqual(rowsOf(join(folder, 'quarterdeck.sqlite')))
  })

  it('gives it a name of its own in a folder, and goes to the data folder where none is named', () => {
    mkdirSync(join(place, 'there'))
    expect(backup('there').code).toBe(0)
    expect(backup().code).toBe(0)
    const name = /^quarterdeck-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite$/
    expect(readdirSync(join(place, 'there'))).toEqual([expect.stringMatching(name)])
    expect(readdirSync(join(folder, 'backups'))).toEqual([expect.stringMatching(name)])
    expect(statSync(join(folder, 'backups')).mode & 0o077).toBe(0)
  })

  it('may run while Quarterdeck does, which goes on', async () => {
    const engine = engineOn(folder)
    onTestFinished(() => engine.stop())
    const incident = await incidentWith(engine, 'Mails are late', 'one')
    expect(backup('while.sqlite').code).toBe(0)
    expect(await type(engine, incident, 'two')).toMatchObject({ ok: true })
    const [copied, now] = [rowsOf(join(place, 'while.sqlite')), rowsOf(join(folder, 'quarterdeck.sqlite'))]
    expect(copied).toEqual(now.slice(0, -1))
  })

  it('holds no key', () => {
    backup('copy.sqlite')
    const { key } = JSON.parse(readFileSync(join(folder, 'origin.key'), 'utf8'))
    expect(readFileSync(join(place, 'copy.sqlite')).includes(key)).toBe(false)
  })

  it.each<[string, string, RegExp, () => void]>([
    ['a file that is there', 'x', /is there already/, () => writeFileSync(join(place, 'x'), 'mine')],
    ['a folder that is not there', 'no/where.sqlite', /was not written.*no such file/i, () => undefined],
    ['a name that is too long', 'x'.repeat(300), /name too long.*Name another file or folder/, () => undefined],
    ['a name that is too long while it is written', 'x'.repeat(250), /name too long/, () => undefined],
    ['a name that is empty', '', /name of the file is empty/, () => undefined],
    ['an option that is none', '-x', /Unknown option "-x"/, () => undefined],
    ['another program’s folder', '/proc/x', /was not written.*name another place/, () => undefined],
    ['a record that is none', 'copy.sqlite', /is not a database/, breakRecord],
    ['no record', 'copy.sqlite', /There is no record in/, () => rmSync(folder, { recursive: true })],
    ['another program’s database', 'copy.sqlite', /no record .* lacks what every record has/, otherProgram],
  ])(
    '[BU3] [BU6] says in one line that it cannot copy to or from %s, and leaves nothing there',
    (_, target, words, arrange) => {
      arrange()
      const before = picture(place).join('\n')
      const { code, out, problem } = backup(target)
      expect([code, out, problem.trim().split('\n').length]).toEqual([2, '', 1])
      expect(problem).toMatch(words)
      expect(picture(place).join('\n')).toBe(before)
    },
  )

  function breakRecord(): void {
    writeFileSync(join(folder, 'quarterdeck.sqlite'), 'x'.repeat(200))
  }

  function otherProgram(): void {
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    const db = new DatabaseSync(join(folder, 'quarterdeck.sqlite'))
    db.exec('CREATE TABLE event (a)')
    db.close()
  }
})

describe('[BU5] quarterdeck restore', () => {
  it('goes into no folder that was not named', () => {
    expect(runCommandLine(['restore', 'copy.sqlite'], place)).toMatchObject({
      code: 2,
      problem: expect.stringContaining('--data DIR'),
    })
  })

  it('makes a folder that opens with all that was in the backup, and goes on', async () => {
    backup('copy.sqlite')
    const into = join(place, 'restored')
    expect(restore('copy.sqlite', into)).toMatchObject({
      code: 0,
      out: expect.stringContaining('The record is whole.'),
    })
    expect(readdirSync(into).sort()).toEqual(['heads.json', 'quarterdeck.sqlite'])
    expect(statSync(into).mode & 0o077).toBe(0)
    const engine = engineOn(into)
    onTestFinished(() => engine.stop())
    expect(await engine.problems()).toEqual([])
    const [incident] = await incidents(engine)
    expect(incident?.title).toBe('Payments fail')
    expect(await type(engine, incident?.id as never, 'after the restore')).toMatchObject({ ok: true })
  })

  it('reads a backup of an earlier format', () => {
    const older = join(import.meta.dirname, '../../fixtures/records/format-70/quarterdeck.sqlite')
    cpSync(older, join(place, 'older.sqlite'))
    const before = rowsOf(join(place, 'older.sqlite'))
    const into = join(place, 'restored')
    expect(restore('older.sqlite', into)).toMatchObject({ code: 0 })
    expect(rowsOf(join(into, 'quarterdeck.sqlite'))).toMatchObject(before as object[])
  })

  it('names the damage that a backup brought along', () => {
    tamper(folder, `UPDATE event SET body = replace(body, 'payments 1', 'payments 7')`)
    backup('copy.sqlite')
    const { code, out } = restore('copy.sqlite', join(place, 'restored'))
    expect([code, out]).toEqual([1, expect.stringMatching(/DAMAGED +Payments fail/)])
  })

  it.each<[string, RegExp, () => void]>([
    ['no file', /is no file/, () => rmSync(join(place, 'copy.sqlite'))],
    ['a folder in use', /holds something/, () => writeFileSync(join(place, 'restored'), '')],
    ['a text', /is no record/, () => writeFileSync(join(place, 'copy.sqlite'), 'x'.repeat(9_000))],
    ['half a backup', /cannot be read to its end/, halve],
    ['a backup of a newer version', /a newer Quarterdeck wrote it/, makeNewer],
  ])('refuses %s in one line and makes nothing', (_, words, arrange) => {
    backup('copy.sqlite')
    arrange()
    const before = picture(place).join('\n')
    const { code, out, problem } = restore('copy.sqlite', join(place, 'restored'))
    expect([code, out, problem.trim().split('\n').length]).toEqual([2, '', 1])
    expect(problem).toMatch(words)
    expect(picture(place).join('\n') === before).toBe(true)
  })

  it.each(['', '-x', 'x'.repeat(300)])('[BU6] refuses a file named %j in one line, and makes nothing', name => {
    const { code, out, problem } = restore(name, join(place, 'restored'))
    expect([code, out, problem.trim().split('\n').length]).toEqual([2, '', 1])
    expect(existsSync(join(place, 'restored'))).toBe(false)
  })

  it('[BU6] says in one line that a data folder’s name is too long', () => {
    for (const words of [['verify'], ['backup'], ['restore', 'copy.sqlite']]) {
      const { code, problem } = runCommandLine([...words, '--data', 'x'.repeat(300)], place)
      expect([words, code, problem.trim().split('\n').length]).toEqual([words, 2, 1])
    }
  })

  it('says how it is used without a file', () => {
    expect(runCommandLine(['restore', '--data', join(place, 'x')], place)).toMatchObject({
      code: 2,
      problem: expect.stringContaining('Usage'),
    })
    expect(existsSync(join(place, 'x'))).toBe(false)
  })

  function halve(): void {
    const bytes = readFileSync(join(place, 'copy.sqlite'))
    writeFileSync(join(place, 'copy.sqlite'), bytes.subarray(0, bytes.length / 2))
  }

  function makeNewer(): void {
    const db = new DatabaseSync(join(place, 'copy.sqlite'))
    db.exec('PRAGMA user_version = 99990')
    db.close()
  }
})

async function incidents(engine: EngineOnFolder) {
  const reply = await engine.call('session:hello', { name: null, screen: 'test' })
  if (!reply.ok) throw new Error(reply.fault.message)
  return reply.value.incidents
}
