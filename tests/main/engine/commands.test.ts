import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { type CheckpointId, type EntryId, newId, type RequestId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { answersOfFixed } from '../../../src/shared/events/checkpoint-held'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench, statusPage } from '../../support/engine-parts'
import * as story from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const declaration = { title: 'Payments fail', severity: 'SEV-2', impact: '' } as const

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  expect(bench.run('incident:declare', declaration)).toMatchObject({ ok: true })
  return bench
}

function head(bench: Bench): Incident {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record.incident
}

function waitingCheckpoint(bench: Bench): { id: CheckpointId; dueAt: number } {
  const { checkpoint } = head(bench)
  if (checkpoint.state === 'off') throw new Error('No checkpoint is waiting')
  return checkpoint
}

const said = { tried: 'restart', trying: 'rollback', rollbackPlan: '', morePeople: '', stillImpacted: 'yes' }
const answers = answersOfFixed(said)

describe('incidents', () => {
  it('[CP1][UP1] declaring starts both clocks', () => {
    const bench = declared()
    expect(waitingCheckpoint(bench).dueAt).toBe(bench.clock.now() + 15 * MINUTE)
    expect(head(bench).nextUpdateDueAt).toBe(bench.clock.now() + 30 * MINUTE)
  })

  it('[SV1] [SV2] raising brings the deadlines nearer, lowering moves neither', () => {
    const bench = declared()
    bench.clock.advance(MINUTE)
    bench.run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(waitingCheckpoint(bench).dueAt).toBe(bench.clock.now() + 14 * MINUTE)
    expect(head(bench).nextUpdateDueAt).toBe(bench.clock.now() + 5 * MINUTE)
    const before = [waitingCheckpoint(bench).dueAt, head(bench).nextUpdateDueAt]
    bench.run('incident:change-severity', { to: 'SEV-3', reason: 'one region' })
    expect([waitingCheckpoint(bench).dueAt, head(bench).nextUpdateDueAt]).toEqual(before)
  })

  it('[SV2] raising after the first customer update asks for the next one at the pace of updates', () => {
    const bench = declared()
    const { clock, ledger, incident } = bench
    const out = [story.drafted(0, 'u1'), story.published(0, 'u1', { nextUpdateAt: clock.now() + 60 * MINUTE })]
    const events = out.map(event => ({ ...event, at: clock.now() }))
    expect(ledger.commit(incident, newId<RequestId>(), { events }, clock.now())).toMatchObject({ ok: true })
    bench.run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(head(bench).nextUpdateDueAt).toBe(clock.now() + 30 * MINUTE)
  })

  it('[ST1] resolving ends the clocks, reopening begins them anew', () => {
    const bench = declared()
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    expect(head(bench)).toMatchObject({ checkpoint: { state: 'off' }, nextUpdateDueAt: null })
    bench.clock.advance(MINUTE)
    bench.run('incident:change-status', { to: 'investigating', reason: 'it is back' })
    expect(waitingCheckpoint(bench).dueAt).toBe(bench.clock.now() + 15 * MINUTE)
    expect(head(bench).resolvedAt).toBeNull()
  })

  it.each([
    ['that is past', 5, 'progress', -3],
    ['that is far', 60, 'progress', 30],
    ['that ended with the resolution', 5, 'resolution', 30],
  ] as const)(
    '[ST1] a promise %s, which customers still read, is the one to be had after reopening',
    (_, minutes, stage, due) => {
      const bench = declared()
      const { clock, ledger, incident } = bench
      const nextUpdateAt = clock.now() + minutes * MINUTE
      const said = { stage, nextUpdateAt }
      const out = [story.drafted(0, 'u1', said), story.published(0, 'u1', said)]
      const events = out.map(event => ({ ...event, at: clock.now() }))
      expect(ledger.commit(incident, newId<RequestId>(), { events }, clock.now())).toMatchObject({ ok: true })
      clock.advance(4 * MINUTE)
      bench.run('incident:change-status', { to: 'resolved', reason: '' })
      clock.advance(4 * MINUTE)
      bench.run('incident:change-status', { to: 'investigating', reason: 'it is back' })
      expect(head(bench).nextUpdateDueAt).toBe(clock.now() + due * MINUTE)
    },
  )

  it('refuses what changes nothing, in words, and writes nothing', () => {
    const bench = declared()
    const before = bench.ledger.lastSeq(bench.incident)
    expect(bench.run('incident:declare', declaration)).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(bench.run('incident:change-severity', { to: 'SEV-2', reason: '' })).toMatchObject({ ok: false })
    expect(bench.ledger.lastSeq(bench.incident)).toBe(before)
  })
})

describe('checkpoints', () => {
  it('[CP2][CP3] holding arms the next one, once', () => {
    const bench = declared()
    const { id: checkpoint } = waitingCheckpoint(bench)
    bench.clock.advance(20 * MINUTE)
    expect(bench.run('checkpoint:hold', { checkpoint, answers, verdict: 'pivot' })).toMatchObject({ ok: true })
    expect(waitingCheckpoint(bench).dueAt).toBe(bench.clock.now() + 15 * MINUTE)
    expect(bench.run('checkpoint:hold', { checkpoint, answers, verdict: 'pivot' })).toMatchObject({ ok: false })
    expect(head(bench).checkpointsHeld).toHaveLength(1)
  })
})

