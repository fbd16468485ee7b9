import { describe, expect, it } from 'vitest'
import { type IncidentId, newId, type RequestId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const [alert, unlike] = cannedBoard(Date.UTC(2026, 10, 20, 12)).alerts
if (alert === undefined || unlike === undefined) throw new Error('The board has no two alerts')
const take = { alert: alert.id, severity: 'SEV-1' } as const
const byId = { alert: (id: string) => (id === alert.id ? alert : unlike) }

/** Two people at one engine: `run` of the second is for an incident of its own. */
function twoPeople(): { readonly first: Bench; readonly second: Pick<Bench, 'incident' | 'run'> } {
  const first = commandBench(scratchFolder(), byId)
  const incident = newId<IncidentId>()
  return {
    first,
    second: { incident, run: (name, input, request) => first.run(name, { ...input, incident }, request) },
  }
}

describe('[DI7] one alert, two people', () => {
  it('the second is refused, with what the first declared, and nothing is written', () => {
    const { first, second } = twoPeople()
    expect(first.run('incident:take', take)).toMatchObject({ ok: true })
    expect(second.run('incident:take', take)).toMatchObject({
      ok: false,
      fault: {
        kind: 'conflict',
        code: 'alert-declared-by',
        values: { severity: 'SEV-1', title: alert.title, who: 'Dana Scully' },
      },
    })
    expect(first.ledger.record(second.incident)).toBeNull()
  })

  it('also where it was only linked to an incident that runs', () => {
    const { first, second } = twoPeople()
    first.run('incident:declare', { title: 'Cards fail', severity: 'SEV-2', impact: '' })
    first.run('incident:link-page', { alert: alert.id })
    expect(second.run('incident:take', take)).toMatchObject({ ok: false, fault: { code: 'alert-declared-by' } })
  })

  it('another is declared on purpose, but not besides a third that the person has not seen', () => {
    const { first, second } = twoPeople()
    first.run('incident:take', take)
    first.clock.advance(MINUTE)
    const besides = [first.incident]
    expect(second.run('incident:take', { ...take, besides })).toMatchObject({ ok: true })
    const third = newId<IncidentId>()
    const again = (known: readonly IncidentId[]) =>
      first.run('incident:take', { ...take, incident: third, besides: known } as never)
    expect(again(besides)).toMatchObject({ ok: false })
    expect(again([...besides, second.incident])).toMatchObject({ ok: true })
  })

  it('another alert, one whose incident is resolved or no longer has it, and a repeated request are not refused', () => {
    const { first, second } = twoPeople()
    const request = newId<RequestId>()
    expect(first.run('incident:take', take, request)).toMatchObject({ ok: true })
    expect(first.run('incident:take', take, request)).toMatchObject({ ok: true })
    expect(second.run('incident:take', { ...take, alert: unlike.id })).toMatchObject({ ok: true })
    first.run('incident:change-status', { to: 'resolved', reason: '' })
    const third = { ...take, incident: newId<IncidentId>() }
    expect(first.run('incident:take', third)).toMatchObject({ ok: true })
    first.run('incident:unlink', {
      incident: third.incident,
      connection: alert.connection,
      externalId: alert.externalId,
    } as never)
    expect(first.run('incident:take', { ...take, incident: newId<IncidentId>() } as never)).toMatchObject({ ok: true })
  })

  it('an incident that exists is refused as that, whoever has the alert', () => {
    const { first } = twoPeople()
    first.run('incident:take', take)
    expect(first.run('incident:take', take)).toMatchObject({ ok: false, fault: { code: 'incident-declared' } })
  })
})
