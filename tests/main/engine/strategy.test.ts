import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import type { StrategyItem } from '../../../src/shared/contract/inputs/strategy'
import { type EntryId, newId, type RequestId, type StrategyId } from '../../../src/shared/domain/ids'
import { editedPart } from '../../../src/shared/domain/strategy'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  return bench
}

function recordOf(bench: Bench) {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record
}

const head = (bench: Bench) => recordOf(bench).incident
const rollBack = { kind: 'task', text: 'roll back', owner: '  Ada  Park ', dueAt: 5_000_000_000_000 } as const
const typed = (strategy: StrategyItem, entry = newId<EntryId>()) =>
  ({ entry, kind: 'action', text: 'Task: roll back', occurredAt: null, pinned: false, strategy }) as const
const put = (bench: Bench, item: StrategyItem, id = newId<StrategyId>()) => {
  expect(bench.run('strategy:put', { id, item })).toMatchObject({ ok: true })
  return id
}

describe('[SG4] a line that puts something on the board', () => {
  it('is written with it in one append, once, however often it is sent', () => {
    const bench = declared()
    const line = typed(rollBack)
    const before = bench.ledger.lastSeq(bench.incident)
    expect(bench.run('timeline:append', line)).toMatchObject({ ok: true })
    expect(bench.run('timeline:append', line, newId<RequestId>())).toMatchObject({ ok: true })
    expect(head(bench).tasks).toMatchObject([{ id: line.entry, entry: line.entry, owner: { name: 'Ada Park' } }])
    expect(bench.told.at(-1)?.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['entry-added', 'task-given']),
    )
    expect(recordOf(bench).line(line.entry)?.text).toBe('Task: roll back')
    expect(bench.ledger.lastSeq(bench.incident)).toBeGreaterThan(before)
  })

  it('that cannot be put there is refused whole, so that it waits where it was typed', () => {
    const bench = declared()
    const line = typed({ kind: 'evidence', text: 'slow', side: 'for', hypothesis: newId<StrategyId>() })
    expect(bench.run('timeline:append', line)).toMatchObject({ ok: false, fault: { code: 'strategy-gone' } })
    expect(recordOf(bench).line(line.entry)).toBeUndefined()
  })

  it('is backdated with it', () => {
    const bench = declared()
    const at = bench.clock.now() - 5 * MINUTE
    bench.run('timeline:append', { ...typed(rollBack), occurredAt: at })
    expect(head(bench).tasks[0]?.raised.at).toBe(at)
  })

  it('[SG7] takes its text along when it is erased, also from what was said of it later', () => {
    const bench = declared()
    const line = typed({ ...rollBack, text: 'tell Mr Secret' })
    const task = line.entry as string as StrategyId
    bench.run('timeline:append', { ...line, text: 'Task: tell Mr Secret' })
    bench.run('strategy:settle-task', { task, state: 'done', result: 'Mr Secret knows' })
    expect(JSON.stringify(recordOf(bench).timeline())).toContain('Secret')
    expect(bench.run('timeline:erase', { entry: line.entry, standIn: 'erased', reason: 'private' })).toMatchObject({
      ok: true,
    })
    const record = recordOf(bench)
    const { incident } = record
    expect(JSON.stringify([incident.tasks, record.timeline()])).not.toContain('Secret')
    expect(incident.tasks).toMatchObject([{ text: 'erased', state: 'done', result: 'erased' }])
  })
})

