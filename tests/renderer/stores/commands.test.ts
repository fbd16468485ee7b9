import { describe, expect, it } from 'vitest'
import { createCockpit } from '../../../src/renderer/stores/cockpit'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { createFakeLink } from '../../support/fake-link'

const board = { feeds: [], alerts: [], panels: [], pages: [], deploys: [], rules: [], annotations: [], proposals: [] }

describe('commands', () => {
  it('show a fault in the place that it concerns, until the next act there', async () => {
    const link = createFakeLink({ now: () => 0, board })
    const { commands, faults } = createCockpit(link)
    link.failNext('feeds:refresh', { kind: 'internal', message: 'the engine stumbled' })
    await commands.ask('metrics', 'feeds:refresh', {})
    expect(faults.getState()).toMatchObject({ metrics: { message: 'the engine stumbled' } })
    await commands.ask('metrics', 'feeds:refresh', {})
    expect(faults.getState().metrics).toBeUndefined()
  })

  it('[DG7] say nothing in another incident of what was refused in the one before', async () => {
    const link = createFakeLink({ now: () => 0, board })
    const { commands, faults, selection } = createCockpit(link)
    const [first, other] = ['i1', 'i2'] as IncidentId[]
    for (const incident of [first, other])
      await link.call('incident:declare', {
        incident: incident as IncidentId,
        title: 'Cards',
        severity: 'SEV-1',
        impact: '',
      })
    selection.setState({ open: first ?? null })
    link.failNext('roles:assign', { kind: 'internal', message: 'the engine stumbled' })
    const reply = commands.send('roles', 'roles:assign', { role: 'ic', name: 'Ada' })
    selection.setState({ open: other ?? null })
    expect(await reply).toMatchObject({ ok: false })
    expect(faults.getState().roles).toBeUndefined()
  })

  it('are refused without an open incident, and nothing is sent', async () => {
    const link = createFakeLink({ now: () => 0, board })
    const { commands } = createCockpit(link)
    const reply = await commands.send('roles', 'roles:assign', { role: 'ic', name: 'Ada' })
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(link.calls).toEqual([])
  })

  it('go to the incident that is open', async () => {
    const link = createFakeLink({ now: () => 0, board })
    const { commands, selection } = createCockpit(link)
    const incident = 'i1' as IncidentId
    await link.call('incident:declare', { incident, title: 'Cards', severity: 'SEV-1', impact: '' })
    selection.setState({ open: incident })
    await commands.send('roles', 'roles:assign', { role: 'ic', name: 'Ada' })
    expect(link.log.record(incident)?.incident.roles.ic?.responder.name).toBe('Ada')
  })
})
