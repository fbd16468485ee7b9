import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AssignDialog } from '../../../src/renderer/features/roles/assign-dialog'
import { type ConnectionId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard } from '../../support/shown'

const page = {
  ...{ id: 'pd/P1', connection: 'pd' as ConnectionId, externalId: 'P1', origin: 'page' as const, title: 'Errors' },
  ...{ service: 'payments-api', urgency: 'high' as const, state: 'firing' as const, startedAt: 1, url: null },
}
const onCall = (name: string, service: string) => ({
  ...{
    connection: 'pd' as ConnectionId,
    externalId: name,
    name,
    policy: service,
    services: [service],
    level: 1,
    until: null,
  },
})

async function desk() {
  const link = createFakeLink({ now: Date.now, board: { ...emptyBoard, alerts: [page] } })
  const incident = newId<IncidentId>()
  await link.call('incident:take', { incident, alert: page.id, severity: 'SEV-1' })
  const people = [onCall('Nadia Haddad', 'checkout'), onCall('Amara Osei', 'payments-api')]
  const cockpit = await stage(
    <AssignDialog opened onClose={() => undefined} target={null} onCall={{ people, policies: [], problem: '' }} />,
    link,
  )
  const field = await screen.findByRole('combobox')
  const roles = () => {
    const held = cockpit.incident.getState().record?.incident.roles
    return Object.fromEntries(Object.entries(held ?? {}).map(([role, one]) => [role, one?.responder.name ?? null]))
  }
  return { roles, press: (key: string) => fireEvent.keyDown(field, { key }) }
}

describe('the line that assigns', () => {
  it('[RO16] a digit of somebody with a role asks first; the same digit again assigns both', async () => {
    const { roles, press } = await desk()
    press('1')
    await waitFor(() => expect(roles()).toMatchObject({ ic: 'Amara Osei' }))
    await screen.findByRole('heading', { name: 'Tech lead' })
    press('1')
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Amara Osei is already Incident commander. Choose them again to assign both roles.',
    )
    expect(roles()).toMatchObject({ ic: 'Amara Osei', tech: null })
    press('2')
    await waitFor(() => expect(roles()).toMatchObject({ ic: 'Amara Osei', tech: 'Nadia Haddad' }))
    await screen.findByRole('heading', { name: 'Comms lead' })
    press('2')
    await screen.findByRole('alert')
    press('Enter')
    await waitFor(() => expect(roles()).toMatchObject({ comms: 'Nadia Haddad' }))
  })
})
