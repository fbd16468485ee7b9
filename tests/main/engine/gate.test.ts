import { describe, expect, it } from 'vitest'
import { closingStates } from '../../../src/shared/domain/resolution'
import { HOUR } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { declared as declaration, drafted, minute, published, recordOf, resolved } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { shippedRules } from '../../support/shipped-method'

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  return bench
}

function head(bench: Bench) {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record.incident
}

const lines = (bench: Bench) =>
  (bench.ledger.record(bench.incident)?.timeline() ?? [])
    .map(({ text }) => text)
    .filter(text => /gate|Closing|Review/i.test(text))

const states = (bench: Bench, isNormal = false) => closingStates(head(bench), head(bench).method?.rules ?? {}, isNormal)
const done = (bench: Bench, isNormal = false) =>
  states(bench, isNormal).flatMap(({ id, proof }) => (proof === null ? [] : [`${id}: ${proof.from}`]))

const ok = { ok: true }
const fault = (code: string) => ({ ok: false, fault: { code } })

describe('[GT5] what people say at the gate', () => {
  it('is kept with who and when, a line each, and may be taken back', () => {
    const bench = declared()
    const said = { criterion: 'tried-out', note: 'three test payments' }
    expect(bench.run('gate:answer', { ...said, answer: 'met', was: 'open' })).toMatchObject(ok)
    expect(head(bench).gateWords['tried-out']).toMatchObject({ answer: 'met', note: 'three test payments' })
    expect(bench.run('gate:answer', { ...said, answer: 'unmet', was: 'open' })).toMatchObject({
      ok: false,
      fault: { kind: 'conflict' },
    })
    expect(bench.run('gate:answer', { ...said, answer: 'open', note: '', was: 'met' })).toMatchObject(ok)
    expect(head(bench).gateWords).toEqual({})
    expect(bench.run('gate:answer', { criterion: 'gone', answer: 'met', note: '' })).toMatchObject(
      fault('gate-unknown'),
    )
    expect(bench.run('gate:answer', { criterion: 'tickets', answer: 'open', note: '' })).toMatchObject(
      fault('gate-same'),
    )
    expect(lines(bench)).toEqual([
      'Resolution gate: Dana Scully said yes to “Somebody tried what customers use”: three test payments',
      'Resolution gate: “Somebody tried what customers use” is open again',
    ])
  })
})

describe('[GT7] the closing list', () => {
  it('follows the resolution, ticks itself from the record, and the rest by hand', () => {
    const bench = declared()
    expect(bench.run('closing:mark', { item: 'thanks', done: true })).toMatchObject(fault('closing-open'))
    bench.run('gate:answer', { criterion: 'tried-out', answer: 'met', note: '' })
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    expect(done(bench)).toEqual(['tried-out: gate', 'status: status'])
    expect(done(bench, true)).toContain('metrics: metrics')
    expect(bench.run('closing:mark', { item: 'channels', done: true, was: false })).toMatchObject(ok)
    expect(bench.run('closing:mark', { item: 'channels', done: true, was: false })).toMatchObject({
      fault: { kind: 'conflict' },
    })
    expect(bench.run('closing:mark', { item: 'gone', done: true })).toMatchObject(fault('closing-unknown'))
    expect(done(bench)).toContain('channels: person')
    bench.run('closing:mark', { item: 'channels', done: false, was: true })
    expect(done(bench)).not.toContain('channels: person')
    expect(states(bench)).toHaveLength(12)
  })

  const resolution = { stage: 'resolution' } as const
  it.each([
    ['no update', [], null],
    ['an update that is written and not sent', [drafted(3, 'u', resolution)], null],
    ['an update of another status', [drafted(3, 'u'), published(4, 'u')], null],
    ['the published resolution', [drafted(3, 'u', resolution), published(4, 'u', resolution)], 4],
    ['the published status', [drafted(3, 'u', { status: 'resolved' }), published(4, 'u', { status: 'resolved' })], 4],
  ])('knows whether stakeholders know: %s', (_, updates, at) => {
    const { incident } = recordOf([declaration(), resolved(2), ...updates])
    const proof = closingStates(incident, shippedRules.rules, false).find(({ id }) => id === 'stakeholders')?.proof
    expect(proof).toEqual(at === null ? null : { from: 'update', at: minute(at) })
  })

  it('[GT8] has a date of the review, which ticks its item', () => {
    const bench = declared()
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    const at = bench.clock.now() + 48 * HOUR
    expect(bench.run('closing:plan-review', { reviewAt: bench.clock.now() - 1 })).toMatchObject(fault('review-past'))
    expect(bench.run('closing:plan-review', { reviewAt: at, was: null })).toMatchObject(ok)
    expect(bench.run('closing:plan-review', { reviewAt: at + HOUR, was: null })).toMatchObject({
      fault: { kind: 'conflict' },
    })
    expect(done(bench)).toContain('review: review')
    expect(lines(bench).at(-1)).toMatch(/^Review planned for .+ UTC$/)
  })

  it('[GT9] reopened, what was said and ticked is asked again, and clocks run', () => {
    const bench = declared()
    bench.run('gate:answer', { criterion: 'tried-out', answer: 'met', note: '' })
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    bench.run('closing:mark', { item: 'channels', done: true })
    bench.run('incident:change-status', { to: 'investigating', reason: '', was: 'resolved' })
    expect(head(bench)).toMatchObject({
      gateWords: {},
      closingDone: {},
      reviewAt: null,
      checkpoint: { state: 'waiting' },
    })
  })
})
