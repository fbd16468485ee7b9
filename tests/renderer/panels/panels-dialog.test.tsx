import { fireEvent, screen } from '@testing-library/react'
import { act } from 'react'
import { expect, it } from 'vitest'
import { PanelsDialog } from '../../../src/renderer/features/panels/panels-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import type { PanelReading } from '../../../src/shared/contract/metrics'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard, settle } from '../../support/shown'

const Panels = openedBy('panels', PanelsDialog)

it('searches a Grafana, shows what can be pinned and why the rest cannot, and pins a row', async () => {
  const cockpit = await stage(<Panels />, createFakeLink({ now: Date.now, board: emptyBoard }))
  act(() => void cockpit.focus.request('panels'))
  fireEvent.click(await screen.findByRole('button', { name: 'Web / Shop' }))
  const row = await screen.findByRole('checkbox', { name: 'Web (2)' })
  expect(screen.getByText('Panels of type “canvas” are not supported')).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: 'Heat' })).toHaveProperty('disabled', true)
  fireEvent.click(row)
  fireEvent.click(screen.getByRole('button', { name: /^Pin 2 panels/ }))
  expect(await screen.findByText('2 pinned')).toBeTruthy()
})

it('[GT1] says what a pinned panel measures and what is normal, by keyboard', async () => {
  const panel: PanelReading = {
    ...{ id: 'pin-1', title: 'Checkout errors', unit: 'ratio', thresholds: [], series: [], feed: 'p/panels' },
    ...{ trueAt: null, problem: '', warnings: [] },
  }
  const link = createFakeLink({ now: Date.now, board: { ...emptyBoard, panels: [panel] } })
  const cockpit = await stage(<Panels />, link)
  act(() => void cockpit.focus.request('panels'))
  fireEvent.click(await screen.findByRole('button', { name: 'Checkout errors: what it says' }))
  const facts = screen.getByRole('group', { name: 'It measures' })
  fireEvent.keyDown(facts, { key: '2' })
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Error rate/ }).checked).toBe(true)
  fireEvent.keyDown(screen.getByRole('group', { name: /at this hour/ }), { key: '3' })
  const times = screen.getByRole('textbox', { name: /times that/ })
  fireEvent.change(times, { target: { value: '0,5' } })
  fireEvent.click(screen.getByRole('button', { name: /^Save/ }))
  expect(await screen.findByText('A number from 1 to 100')).toBeTruthy()
  await settle()
  fireEvent.change(times, { target: { value: '2,5' } })
  fireEvent.change(screen.getByRole('textbox', { name: /^SLO/ }), { target: { value: '7' } })
  await settle()
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^Save/ })))
  const means = { fact: 'errors', baseline: 'last-week', times: 2.5, limit: 0.07 }
  await settle()
  expect(link.calls.find(({ name }) => name === 'dashboards:mean')).toEqual({
    name: 'dashboards:mean',
    input: { panel: 'pin-1', means, was: null },
  })
  expect(screen.queryByRole('group', { name: 'It measures' })).toBeNull()
})
