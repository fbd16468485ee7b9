import { fireEvent, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { coded } from '../../../src/shared/contract/coded-text'
import type { FilledTemplate, TemplateInfo } from '../../../src/shared/contract/comms'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { SECOND } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

/** The composer of a first notice, whose template's file can be saved anew while it is open. */
async function composing() {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const call = link.call.bind(link)
  let more: Partial<TemplateInfo & FilledTemplate> = {}
  link.call = ((name, input) => {
    const reply = call(name, input) as Promise<{ ok: boolean; value: unknown }>
    if (name === 'comms:templates')
      return reply.then(({ ok, value }) => ({ ok, value: (value as TemplateInfo[]).map(one => ({ ...one, ...more })) }))
    if (name === 'comms:fill') return reply.then(({ ok, value }) => ({ ok, value: { ...(value as object), ...more } }))
    return reply
  }) as typeof link.call
  const cockpit = await stage(<CommsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const open = () => act(() => cockpit.focus.request('comms'))
  open()
  await screen.findByDisplayValue(/We are investigating/)
  const later = () => act(() => cockpit.now.setState(({ now }) => ({ now: now + 5 * SECOND })))
  /** The file is saved, and looked at again. */
  const fileBecomes = (now: Partial<TemplateInfo & FilledTemplate>) => {
    more = now
    later()
  }
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  return { open, fileBecomes, later, updates }
}

const body = () => screen.getByRole('textbox', { name: 'What customers read' }) as HTMLTextAreaElement
const type = (field: Element, value: string) => fireEvent.change(field, { target: { value } })
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.activeElement ?? body(), { key, ...more })
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

describe('a template whose file is saved while an update is written', () => {
  it('[TM13] fills the text anew, and never what its writer worded', async () => {
    const { fileBecomes } = await composing()
    fileBecomes({ version: 'v2', body: 'By the new file.' })
    await screen.findByDisplayValue('By the new file.')
    type(body(), 'My own words.')
    fileBecomes({ version: 'v3', body: 'Newer still.' })
    await waitFor(() => expect(body().value).toBe('My own words.'))
  })

  it('[TM13] leaves a text alone that is being reviewed, and fills it when its writer goes back', async () => {
    const { fileBecomes, later } = await composing()
    type(screen.getByRole('textbox', { name: 'What customers see' }), 'One in four fails.')
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    press('Enter', { ctrlKey: true })
    const look = await screen.findByRole('region', { name: 'Publish this?' })
    fileBecomes({ version: 'v2', body: 'By the new file.' })
    later()
    expect(look.textContent).toContain('One in four fails.')
    fireEvent.click(screen.getByRole('button', { name: /^Back/ }))
    await screen.findByDisplayValue('By the new file.')
  })

  it('[TM9] says at the choice of templates that the file is broken and where', async () => {
    const { fileBecomes } = await composing()
    const place = { path: '/data/templates/initial.liquid', line: 7, column: 8 }
    fileBecomes({ problem: coded('file-place', { ...place, flaw: { code: 'template-no-head' } }) })
    expect((await screen.findByText(/its last good version is used/)).textContent).toContain(
      'initial.liquid, line 7, column 8',
    )
  })

  it('[TM14] a draft remembers the version, and says when another one fills it', async () => {
    const { open, fileBecomes, updates } = await composing()
    press('s', { ctrlKey: true })
    await waitFor(() => expect(updates()).toMatchObject([{ wording: { template: 'initial', version: 'v1' } }]))
    await closed()
    open()
    await screen.findByDisplayValue(/We are investigating/)
    expect(screen.queryByText(/has changed since this draft/)).toBeNull()
    fileBecomes({ version: 'v2', body: 'By the new file.' })
    expect((await screen.findByText(/has changed since this draft/)).textContent).toContain('filled by the new one')
    type(body(), 'My own words.')
    expect((await screen.findByText(/has changed since this draft/)).textContent).toContain('Your words stay')
  })
})
