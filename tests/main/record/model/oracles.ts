import { join } from 'node:path'
import { expect } from 'vitest'
import { renderHandoff } from '../../../../src/main/engine/documents/handoff'
import { readBundle } from '../../../../src/main/engine/record/bundle/read-bundle'
import { writeBundle } from '../../../../src/main/engine/record/bundle/write-bundle'
import { readLog } from '../../../../src/main/engine/storage/log-reading'
import { type RawRow, rawText, readRaw } from '../../../../src/main/engine/storage/raw-row'
import { openConflicts } from '../../../../src/shared/domain/claims'
import { runningDeadlines } from '../../../../src/shared/domain/deadlines'
import { handoffContent } from '../../../../src/shared/domain/handoff-content'
import { firstCheckpointSpan } from '../../../../src/shared/domain/method/method-rules'
import { foldEvents } from '../../../../src/shared/events/fold'
import { pick, seeded } from '../../../support/seeded'
import type { Machine } from './machine'
import { BEGINNING, shuffled, type World } from './world'

/** [CF4] After any merge, and any command. */
export function expectWellKept({ ledger, incident, name }: Machine): void {
  const head = ledger.record(incident)?.incident
  if (head === undefined) return
  const failed = head.unfolded.filter(({ because }) => because.as === 'failed')
  expect(failed, `what could not be folded at ${name}`).toEqual([])
  if (head.status === 'resolved') {
    expect([head.checkpoint, runningDeadlines(head)], `clocks of a resolved incident at ${name}`).toEqual([
      { state: 'off' },
      [],
    ])
    return
  }
  // [CP2] A method may ask for none at a severity.
  if (firstCheckpointSpan(head, head.severity) !== null)
    expect(head.checkpoint.state, `the checkpoint of an open incident at ${name}`).toBe('waiting')
  // One holder each: what was disputed is a conflict beside it.
  for (const conflict of openConflicts(head)) expect(conflict.sides.length).toBeGreaterThan(1)
}

/** What people see, without the places that are this machine's own. */
function shownAt({ ledger, incident }: Machine) {
  const record = ledger.record(incident)
  if (record === null) return null
  const { seenBy: _, ...head } = record.incident
  const timeline = record.timeline().map(({ seq: __, ...line }) => line)
  return JSON.parse(JSON.stringify({ head, timeline }))
}

function documentsOf({ ledger, incident }: Machine, at: number) {
  const record = ledger.record(incident)
  if (record === null) return []
  const content = handoffContent(record.incident, record.timeline(), at)
  return (['markdown', 'html'] as const).map(format => renderHandoff(content, format, () => undefined))
}

/** All have the same, and nothing that somebody was told to be on disk is gone. */
export function expectConverged({ machines, acknowledged }: World): void {
  const [first, ...others] = machines
  if (first === undefined) return
  const there = new Set(first.rows().map(rawText))
  expect([...acknowledged].filter(text => !there.has(text))).toEqual([])
  const [bytes, shown, documents] = [first.bytes(), shownAt(first), documentsOf(first, first.clock)]
  for (const other of others) {
    expect(other.bytes()).toBe(bytes)
    expect(shownAt(other)).toEqual(shown)
    expect(documentsOf(other, first.clock)).toEqual(documents)
  }
}

/** [FO7] What was folded bit by bit is what the whole log tells, and its chains are whole. */
export function expectPlainFold({ store, ledger, incident }: Machine): void {
  const { damage, events } = readLog(store.db, incident, store.origin.id)
  const [record, plain] = [ledger.record(incident), foldEvents(undefined, events)]
  const bitByBit = { incident: record?.incident, timeline: record?.timeline() }
  expect({ damage, ...bitByBit }).toEqual({ damage: null, incident: plain?.incident, timeline: plain?.timeline })
}

