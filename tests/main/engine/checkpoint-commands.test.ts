import { describe, expect, it } from 'vitest'
import { type CheckpointAnswer, pausedUntil } from '../../../src/shared/domain/checkpoint'
import type { CheckpointId } from '../../../src/shared/domain/ids'
import { upcastBody } from '../../../src/shared/events/read-event'
import { eventRegistry } from '../../../src/shared/events/registry'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import * as story from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { shippedRules } from '../../support/shipped-method'

const sheet = {
  questions: [
    { id: 'tried', asks: 'Was haben wir versucht?' },
    { id: 'budget', asks: 'How much error budget is left?' },
  ],
  verdicts: [
    { id: 'continue', text: 'Weiter' },
    { id: 'pivot', text: 'Anders' },
    { id: 'escalate', text: 'Hilfe' },
  ],
  afterwards: [{ id: 'call', text: 'Call the duty manager' }],
} as const

function declared(): Bench {
  const rules = { ...shippedRules.rules, sheet }
  const bench = commandBench(scratchFolder(), { method: () => ({ ...shippedRules, rules }) })
  expect(bench.run('incident:declare', { title: 'T', severity: 'SEV-2', impact: '' })).toMatchObject({ ok: true })
  return bench
}

function head(bench: Bench) {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record
}

function waiting(bench: Bench) {
  const { checkpoint } = head(bench).incident
  if (checkpoint.state === 'off') throw new Error('No checkpoint is waiting')
  return checkpoint.id
}

const answers: readonly CheckpointAnswer[] = [
  { question: 'tried', asks: 'Was haben wir versucht?', text: 'Neustart' },
  { question: 'budget', asks: 'How much error budget is left?', text: '12 min' },
]

describe('[CP7] answers to a team’s own questions', () => {
  it('are in the log with the question, which the incident remembers from its method', () => {
    const bench = declared()
    expect(head(bench).incident.method?.rules.sheet).toEqual(sheet)
    bench.run('checkpoint:hold', { checkpoint: waiting(bench), answers, verdict: 'continue' })
    expect(head(bench).incident.checkpointsHeld).toMatchObject([{ answers, added: [] }])
    expect(
      head(bench)
        .timeline()
        .map(({ text }) => text),
    ).toContain('Checkpoint: continue · tried: Neustart · How much error budget is left? 12 min')
  })

  it('are read from logs that had five fields', () => {
    const fixed = { tried: 'restart', trying: '', rollbackPlan: 'redeploy', morePeople: '', stillImpacted: 'yes' }
    const body = upcastBody(eventRegistry['checkpoint-held'], 1, { checkpoint: 'c1', answers: fixed, verdict: 'pivot' })
    expect(eventRegistry['checkpoint-held'].body.parse(body)).toEqual({
      checkpoint: 'c1',
      verdict: 'pivot',
      answers: [
        { question: 'tried', asks: '', text: 'restart' },
        { question: 'trying', asks: '', text: '' },
        { question: 'rollback-plan', asks: '', text: 'redeploy' },
        { question: 'more-people', asks: '', text: '' },
        { question: 'still-impacted', asks: '', text: 'yes' },
      ],
    })
  })
})

describe('[CP10] adding to a checkpoint', () => {
  it('keeps what was said, arms nothing, and is refused before it was held or without a word', () => {
    const bench = declared()
    const checkpoint = waiting(bench)
    const add = (said: readonly CheckpointAnswer[]) => bench.run('checkpoint:add', { checkpoint, answers: said })
    expect(add(answers)).toMatchObject({ ok: false, fault: { code: 'checkpoint-not-held' } })
    bench.run('checkpoint:hold', { checkpoint, answers, verdict: 'continue' })
    const before = head(bench).incident
    expect(add([{ question: 'tried', asks: '', text: '' }])).toMatchObject({ fault: { code: 'nothing-to-add' } })
    expect(add([{ question: 'tried', asks: '', text: 'failover' }])).toMatchObject({ ok: true })
    const { incident } = head(bench)
    expect(incident.checkpoint).toEqual(before.checkpoint)
    expect(incident.checkpointsHeld).toMatchObject([{ answers, added: [{ answers: [{ text: 'failover' }] }] }])
  })

  it('[CP3] whoever holds the same one second is refused, also where no other follows', () => {
    const bench = declared()
    const checkpoint = waiting(bench)
    bench.run('checkpoint:hold', { checkpoint, answers, verdict: 'continue' })
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    expect(bench.run('checkpoint:hold', { checkpoint, answers: [], verdict: 'pivot' })).toMatchObject({
      fault: { code: 'checkpoint-held' },
    })
  })
})

