import { fireEvent, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { blockers } from '../../../src/renderer/features/comms/composer/blockers'
import { contentOf, newComposer } from '../../../src/renderer/features/comms/composer/composer-state'
import { channelVendors } from '../../../src/shared/domain/channels/channel-kinds'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import * as english from '../../../src/shared/texts/english'
import { cannedBoard } from '../../support/canned-board'
import { cannedChannels } from '../../support/fake-answers'
import { createFakeLink } from '../../support/fake-link'
import { declared, recordOf } from '../../support/folded-incident'
import { stage } from '../../support/pane-stage'

const { incident } = recordOf([declared()])
const [page, chat] = cannedChannels
const written = (body: string, channel = chat) => ({
  ...newComposer(incident, channel === undefined ? [] : [channel]),
  ...{ title: 'Payments fail', body, components: { cards: 'major_outage' as const } },
})

describe('[CM16] an update for colleagues', () => {
  it('changes no component and mails nobody, whatever was chosen while another channel was', () => {
    expect(contentOf(written('Known'))).toMatchObject({
      components: {},
      notify: false,
    } satisfies Partial<UpdateContent>)
    expect(contentOf(written('Known', page))).toMatchObject({ components: { cards: 'major_outage' }, notify: true })
  })

  it('is called so, offers what the channel has, and shows the message as it is read there', async () => {
    const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
    await link.call('incident:declare', {
      incident: newId<IncidentId>(),
      title: 'Payments fail',
      severity: 'SEV-1',
      impact: '',
    })
    const cockpit = await stage(<CommsPane />, link)
    await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
    act(() => cockpit.focus.request('comms'))
    await screen.findByDisplayValue(/We are investigating/)
    expect(screen.getByRole('dialog', { name: 'Update for customers' })).toBeTruthy()
    fireEvent.click(screen.getByRole('combobox', { name: 'To' }))
    fireEvent.click(await screen.findByRole('option', { name: '#incidents (Slack)' }))
    expect(await screen.findByRole('dialog', { name: 'Update for colleagues' })).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: /mail/ })).toBeNull()
    expect(screen.queryByRole('combobox', { name: 'Card payments' })).toBeNull()
    expect(screen.getByText(english.channels.tellsColleagues)).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: 'What colleagues read' }), {
      target: { value: 'Rolling back.' },
    })
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true })
    const look = await screen.findByRole('region', { name: 'Publish this?' })
    expect(look.querySelector('blockquote')?.textContent).toMatch(/InvestigatingRolling back\.$/)
    expect(look.textContent).toContain('No mail; everyone in #incidents sees it')
    expect(look.textContent).not.toContain('Components')
  })
})

describe('[CM17] a text that a channel would cut', () => {
  it('blocks publishing there, by letters and not by halves of them', () => {
    expect(blockers(written('x'.repeat(7_500)))).toEqual([])
    expect(blockers(written('😀'.repeat(7_500)))).toEqual([])
    expect(blockers(written('x'.repeat(7_501)))).toEqual(['shorten the text'])
    expect(blockers(written('x'.repeat(25_000), page))).toEqual([])
  })
  it('each kind of channel has its names on the screen', () => {
    expect(Object.keys(english.channels.choice).sort()).toEqual([...channelVendors].sort())
    expect(Object.keys(english.channels.where).sort()).toEqual([...channelVendors].sort())
  })
})
