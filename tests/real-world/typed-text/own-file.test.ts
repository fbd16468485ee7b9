import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../../src/main/engine/storage/store'
import { TYPED_TEXT_FILE } from '../../../src/main/engine/storage/typed-text-file'
import { writeTypedText } from '../../../src/main/engine/storage/typed-texts'
import { openTypedTexts } from '../../../src/main/engine/timeline/typed-texts'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const place = { screen: 'desk', incident: newId<IncidentId>(), field: 'line' }

function opened(folder = scratchFolder()) {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const { db } = store.value
  const logger = keptLogger()
  const typed = openTypedTexts(folder, db, logger)
  let ended = false
  const end = async () => {
    if (ended) return
    ended = true
    await typed.stop()
    store.value.close()
  }
  onTestFinished(end)
  return { folder, db, logger, typed, end }
}

const textOf = ({ typed }: ReturnType<typeof opened>, at = place) => {
  const reply = typed.read(at)
  return reply.ok ? reply.value.text : reply.fault
}

it('[TL9] what is half typed lies beside the record, not in it, and is there after a restart', async () => {
  const before = opened()
  expect(await before.typed.write({ ...place, text: 'Half a sen', at: 5 })).toEqual({ ok: true, value: null })
  expect(before.db.prepare('SELECT count(*) AS rows FROM typedText').get()).toEqual({ rows: 0 })
  await before.end()
  expect(textOf(opened(before.folder))).toBe('Half a sen')
})

it('takes over what an earlier version kept in the record, once, and never over something newer', async () => {
  const folder = scratchFolder()
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  writeTypedText(store.value.db, place, { text: 'of the earlier version', at: 5 })
  store.value.close()
  const first = opened(folder)
  expect(textOf(first)).toBe('of the earlier version')
  await first.typed.write({ ...place, text: 'of this one', at: 6 })
  // Ended between the two commits: the record still has it.
  writeTypedText(first.db, place, { text: 'of the earlier version', at: 5 })
  await first.end()
  expect(textOf(opened(folder))).toBe('of this one')
})

it('keeps every one of many that are written at once, the newest of each field', async () => {
  const desk = opened()
  const writes = Array.from({ length: 500 }, (_, at) =>
    desk.typed.write({ ...place, field: `field ${at % 7}`, text: `text ${at}`, at }),
  )
  expect((await Promise.all(writes)).every(({ ok }) => ok)).toBe(true)
  expect(textOf(desk, { ...place, field: 'field 2' })).toBe('text 499')
})

const asked = (file: string, sql: string) => {
  const db = new DatabaseSync(file)
  try {
    return db.prepare(sql).get()
  } finally {
    db.close()
  }
}
const made = (sql: string) => (file: string) => {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}
const story = 'Once upon a time, and many times more than that.'.repeat(9)

it.each([
  [
    'is no database',
    (file: string) => writeFileSync(file, story),
    (file: string) => readFileSync(file, 'utf8') === story,
  ],
  [
    'is of a newer version',
    made('PRAGMA user_version = 99'),
    (file: string) => asked(file, 'PRAGMA user_version')?.user_version === 99,
  ],
  [
    'has another shape',
    made('CREATE TABLE other (a); INSERT INTO other VALUES (7); PRAGMA user_version = 1'),
    (file: string) => asked(file, 'SELECT a FROM other')?.a === 7,
  ],
])('puts a file aside that %s, says so in the log, and begins a new one', async (_what, spoil, isAsSpoilt) => {
  const folder = scratchFolder()
  spoil(join(folder, TYPED_TEXT_FILE))
  const desk = opened(folder)
  expect(isAsSpoilt(join(folder, `${TYPED_TEXT_FILE}.unreadable`))).toBe(true)
  expect(desk.logger.lines).toEqual([expect.stringContaining('put aside')])
  expect(await desk.typed.write({ ...place, text: 'new', at: 1 })).toMatchObject({ ok: true })
})

it('that cannot be opened keeps nobody from the record: each write says so, and the first that can be kept is', async () => {
  const folder = scratchFolder()
  const blocked = join(folder, TYPED_TEXT_FILE)
  mkdirSync(blocked)
  const desk = opened(folder)
  expect(await desk.typed.write({ ...place, text: 'lost', at: 1 })).toMatchObject({
    ok: false,
    fault: { message: expect.stringContaining('the draft') },
  })
  expect(textOf(desk)).toBe('')
  expect(existsSync(`${blocked}.unreadable`)).toBe(false)
})
