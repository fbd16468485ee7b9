import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from '@playwright/test'
import { openStore } from '../../../src/main/engine/storage/store'
import { startEnds } from '../../support/start-ends'

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-refused-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

function record(): string {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  store.value.close()
  return join(folder, 'quarterdeck.sqlite')
}

/** [case, what is on the disk, words of the one line] */
const cases: readonly (readonly [string, () => void, RegExp])[] = [
  [
    'an empty file as the record',
    () => writeFileSync(join(folder, 'quarterdeck.sqlite'), ''),
    /quarterdeck\.sqlite: it is empty.*backup/,
  ],
  [
    'a text file as the record',
    () => writeFileSync(join(folder, 'quarterdeck.sqlite'), 'hello '.repeat(40)),
    /quarterdeck\.sqlite: it is not a database.*backup/,
  ],
  [
    'a folder as the record',
    () => mkdirSync(join(folder, 'quarterdeck.sqlite')),
    /quarterdeck\.sqlite: it is not a file/,
  ],
  ['a folder as the log', () => mkdirSync(join(folder, 'quarterdeck.log')), /quarterdeck\.log.*Move it away/],
  ['a folder as the lock', () => mkdirSync(join(folder, 'quarterdeck.lock')), /quarterdeck\.lock.*Move it away/],
  ['a folder as the settings', () => mkdirSync(join(folder, 'config.json')), /config\.json is a folder.*Move it away/],
  [
    'a folder as the session key',
    () => mkdirSync(join(folder, 'session.key')),
    /session\.key is a folder.*move it away/i,
  ],
  ['a file where drills go', () => writeFileSync(join(folder, 'drills'), ''), /drills/],
  [
    '[DF4] a record without the table of its events',
    () => dropTable('event'),
    /quarterdeck\.sqlite: it lacks its table event/,
  ],
  [
    '[DF4] a record without the list of incidents',
    () => dropTable('incidentSummary'),
    /it lacks its table incidentSummary/,
  ],
  [
    'a record whose first page is malformed',
    () => damageFirstPage(),
    /quarterdeck\.sqlite: .*malformed.*quarterdeck verify.*backup/,
  ],
]

function dropTable(name: string): void {
  const db = new DatabaseSync(record())
  db.exec(`DROP TABLE ${name}`)
  db.close()
}

/** The header stays, the schema behind it is noise. */
function damageFirstPage(): void {
  const file = record()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 100, 4096)
  writeFileSync(file, bytes)
}

for (const [what, prepare, said] of cases) {
  test(`[DF5] ${what} is one line that names it and the way out, and exit code 2`, async () => {
    prepare()
    const drill = what.includes('drills') ? [] : ['--no-drill']
    const { code, stderr } = await startEnds(folder, ...drill)
    expect(stderr).toMatch(said)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
  })
}
