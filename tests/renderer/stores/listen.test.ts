import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCockpit } from '../../../src/renderer/stores/cockpit'
import type { Cockpit } from '../../../src/renderer/stores/cockpit-stores'
import { listen } from '../../../src/renderer/stores/listen'
import { engineNow } from '../../../src/renderer/stores/session-store'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink, type FakeLink } from '../../support/fake-link'

const NOW = 1_700_000_000_000
let [link, cockpit, stop] = [{} as FakeLink, {} as Cockpit, (): void => undefined]
const settle = () => new Promise(resolve => setTimeout(resolve, 0))
const named = (name: string) => link.calls.filter(call => call.name === name)

async function declare(title: string, severity: 'SEV-1' | 'SEV-3'): Promise<IncidentId> {
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title, severity, impact: '' })
  return incident
}

beforeEach(async () => {
  link = createFakeLink({ now: () => NOW, board: cannedBoard(NOW) })
  cockpit = createCockpit(link)
  stop = listen(cockpit)
  await settle()
})
afterEach(() => stop())

describe('the stores behind a link', () => {
  it('take over the welcome', () => {
    expect(cockpit.board.getState().panels).toHaveLength(6)
    expect(cockpit.session.getState().me?.name).toBe('Ada Park')
    expect(engineNow(cockpit.session) - NOW).toBeLessThan(5_000)
  })

  it('open the worst unresolved incident, and keep a choice that was made', async () => {
    const minor = await declare('Minor', 'SEV-3')
    expect(cockpit.selection.getState().open).toBe(minor)
    await declare('Worse', 'SEV-1')
    expect(cockpit.selection.getState().open).toBe(minor)
  })

  it('[DG7] say in another incident nothing of what went wrong in the one before', async () => {
    await declare('Worse', 'SEV-1')
    const other = await declare('Minor', 'SEV-3')
    const refused = (message: string) => ({ kind: 'refused', message }) as const
    cockpit.faults.setState({ strategy: refused('changed meanwhile'), connections: refused('no such host') })
    cockpit.selection.setState({ open: other })
    expect(cockpit.faults.getState().strategy).toBeUndefined()
    expect(cockpit.faults.getState().connections?.kind).toBe('refused')
  })

  it('show the clock at the rate that the engine tells', () => {
    link.push('clock', { now: NOW + 60_000, rate: 60 })
    expect(engineNow(cockpit.session)).toBeGreaterThanOrEqual(NOW + 60_000)
    expect(cockpit.session.getState().clock?.reading.rate).toBe(60)
  })

  it('replace only the panels that were read anew', () => {
    const [first, second] = cockpit.board.getState().panels
    if (first === undefined || second === undefined) throw new Error('The canned board has six panels')
    link.push('panels', [{ ...second, problem: 'no data' }])
    const after = cockpit.board.getState().panels
    expect(after.map(panel => panel.id)).toEqual(['errors', 'latency', 'rate', 'pool', 'queue', 'memory'])
    expect(after[0]).toBe(first)
    expect(after[1]?.problem).toBe('no data')
  })

  it('say hello again and follow on from the last event when the line is back', async () => {
    const incident = await declare('Cards fail', 'SEV-1')
    await settle()
    link.setState('lost')
    expect(cockpit.session.getState().link).toBe('lost')
    link.setState('open')
    await settle()
    expect(named('session:hello')).toHaveLength(2)
    expect(named('log:follow').at(-1)?.input).toEqual({ incident, after: link.log.lastSeq(incident) })
  })

  it('say hello again under the name that a person gives, and keep it in another world', async () => {
    cockpit.session.setState({ name: 'Mira Osei' })
    await settle()
    expect(cockpit.session.getState().me?.name).toBe('Mira Osei')
    link.push('world', null)
    await settle()
    const screen = expect.stringMatching(/^[A-Z]\w+.*, window \w{4,}$/)
    expect(named('session:hello').map(call => call.input)).toEqual([
      { name: null, screen },
      { name: 'Mira Osei', screen },
      { name: 'Mira Osei', screen },
    ])
  })

  it('start over when another engine answers', async () => {
    const incident = await declare('Of the drill', 'SEV-1')
    link.failNext('session:hello', { kind: 'disconnected', message: 'not yet' })
    link.push('world', null)
    expect(cockpit.selection.getState()).toEqual({ open: null, shownLast: null, incidents: [] })
    expect(cockpit.incident.getState().record).toBeUndefined()
    await settle()
    expect(cockpit.session.getState().fault?.message).toBe('not yet')
    expect(named('log:unfollow').at(-1)?.input).toEqual({ incident })
  })
})
