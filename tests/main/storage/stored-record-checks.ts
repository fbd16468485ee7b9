import { chmodSync, cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { countAttachments } from '../../../src/main/engine/storage/attachments'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import { readNoiseRules } from '../../../src/main/engine/storage/noise-rules'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { seenSince } from '../../../src/main/engine/storage/seen-alerts'
import { openStore } from '../../../src/main/engine/storage/store'
import { readTypedText } from '../../../src/main/engine/storage/typed-texts'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { answersOfFixed } from '../../../src/shared/events/checkpoint-held'
import { eventRegistry } from '../../../src/shared/events/registry'
import { engineOn, type } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import type { StoredExpectation } from '../../support/stored-record/write'
import { watchedRecord } from '../../support/watched-record'

/** Of an outbox that had neither `left` nor `held`. */
const statesOfBefore = ['waiting', 'asking', 'sending', 'unknown', 'again', 'sent', 'failed', 'cancelled'] as const

function copyOf(original: string): string {
  const folder = scratchFolder()
  cpSync(original, folder, { recursive: true })
  chmodSync(folder, 0o700)
  return folder
}

function opened(original: string) {
  const store = openStore(copyOf(original))
  if (!store.ok) throw new Error(store.fault.message)
  onTestFinished(() => store.value.close())
  return { store: store.value, ledger: openLedger(store.value, keptLogger(), () => undefined) }
}

/** When a line came to a machine is no part of what its writers saw. */
function withoutPlaces(state: unknown) {
  const { timeline, ...rest } = state as { readonly timeline: readonly { readonly seq: number }[] }
  return { ...rest, timeline: timeline.map(({ seq: _, ...line }) => line) }
}

/** Answers of a checkpoint were fields of an object until its questions were a method's own. */
function asNow(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state), (key, value) =>
    key === 'answers' && typeof value === 'object' && 'rollbackPlan' in value ? answersOfFixed(value) : value,
  )
}

/** Declares the tests that hold of each stored record, of whatever format: on copies, so that it stays as it is. */
export function checkStoredRecord(original: string): void {
  const {
    kinds,
    incidents,
    folded,
    states = statesOfBefore,
    problems = [],
  }: StoredExpectation = JSON.parse(readFileSync(join(original, 'expected.json'), 'utf8'))

  it('opens, and every chain and head in it is whole', async () => {
    const { watch } = watchedRecord(copyOf(original))
    await watch.checked
    expect(watch.problems()).toEqual([])
  })

  it.each(incidents)('folds the incident “$name” to what its writers saw', ({ name, id }) => {
    const { store, ledger } = opened(original)
    expect(readLog(store.db, id).damage).toBeNull()
    const record = ledger.record(id)
    const state = { incident: record?.incident, timeline: record?.timeline(), seq: record?.seq }
    // What is known of it since then may be more; all that was known then has to be there.
    expect(withoutPlaces(JSON.parse(JSON.stringify(state)))).toMatchObject(withoutPlaces(asNow(folded[name])))
  })

  it.each(incidents)('draws the handoff of “$name” as it was', async ({ name, id, handedOverAt }) => {
    const record = opened(original).ledger.record(id)
    if (record === null) throw new Error('The incident is not there')
    const content = handoffContent(record.incident, record.timeline(), handedOverAt)
    await expect(renderHandoff(content, 'markdown')).toMatchFileSnapshot(join(original, `${name}.handoff.md`))
  })

  it('has an event of every kind that its writers knew, all of which are still known', () => {
    const rows = opened(original).store.db.prepare('SELECT DISTINCT kind FROM event ORDER BY kind').all()
    expect(rows.map(({ kind }) => kind)).toEqual(Object.keys(kinds).sort())
    expect(Object.keys(eventRegistry)).toEqual(expect.arrayContaining(Object.keys(kinds)))
  })

  it('keeps what it has besides events: outbox, pictures, half-typed texts, alerts and their rules', () => {
    const { db } = opened(original).store
    const stored = db.prepare('SELECT DISTINCT state FROM act ORDER BY state').all()
    expect(stored.map(({ state }) => state)).toEqual([...states].sort())
    expect(openItems(db).length).toBeGreaterThan(10)
    expect(countAttachments(db)).toMatchObject({ pictures: 1 })
    expect(readTypedText(db, { screen: 'desk', incident: '', field: 'title' })).toMatchObject({ text: 'Checkout' })
    expect(readNoiseRules(db)).toMatchObject([{ reason: 'known', setBy: 'Dana Scully' }])
    expect(seenSince(db, 0)).toMatchObject([{ row: { id: 'pd/P1' } }])
  })

  it('is written on by the present engine, and whole at the next start', async () => {
    const folder = copyOf(original)
    const open = incidents.find(({ name }) => name === 'open')?.id ?? incidents[0]?.id
    if (open === undefined) throw new Error('It has no incident')
    for (const text of ['one more', 'and one at the next start']) {
      const engine = engineOn(folder)
      expect(await type(engine, open, text)).toMatchObject({ ok: true })
      const hello = await engine.call('session:hello', { name: null, screen: 'test' })
      expect(hello.ok && hello.value.incidents.length).toBe(incidents.length - 1)
      await engine.stop()
    }
    const engine = engineOn(folder)
    onTestFinished(() => engine.stop())
    await engine.call('log:follow', { incident: open, after: 0 })
    expect(JSON.stringify(engine.pushes)).toContain('and one at the next start')
    expect(await engine.problems()).toEqual(problems)
  })
}
