import { describe, expect, it } from 'vitest'
import type { LinkId } from '../../../src/shared/domain/ids'
import { newId } from '../../../src/shared/domain/ids'
import { MOST_LINKS } from '../../../src/shared/domain/incident-facts'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  expect(bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })).toMatchObject({
    ok: true,
  })
  return bench
}

const head = (bench: Bench) => bench.ledger.record(bench.incident)?.incident
const add = (bench: Bench, address: string, more: { link?: LinkId; label?: string } = {}) =>
  bench.run('incident:add-link', { link: newId<LinkId>(), kind: 'ticket', label: '', address, ...more })

describe('[IL1] [IL2] links', () => {
  it('are kept as the address that is opened, named by it where they were given no name', () => {
    const bench = declared()
    expect(add(bench, 'tickets.example.com/INC-42')).toMatchObject({ ok: true })
    expect(add(bench, '+1 (555) 010-999', { label: 'Bridge' })).toMatchObject({ ok: true })
    expect(head(bench)?.links).toMatchObject([
      { label: 'tickets.example.com/INC-42', url: 'https://tickets.example.com/INC-42' },
      { label: 'Bridge', url: 'tel:+1555010999' },
    ])
  })

  it.each(['javascript:alert(1)', 'http://tickets.example.com', 'soon', ''])(
    'an address %j is refused with the way out, and nothing changes',
    address => {
      const bench = declared()
      expect(add(bench, address)).toMatchObject({
        ok: false,
        fault: { message: expect.stringContaining('https address') },
      })
      expect(head(bench)?.links).toEqual([])
    },
  )

  it('one address stands once: named anew, it keeps its newest name', () => {
    const bench = declared()
    add(bench, 'https://a.example/x', { label: 'first' })
    expect(add(bench, 'https://a.example/x', { label: 'first' })).toMatchObject({ ok: false })
    expect(add(bench, 'https://a.example/x', { label: 'second' })).toMatchObject({ ok: true })
    expect(head(bench)?.links.map(({ label }) => label)).toEqual(['second'])
  })

  it('are removed by whoever sees them, once', () => {
    const bench = declared()
    const link = newId<LinkId>()
    add(bench, 'https://a.example/x', { link })
    expect(bench.run('incident:remove-link', { link })).toMatchObject({ ok: true })
    expect(bench.run('incident:remove-link', { link })).toMatchObject({ ok: false })
    expect(head(bench)?.links).toEqual([])
  })

  it('end at a number that a list can show', () => {
    const bench = declared()
    for (let at = 0; at < MOST_LINKS; at += 1) add(bench, `https://a.example/${at}`)
    expect(add(bench, 'https://a.example/more')).toMatchObject({ ok: false })
    expect(add(bench, 'https://a.example/0', { label: 'named' })).toMatchObject({ ok: true })
  })
})

describe('[ED1] services affected, and how it was noticed', () => {
  it('services are the last that was said, each once, however it is written', () => {
    const bench = declared()
    const services = ['payments-api', 'Payments-API', 'Zürich', 'Zu\u0308rich']
    expect(bench.run('incident:state-services', { services })).toMatchObject({ ok: true })
    expect(head(bench)?.services).toEqual(['payments-api', 'Zürich'])
    expect(bench.run('incident:state-services', { services: [], was: ['payments-api', 'Zürich'] })).toMatchObject({
      ok: true,
    })
    expect(head(bench)?.services).toEqual([])
  })

  it('the second of two who edit one thing is shown the first’s work', () => {
    const bench = declared()
    bench.run('incident:state-services', { services: ['a'], was: null })
    expect(bench.run('incident:state-services', { services: ['b'], was: null })).toMatchObject({
      ok: false,
      fault: { kind: 'conflict', code: 'services-changed-meanwhile' },
    })
    const detection = { how: 'alert', name: 'X', at: null } as const
    bench.run('incident:state-detection', { detection, was: null })
    expect(
      bench.run('incident:state-detection', { detection: { ...detection, how: 'customer' }, was: null }),
    ).toMatchObject({ ok: false, fault: { kind: 'conflict', code: 'detection-changed-meanwhile' } })
    expect(head(bench)).toMatchObject({ services: ['a'], detected: detection })
  })

  it('it was not noticed later than now', () => {
    const bench = declared()
    const later = { how: 'customer', name: '', at: bench.clock.now() + 1 } as const
    expect(bench.run('incident:state-detection', { detection: later })).toMatchObject({ ok: false })
    expect(bench.run('incident:state-detection', { detection: { ...later, at: bench.clock.now() } })).toMatchObject({
      ok: true,
    })
  })
})
