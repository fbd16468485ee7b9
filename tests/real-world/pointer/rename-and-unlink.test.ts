import { describe, expect, it } from 'vitest'
import { callInputs } from '../../../src/shared/contract/parsers'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { foldDrafts } from '../../../src/shared/events/fold'
import { incidentRenamed } from '../../../src/shared/events/incident-renamed'
import { pageLinked } from '../../../src/shared/events/page-linked'
import { pagerDutyIncidentUnlinked } from '../../../src/shared/events/pagerduty-incident-unlinked'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const connection = 'pd' as ConnectionId
const linked = { connection, externalId: 'Q1', title: 'payments-api: errors', service: null, url: null }
const nobody = { kind: 'engine' } as const

function declared() {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const head = () => {
    const record = bench.ledger.record(bench.incident)
    if (record === null) throw new Error('The incident does not exist')
    return record.incident
  }
  return { ...bench, head }
}

describe('[NA1] an incident is renamed', () => {
  it.each(['Card payments fail', '支払いが失敗する', 'Платежи не проходят', '💳'])(
    'to “%s”; its id and its clocks stay',
    title => {
      const { run, head } = declared()
      const before = head()
      expect(run('incident:rename', { title })).toMatchObject({ ok: true })
      // Who claims what goes along with the title.
      const { claims } = head()
      expect(head()).toEqual({ ...before, title, claims })
    },
  )

  it('twice, and back; not to what it is called already', () => {
    const { run, head } = declared()
    run('incident:rename', { title: 'Card payments fail' })
    expect(run('incident:rename', { title: 'Card payments fail' })).toMatchObject({
      ok: false,
      fault: { kind: 'refused', message: 'The incident already has that title.' },
    })
    run('incident:rename', { title: 'Payments fail' })
    expect(head().title).toBe('Payments fail')
  })

  it('never to nothing, to blanks or to more than a title holds', () => {
    const reads = (title: unknown) => callInputs['incident:rename'].safeParse({ incident: 'i', title }).success
    expect([reads(''), reads(' \t '), reads(null), reads('x'.repeat(256))]).toEqual([false, false, false, false])
    expect(reads('x'.repeat(255))).toBe(true)
  })
})

describe('[NA2] a PagerDuty incident is unlinked', () => {
  it('and only that one; saying so twice, or of one that was never linked, changes nothing', () => {
    const { head, incident } = declared()
    const other = { ...linked, externalId: 'Q2' }
    const elsewhere = { ...linked, connection: 'pd-eu' as ConnectionId }
    const link = [linked, other, elsewhere].map(page => pageLinked.draft({ page }, 1, nobody))
    const unlink = pagerDutyIncidentUnlinked.draft({ pagerDutyIncident: linked }, 2, nobody)
    const fold = (...events: Parameters<typeof foldDrafts>[2]) => foldDrafts(incident, head(), events, 3).pages
    expect(fold(...link, unlink)).toEqual([other, elsewhere])
    expect(fold(...link, unlink, unlink)).toEqual([other, elsewhere])
    expect(fold(unlink)).toEqual([])
    expect(fold(...link, unlink, pageLinked.draft({ page: linked }, 3, nobody))).toEqual([other, elsewhere, linked])
  })

  it('is refused with a reason when it is not linked', () => {
    const { run } = declared()
    expect(run('incident:unlink', { connection, externalId: 'Q9' })).toMatchObject({
      ok: false,
      fault: { message: 'That PagerDuty incident is no longer linked.' },
    })
  })

  it('is said in the timeline, as a rename is with the title before', () => {
    const logged = { id: 'e' as never, incident: 'i' as never, seq: 1 as never, version: 1, recordedAt: 1 }
    const unlink = { ...pagerDutyIncidentUnlinked.draft({ pagerDutyIncident: linked }, 1, nobody), ...logged }
    const rename = { ...incidentRenamed.draft({ from: 'Old', to: 'New' }, 1, nobody), ...logged }
    expect(pagerDutyIncidentUnlinked.line(unlink)).toMatchObject({
      entry: { kind: 'alert', text: 'Alert unlinked: payments-api: errors' },
    })
    expect(incidentRenamed.line(rename)).toMatchObject({ entry: { text: 'Renamed to “New”, before “Old”' } })
  })
})