describe('[CP12] putting a checkpoint off', () => {
  const put = (bench: Bench, minutes: number, pause: boolean, was = dueAt(bench)) =>
    bench.run('checkpoint:postpone', { checkpoint: waiting(bench), was, minutes, pause, reason: 'Failover runs' })
  const dueAt = (bench: Bench) => {
    const { checkpoint } = head(bench).incident
    return checkpoint.state === 'waiting' ? checkpoint.dueAt : Number.NaN
  }
  const lineOf = (bench: Bench) => head(bench).timeline().at(-1)?.text

  it('snoozing moves it, from now where it was overdue, and is a line with its reason', () => {
    const bench = declared()
    const before = dueAt(bench)
    expect(put(bench, 10, false)).toMatchObject({ ok: true })
    expect(dueAt(bench)).toBe(before + 10 * MINUTE)
    expect(lineOf(bench)).toMatch(/^Checkpoint snoozed, due \d\d:\d\d UTC: Failover runs$/)
    bench.clock.advance(40 * MINUTE)
    put(bench, 5, false)
    expect(dueAt(bench)).toBe(bench.clock.now() + 5 * MINUTE)
  })

  it('a pause keeps what was left, at least five minutes, and ends by itself', () => {
    const bench = declared()
    bench.clock.advance(3 * MINUTE)
    put(bench, 30, true)
    expect(dueAt(bench)).toBe(bench.clock.now() + 42 * MINUTE)
    const { checkpoint } = head(bench).incident
    expect(pausedUntil(checkpoint, bench.clock.now())).toBe(bench.clock.now() + 30 * MINUTE)
    expect(lineOf(bench)).toMatch(/^Checkpoint paused until \d\d:\d\d UTC: Failover runs$/)
    bench.clock.advance(30 * MINUTE)
    expect(pausedUntil(checkpoint, bench.clock.now())).toBeNull()
    bench.clock.advance(11 * MINUTE)
    put(bench, 30, true)
    expect(dueAt(bench)).toBe(bench.clock.now() + 35 * MINUTE)
  })

  it('resuming by hand gives back what was left, once', () => {
    const bench = declared()
    bench.clock.advance(3 * MINUTE)
    put(bench, 30, true)
    bench.clock.advance(10 * MINUTE)
    const checkpoint = waiting(bench)
    expect(bench.run('checkpoint:resume', { checkpoint })).toMatchObject({ ok: true })
    expect(dueAt(bench)).toBe(bench.clock.now() + 12 * MINUTE)
    expect(bench.run('checkpoint:resume', { checkpoint })).toMatchObject({ fault: { code: 'checkpoint-not-paused' } })
  })

  it('is refused to whoever saw another time, and where none is waiting', () => {
    const bench = declared()
    const seen = dueAt(bench)
    put(bench, 10, false)
    expect(put(bench, 10, false, seen)).toMatchObject({ fault: { kind: 'conflict' } })
    const checkpoint = waiting(bench)
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    const late = { checkpoint, was: 0, minutes: 5, pause: false, reason: 'x' }
    expect(bench.run('checkpoint:postpone', late)).toMatchObject({ fault: { code: 'no-checkpoint' } })
  })

  it('a raised severity brings it nearer, and holding it ends the pause', () => {
    const bench = declared()
    put(bench, 120, true)
    bench.run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(dueAt(bench)).toBe(bench.clock.now() + 15 * MINUTE)
    put(bench, 120, true)
    bench.run('checkpoint:hold', { checkpoint: waiting(bench), answers, verdict: 'continue' })
    expect(head(bench).incident.checkpoint).not.toHaveProperty('postponed')
    expect(dueAt(bench)).toBe(bench.clock.now() + 15 * MINUTE)
  })

  it('of two that were put off at once the earlier time holds, in whichever order they come', () => {
    const at = story.minute(1)
    const postponed = (dueAfter: number) =>
      eventRegistry['checkpoint-postponed'].draft(
        {
          ...{ checkpoint: 'checkpoint-15' as CheckpointId, was: story.minute(15), dueAt: story.minute(dueAfter) },
          ...{ pausedUntil: null, reason: `to ${dueAfter}` },
        },
        at,
        story.ada,
      )
    for (const order of [
      [20, 25],
      [25, 20],
    ]) {
      const { incident } = story.recordOf([story.declared({}), story.armed(0, 15), ...order.map(postponed)])
      expect(incident.checkpoint).toMatchObject({ dueAt: story.minute(20), postponed: { reason: 'to 20' } })
    }
  })
})