/** [FO8] A page that followed over all of it shows what one shows that comes now. */
export async function expectTruePages({ pages, open }: World): Promise<void> {
  for (const { machine, page } of pages.filter(one => one.page.isOn())) {
    await page.caughtUp()
    const fresh = open(machine)
    await fresh.caughtUp()
    expect(page.store.getState().record, `a page of ${machine.name}`).toEqual(fresh.store.getState().record)
    fresh.drop()
  }
}

/** [RK9] Whatever was sent at some time: A∪B = B∪A, (A∪B)∪C = A∪(B∪C), A∪A = A. */
export function expectUnions(world: World, seed: string): void {
  const random = seeded(seed, 'unions')
  const whole = world.machines[0]?.rows() ?? []
  // The declaration is in each of them: nothing is taken without a beginning.
  const parts = [0, 1, 2].map(() => prefixes(random, whole))
  const [a = [], b = [], c = []] = parts
  const union = (...batches: readonly (readonly RawRow[])[]) => {
    const machine = world.fresh()
    for (const rows of batches) {
      const taken = machine.take(shuffled(random, rows))
      expect(taken, JSON.stringify(taken)).toMatchObject({ ok: true })
    }
    return machine
  }
  const of = (machine: Machine) => [machine.bytes(), shownAt(machine)]
  const all = of(union(a, b, c))
  expect(of(union(c, b, a))).toEqual(all)
  expect(of(union(a, union(b, c).rows()))).toEqual(all)
  expect(of(union(a, b, c, a, b))).toEqual(all)
}

/** Of each origin all up to some place, and of the first all that another's causes need is not asked for. */
function prefixes(random: () => number, rows: readonly RawRow[]): readonly RawRow[] {
  const declared = rows.find(({ kind }) => kind === 'incident-declared')
  const byOrigin = [...Map.groupBy(rows, ({ origin }) => origin).values()]
  return byOrigin.flatMap(own => {
    const begins = own.some(row => row === declared)
    return own.slice(0, Math.max(begins ? BEGINNING : 0, Math.ceil(random() * own.length)))
  })
}

/** [RK11] Each flipped bit and each cut is told, and changes nothing. */
export function expectFlipsTold(world: World, seed: string): void {
  const random = seeded(seed, 'flips')
  const rows = world.machines[0]?.rows() ?? []
  const target = world.fresh()
  for (let n = 0; n < 12; n += 1) {
    const at = Math.floor(random() * rows.length)
    const flipped = readRaw(withFlip(random, rawText(rows[at] as RawRow)))
    if (flipped.ok) expect(target.take(rows.with(at, flipped.value))).toMatchObject({ ok: false })
    const cut = rows.toSpliced(at, 1)
    const behind = cut.some(({ origin, counter }) => origin === rows[at]?.origin && counter > rows[at].counter)
    if (behind)
      expect(target.take(cut)).toMatchObject({ ok: false, fault: { code: expect.stringMatching(/gap|no-beg/) } })
    expect(target.rows()).toEqual([])
  }
}

function withFlip(random: () => number, text: string): string {
  const bytes = Buffer.from(text)
  const at = Math.floor(random() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 7))
  const flipped = bytes.toString()
  return flipped === text ? withFlip(random, text) : flipped
}

/** [RK11] Export, import and export again: the same events, byte for byte. */
export async function expectSameBundles(world: World, folder: string, seed: string): Promise<void> {
  const machine = pick(seeded(seed, 'bundle'), world.machines)
  const [first, second] = [join(folder, 'first.quarterdeck'), join(folder, 'second.quarterdeck')]
  const other = world.fresh()
  const send = async (from: Machine, file: string) => {
    expect(await writeBundle(from.store, { incident: world.incident, file, drill: false })).toMatchObject({ ok: true })
    const read = await readBundle(file)
    if (!read.ok) throw new Error(JSON.stringify(read.fault))
    return read.value.batch
  }
  const batch = await send(machine, first)
  expect(other.ledger.merge({ ...batch, drill: false }, machine.clock)).toMatchObject({ ok: true })
  const again = await send(other, second)
  expect(again.rows.map(rawText)).toEqual(batch.rows.map(rawText))
}
