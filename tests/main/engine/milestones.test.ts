import { describe, expect, it } from 'vitest'
import { newId, type RequestId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  bench.clock.advance(30 * MINUTE)
  return bench
}

const head = (bench: Bench) => {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record.incident
}
const lines = (bench: Bench) =>
  bench.ledger
    .record(bench.incident)
    ?.timeline()
    .map(({ text }) => text) ?? []

describe('[MI3] a stated time', () => {
  it('is a line with what it was before, once, however often it is sent', () => {
    const bench = declared()
    const at = bench.clock.now() - 5 * MINUTE
    const first = { milestone: 'mitigated', at, was: null } as const
    const request = newId<RequestId>()
    expect(bench.run('incident:state-milestone', first, request)).toMatchObject({ ok: true })
    expect(bench.run('incident:state-milestone', first, request)).toMatchObject({ ok: true })
    const second = { milestone: 'mitigated', at: at - MINUTE, was: at } as const
    expect(bench.run('incident:state-milestone', second)).toMatchObject({ ok: true })
    expect(lines(bench).filter(text => text.startsWith('Mitigated'))).toEqual([
      expect.stringMatching(/^Mitigated: \S+ \S+ UTC$/),
      expect.stringMatching(/^Mitigated: \S+ \S+ UTC \(before: \S+ \S+\)$/),
    ])
    expect(head(bench).timeCorrections).toHaveLength(2)
  })

  it('of one that a colleague stated meanwhile is refused', () => {
    const bench = declared()
    const at = bench.clock.now() - 5 * MINUTE
    bench.run('incident:state-milestone', { milestone: 'mitigated', at, was: null })
    expect(bench.run('incident:state-milestone', { milestone: 'mitigated', at: at - MINUTE, was: null })).toMatchObject(
      {
        ok: false,
        fault: { kind: 'conflict', code: 'changed-meanwhile' },
      },
    )
    expect(head(bench).timesKept.mitigated?.at).toBe(at)
  })

  it('[MI5] of the start and the detection is the fact that the other forms state', () => {
    const bench = declared()
    const at = bench.clock.now() - 10 * MINUTE
    bench.run('incident:state-milestone', { milestone: 'started', at: at - 30 * MINUTE, was: null })
    expect(head(bench).started).toMatchObject({ at: at - 30 * MINUTE, source: { kind: 'person' } })
    const detection = { how: 'customer', name: 'Acme', at: null } as const
    bench.run('incident:state-detection', { detection })
    bench.run('incident:state-milestone', {
      milestone: 'acknowledged',
      at: bench.clock.now(),
      was: head(bench).timesKept.acknowledged?.at ?? null,
    })
    expect(bench.run('incident:state-milestone', { milestone: 'detected', at, was: null })).toMatchObject({ ok: true })
    expect(head(bench).detected).toEqual({ ...detection, at })
    expect(head(bench).timesKept.detected?.at).toBe(at)
  })

  it.each(['started', 'detected'] as const)('of %s can be corrected, not removed', milestone => {
    const bench = declared()
    const at = bench.clock.now() - 45 * MINUTE
    bench.run('incident:state-milestone', { milestone, at, was: null })
    expect(bench.run('incident:state-milestone', { milestone, at: null, was: at })).toMatchObject({
      ok: false,
      fault: { code: 'milestone-stays' },
    })
  })
})

describe('[MI4] a time that cannot be', () => {
  it('is refused in words, and nothing changes', () => {
    const bench = declared()
    const before = bench.ledger.lastSeq(bench.incident)
    const now = bench.clock.now()
    expect(
      bench.run('incident:state-milestone', { milestone: 'mitigated', at: now + MINUTE, was: null }),
    ).toMatchObject({ ok: false, fault: { code: 'time-to-come' } })
    // It was acknowledged when it was declared, half an hour ago.
    expect(bench.run('incident:state-milestone', { milestone: 'detected', at: now, was: null })).toMatchObject({
      ok: false,
      fault: { code: 'milestone-order', message: 'That cannot be: acknowledged would come before detected.' },
    })
    expect(bench.ledger.lastSeq(bench.incident)).toBe(before)
  })
})
