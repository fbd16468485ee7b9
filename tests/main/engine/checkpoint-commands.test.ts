import { describe, expect, it } from 'vitest'
import type { CheckpointAnswer } from '../../../src/shared/domain/checkpoint'
import { upcastBody } from '../../../src/shared/events/read-event'
import { eventRegistry } from '../../../src/shared/events/registry'
import { type Bench, commandBench } from '../../support/engine-parts'
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
    expect(add([{ question: 'tried', asks: '', text: ' ' }])).toMatchObject({ fault: { code: 'nothing-to-add' } })
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
