import { fireEvent, screen } from '@testing-library/react'
import { act } from 'react'
import { expect, it } from 'vitest'
import { PanelsDialog } from '../../../src/renderer/features/panels/panels-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard } from '../../support/shown'

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
