import { describe, expect, it } from 'vitest'
import { newId, type RequestId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const what = { title: 'Payments fail', severity: 'SEV-2', impact: '' } as const
const head = (bench: Bench) => bench.ledger.record(bench.incident)?.incident
const source = { kind: 'alert', name: 'High error rate' } as const

describe('[DI1] what is said of the beginning when it is declared', () => {
  it('is two facts of the record by whoever declared, once, however often it is sent', () => {
    const bench = commandBench(scratchFolder())
    const at = bench.clock.now() - 12 * MINUTE
    const detection = { how: 'alert', name: 'High error rate', at } as const
    const request = newId<RequestId>()
    const said = { ...what, started: { at, source }, detection }
    expect(bench.run('incident:declare', said, request)).toMatchObject({ ok: true })
    expect(bench.run('incident:declare', said, request)).toMatchObject({ ok: true })
    expect(head(bench)).toMatchObject({
      started: { at, source, by: { kind: 'person' } },
      detected: detection,
      timesKept: { started: { at, from: 'alert' }, detected: { at, from: 'detection' } },
    })
    expect(bench.ledger.events(bench.incident, 0, 50).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['started-at-confirmed', 'detection-stated']),
    )
  })

  it('is nothing where nobody said it', () => {
    const bench = commandBench(scratchFolder())
    expect(bench.run('incident:declare', { ...what, started: null, detection: null })).toMatchObject({ ok: true })
    expect(head(bench)).toMatchObject({ started: null, detected: null })
  })

  it.each([
    ['a start to come', MINUTE, null, 'time-to-come'],
    ['a detection to come', null, MINUTE, 'time-to-come'],
    ['a detection before the start', -MINUTE, -2 * MINUTE, 'milestone-order'],
  ])('refuses %s, and declares nothing', (_name, start, detected, code) => {
    const bench = commandBench(scratchFolder())
    const at = (offset: number | null) => (offset === null ? null : bench.clock.now() + offset)
    const started = at(start)
    const reply = bench.run('incident:declare', {
      ...what,
      started: started === null ? null : { at: started, source },
      detection: { how: 'customer', name: '', at: at(detected) },
    })
    expect(reply).toMatchObject({ ok: false, fault: { code } })
    expect(head(bench)).toBeUndefined()
  })
})
