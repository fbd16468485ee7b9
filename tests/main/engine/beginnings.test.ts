import { describe, expect, it } from 'vitest'
import { type LinkId, newId, type RequestId } from '../../../src/shared/domain/ids'
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

describe('[DI5] what is said when it is declared of what it affects and where else to look', () => {
  const link = (address: string) => ({ link: newId<LinkId>(), kind: 'ticket', label: '', address }) as const

  it('is a fact of the record for each, an address given twice once', () => {
    const bench = commandBench(scratchFolder())
    const links = [link('jira.example.com/PAY-7'), link('https://jira.example.com/PAY-7'), link('+1 555 010 999')]
    const said = { ...what, services: ['payments-api', 'PAYMENTS-API', 'checkout'], links }
    expect(bench.run('incident:declare', said)).toMatchObject({ ok: true })
    expect(head(bench)?.services).toEqual(['payments-api', 'checkout'])
    expect(head(bench)?.links).toMatchObject([
      { kind: 'ticket', label: 'jira.example.com/PAY-7', url: 'https://jira.example.com/PAY-7' },
      { url: 'tel:+1555010999' },
    ])
  })

  it('is nothing where nobody said it, or said it with nothing in it', () => {
    const bench = commandBench(scratchFolder())
    expect(bench.run('incident:declare', { ...what, services: [], links: [] })).toMatchObject({ ok: true })
    expect(head(bench)).toMatchObject({ services: null, links: [] })
  })

  it.each(['javascript:alert(1)', 'http://plain.example.com', 'https://ada:secret@example.com', '', 'nowhere'])(
    'refuses %s as a link, and declares nothing',
    address => {
      const bench = commandBench(scratchFolder())
      const reply = bench.run('incident:declare', { ...what, links: [link('a.example.com'), link(address)] })
      expect(reply).toMatchObject({ ok: false, fault: { code: 'no-address' } })
      expect(head(bench)).toBeUndefined()
    },
  )
})
