import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PanelRow } from '../../../src/renderer/features/panels/panel-row'
import { show } from '../../support/shown'

it('[DB20] shows what a text panel says where its dashboard is chosen, as text', async () => {
  const text = 'Runbook\n<img src=x onerror=alert(1)> **first** restart'
  const panel = {
    key: '0.0',
    title: 'Notes',
    type: 'text',
    reason: 'It is a text and measures nothing',
    notes: [],
    text,
  }
  const up = { key: '0.1', title: 'Up', type: 'stat', reason: '', notes: [] }
  await show(<PanelRow row={{ title: 'Web', panels: [panel, up] }} ticked={new Set()} onTick={() => undefined} />)
  expect(screen.getByText(/Runbook/).textContent).toBe(text)
  expect(document.querySelector('img')).toBeNull()
  expect(screen.getAllByRole('checkbox')).toHaveLength(2)
})