describe('timeline', () => {
  const line = (text: string, occurredAt: number | null = null) =>
    ({ entry: newId<EntryId>(), kind: 'note', text, occurredAt, pinned: false }) as const

  it('[TL2] a backdated line stands where it happened', () => {
    const bench = declared()
    bench.clock.advance(10 * MINUTE)
    bench.run('timeline:append', line('second'))
    bench.run('timeline:append', line('first', bench.clock.now() - 5 * MINUTE))
    const texts = bench.ledger
      .record(bench.incident)
      ?.timeline()
      .map(entry => entry.text)
    expect(texts?.slice(-2)).toEqual(['first', 'second'])
  })

  it('[TL3] keeps earlier wordings, and refuses to touch what the engine wrote', () => {
    const bench = declared()
    const typed = line('Rolld back')
    bench.run('timeline:append', typed)
    bench.run('timeline:correct', { entry: typed.entry, text: 'Rolled back' })
    bench.run('timeline:retract', { entry: typed.entry, reason: 'wrong incident' })
    const lines = bench.ledger.record(bench.incident)?.timeline() ?? []
    expect(lines.at(-1)).toMatchObject({
      text: 'Rolled back',
      earlier: [{ text: 'Rolld back' }],
      retraction: { reason: 'wrong incident' },
    })
    const automatic = lines[0]?.id as EntryId
    expect(bench.run('timeline:correct', { entry: automatic, text: 'x' })).toMatchObject({ ok: false })
    expect(bench.run('timeline:correct', { entry: typed.entry, text: 'x' })).toMatchObject({ ok: false })
  })

  it('[TL4] refuses a line from the future', () => {
    const bench = declared()
    expect(bench.run('timeline:append', line('soon', bench.clock.now() + 1))).toMatchObject({ ok: false })
  })

  it('a command that is sent again is done once and answers the same receipt', () => {
    const bench = declared()
    const request = newId<RequestId>()
    const typed = line('once')
    const first = bench.run('timeline:append', typed, request)
    expect(bench.run('timeline:append', typed, request)).toEqual(first)
    expect(bench.run('timeline:append', typed)).toEqual(first)
    expect(
      bench.ledger
        .record(bench.incident)
        ?.timeline()
        .filter(entry => entry.text === 'once'),
    ).toHaveLength(1)
    const afterRestart = openLedger(bench.store, keptLogger(), () => undefined).record(bench.incident)
    expect(first).toEqual({ ok: true, value: { seq: afterRestart?.seqOfRequest(request) } })
    expect(afterRestart?.seqOfRequest(newId())).toBeUndefined()
  })
})

describe('updates', () => {
  const content: UpdateContent = {
    stage: 'initial',
    channel: statusPage,
    title: 'Payments fail',
    body: 'Some payments fail. We are looking into it. Next update within the hour.',
    status: 'investigating',
    components: {},
    notify: true,
    nextUpdateAt: null,
  }

  it('[UP4] nothing with an open slot is published', () => {
    const bench = declared()
    const update = newId<UpdateId>()
    bench.run('comms:draft', { update, content: { ...content, body: 'Since ⟦start time⟧ payments fail.' } })
    expect(bench.run('comms:publish', { update })).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('⟦start time⟧') },
    })
    bench.run('comms:draft', {
      update,
      content: { ...content, body: 'Since 9:00 UTC payments fail in [EU]. Next update within the hour.' },
    })
    expect(bench.run('comms:publish', { update })).toMatchObject({ ok: true })
  })

  it('[UP3] what is on its way cannot be worded anew, sent again or discarded', () => {
    const bench = declared()
    const update = newId<UpdateId>()
    bench.run('comms:draft', { update, content })
    expect(bench.run('comms:publish', { update })).toMatchObject({ ok: true })
    expect(head(bench).updates[0]?.delivery).toMatchObject({
      state: 'publishing',
      cancelUntil: bench.clock.now() + 5_000,
    })
    for (const reply of [
      bench.run('comms:draft', { update, content }),
      bench.run('comms:publish', { update }),
      bench.run('comms:discard', { update }),
    ]) {
      expect(reply).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    }
  })

  it('refuses a channel that is not connected', () => {
    const bench = declared()
    const update = newId<UpdateId>()
    bench.run('comms:draft', { update, content: { ...content, channel: { ...statusPage, target: 'other' } } })
    expect(bench.run('comms:publish', { update })).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('no longer connected') },
    })
  })
})

describe('disk', () => {
  it('a refused write shows nothing, says that it was not kept, and the next one goes on', () => {
    const bench = declared()
    bench.store.db.exec('PRAGMA query_only = ON')
    const told = bench.told.length
    const reply = bench.run('incident:state-impact', { impact: 'everything' })
    expect(reply).toMatchObject({
      ok: false,
      fault: { kind: 'not-stored', message: expect.stringContaining('Not saved') },
    })
    expect(bench.told).toHaveLength(told)
    bench.store.db.exec('PRAGMA query_only = OFF')
    expect(bench.run('incident:state-impact', { impact: 'checkout' })).toMatchObject({ ok: true })
    expect(head(bench).impact).toBe('checkout')
  })
})
