import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { RareStrips } from '../../../src/renderer/features/incident-bar/rare-strips'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { textOf } from '../../../src/shared/domain/approval'
import { type IncidentId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import { type Responder, responderNamed } from '../../../src/shared/domain/people'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { cannedChannels } from '../../support/fake-answers'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

function Bar() {
  const incident = useRecord(record => record.incident)
  return <RareStrips incident={incident} />
}

const [channel] = cannedChannels
if (channel === undefined) throw new Error('There is a channel')
const content: UpdateContent = {
  ...{ stage: 'progress', channel, title: 'Payments fail', body: 'One in four fails.', status: 'investigating' },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}

const strip = () => screen.queryByRole('complementary', { name: 'Waits for your approval' })

async function asked(commander: string): Promise<Shown & { readonly update: UpdateId }> {
  const shown = await show(<Bar />)
  const { link, incident } = shown
  const me = shown.cockpit.session.getState().me?.name ?? ''
  const update = newId<UpdateId>()
  await act(async () => {
    await link.call('roles:assign', { incident, role: 'ic', name: commander === '' ? me : commander })
    await link.call('comms:draft', { incident, update, content })
  })
  await settle()
  expect(strip()).toBeNull()
  await act(async () => {
    expect(await link.call('comms:ask-approval', { incident, update })).toMatchObject({ ok: true })
  })
  await settle()
  return { ...shown, update }
}

it('[AP9] tells the commander who asks and for which update, without taking the focus, until it is answered', async () => {
  const { link, cockpit, incident, update } = await asked('')
  expect(strip()?.textContent).toMatch(/asks to approve an update “Payments fail”/)
  expect(strip()?.querySelector('kbd')?.textContent).toBe('Y')
  expect(document.activeElement).toBe(document.body)
  const opened = vi.spyOn(cockpit.focus, 'request')
  fireEvent.click(screen.getByRole('button', { name: /Read and approve/ }))
  expect(opened).toHaveBeenCalledWith('approve-update')
  const updates = cockpit.incident.getState().record?.incident.updates ?? []
  await act(async () => void (await link.call('comms:approve', { incident, update, text: textOf(updates) })))
  await settle()
  expect(strip()).toBeNull()
})

it('[AP9] is not shown to anybody else', async () => {
  await asked('Grace Hopper')
  expect(strip()).toBeNull()
})

it('[AP9] [PE5] tells of an edit of a published update too, from the bar itself', async () => {
  const update = newId<UpdateId>()
  const now = Date.now()
  const engine = { kind: 'engine' } as const
  const what = {
    ...({ kind: 'update-edit', connection: content.channel.connection, update, published: now } as const),
    ...{ publicIncident: { id: 'x1', name: 'Payments fail' }, before: content.body, body: 'All fail.', why: 'worse' },
  }
  const out = { update, content, audience: 'customers', externalId: 'x1', url: null } as const
  const mia = { kind: 'person', responder: responderNamed('Mia Chen') as Responder } as const
  const { link, incident, cockpit } = await show(<IncidentBar />, ({ log, calls }) => {
    const declared = calls[0]?.input as { readonly incident: IncidentId }
    const events = [
      kinds['update-drafted'].draft({ update, content, audience: 'customers' }, now, engine),
      kinds['update-published'].draft(out, now, engine),
      kinds['edit-proposed'].draft({ edit: newId<OutboxItemId>(), what }, now, mia),
    ]
    log.append(declared.incident, events, now)
  })
  const me = cockpit.session.getState().me?.name ?? ''
  await act(async () => void (await link.call('roles:assign', { incident, role: 'ic', name: me })))
  await waitFor(() => expect(strip()?.textContent).toMatch(/^Mia Chen asks to approve an edit of a published update/))
})