describe('[SG2] the board', () => {
  it('lets a task be acknowledged once, extended, settled, and opened again', () => {
    const bench = declared()
    const task = put(bench, rollBack)
    expect(bench.run('strategy:acknowledge', { task })).toMatchObject({ ok: true })
    expect(bench.run('strategy:acknowledge', { task })).toMatchObject({
      ok: false,
      fault: { code: 'task-acknowledged' },
    })
    expect(bench.run('strategy:extend', { task, dueAt: 6_000_000_000_000 })).toMatchObject({ ok: true })
    expect(bench.run('strategy:settle-task', { task, state: 'done', result: 'v41', was: 'open' })).toMatchObject({
      ok: true,
    })
    expect(bench.run('strategy:extend', { task, dueAt: 7_000_000_000_000 })).toMatchObject({
      ok: false,
      fault: { code: 'task-not-open' },
    })
    expect(bench.run('strategy:settle-task', { task, state: 'open', result: '' })).toMatchObject({ ok: true })
    expect(head(bench).tasks).toMatchObject([{ state: 'open', acknowledged: {}, dueAt: 6_000_000_000_000 }])
  })

  it('says so where somebody settled it meanwhile, and where it is not there', () => {
    const bench = declared()
    const attempt = put(bench, { kind: 'attempt', text: 'restart', result: 'pending' })
    bench.run('strategy:judge', { attempt, result: 'worked' })
    expect(bench.run('strategy:judge', { attempt, result: 'worse', was: 'pending' })).toMatchObject({
      ok: false,
      fault: { kind: 'conflict' },
    })
    const gone = newId<StrategyId>()
    for (const reply of [
      bench.run('strategy:acknowledge', { task: gone }),
      bench.run('strategy:judge', { attempt: gone, result: 'worse' }),
      bench.run('strategy:settle-hypothesis', { hypothesis: gone, state: 'confirmed', reason: '' }),
      bench.run('strategy:settle-point', { point: gone, state: 'closed', answer: '' }),
    ])
      expect(reply).toMatchObject({ ok: false, fault: { code: 'strategy-gone' } })
  })

  it('keeps hypotheses with their evidence, and points with their answers', () => {
    const bench = declared()
    const hypothesis = put(bench, { kind: 'hypothesis', text: 'bad disk' })
    put(bench, { kind: 'evidence', text: 'slow fsync', side: 'for', hypothesis })
    bench.run('strategy:settle-hypothesis', { hypothesis, state: 'eliminated', reason: 'SMART is fine', was: 'open' })
    const point = put(bench, { kind: 'risk', text: 'cache drops', owner: null })
    bench.run('strategy:settle-point', { point, state: 'closed', answer: 'warmed' })
    expect(head(bench).hypotheses).toMatchObject([{ state: 'eliminated', evidence: [{ text: 'slow fsync' }] }])
    expect(head(bench).points).toMatchObject([{ kind: 'risk', state: 'closed', answer: 'warmed' }])
    expect(bench.run('strategy:settle-point', { point, state: 'closed', answer: 'warmed' })).toMatchObject({
      ok: false,
      fault: { code: 'strategy-same' },
    })
  })

  it('[SG3] takes 200 of a kind, and changes of those', () => {
    const bench = declared()
    const ids = Array.from({ length: 200 }, (_, n) => put(bench, { kind: 'todo', text: `todo ${n}`, owner: null }))
    const more = { id: newId<StrategyId>(), item: { kind: 'risk', text: 'one more', owner: null } } as const
    expect(bench.run('strategy:put', more)).toMatchObject({ ok: false, fault: { code: 'strategy-full' } })
    put(bench, { kind: 'todo', text: 'reworded', owner: null }, ids[7])
    expect(head(bench).points[7]?.text).toBe('reworded')
  })

  it('is read from the disk as it was', () => {
    const bench = declared()
    put(bench, rollBack)
    put(bench, { kind: 'hypothesis', text: 'bad disk' })
    const { tasks, hypotheses } = head(bench)
    const record = openLedger(bench.store, keptLogger(), () => undefined).record(bench.incident)
    expect(record?.incident).toMatchObject({ tasks, hypotheses })
  })
})

describe('[ED1] an edit of what is on the board', () => {
  it.each<[string, StrategyItem, StrategyItem]>([
    ['a task', rollBack, { ...rollBack, owner: 'Bo' }],
    [
      'an attempt',
      { kind: 'attempt', text: 'restart', result: 'pending' },
      { kind: 'attempt', text: 'restart api', result: 'pending' },
    ],
    ['a hypothesis', { kind: 'hypothesis', text: 'disk' }, { kind: 'hypothesis', text: 'bad disk' }],
    ['a question', { kind: 'question', text: 'EU?', owner: null }, { kind: 'question', text: 'EU only?', owner: 'Cy' }],
  ])('%s that a colleague changed meanwhile is refused, and changes nothing', (_, item, changed) => {
    const bench = declared()
    const id = put(bench, item)
    const known = () => {
      const { tasks, attempts, hypotheses, points } = head(bench)
      return [...tasks, ...attempts, ...hypotheses, ...points].find(one => one.id === id) ?? { text: '' }
    }
    const was = editedPart(known())
    expect(bench.run('strategy:put', { id, item: changed, was })).toMatchObject({ ok: true })
    const after = known()
    expect(bench.run('strategy:put', { id, item: { ...item, text: 'mine' }, was })).toMatchObject({
      ok: false,
      fault: { kind: 'conflict', code: 'changed-meanwhile' },
    })
    expect(known()).toEqual(after)
    expect(bench.run('strategy:put', { id, item: { ...item, text: 'mine' }, was: editedPart(after) })).toMatchObject({
      ok: true,
    })
  })

  it('of what was taken off the board says that it is gone', () => {
    const bench = declared()
    const edit = { id: newId<StrategyId>(), item: rollBack, was: { text: 'roll back', owner: null, dueAt: null } }
    expect(bench.run('strategy:put', edit)).toMatchObject({ ok: false, fault: { code: 'strategy-gone' } })
    expect(head(bench).tasks).toEqual([])
  })
})
