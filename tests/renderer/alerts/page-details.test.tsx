import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AlertDetailsDialog } from '../../../src/renderer/features/alerts/alert-details-dialog'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

it('[AL7] shows what the vendor knows of a page, the newest first, and names what it could not read', async () => {
  const board = cannedBoard(1_790_000_000_000)
  const fake = createFakeLink({ now: () => 1_790_000_000_000, board })
  const value = {
    notes: [
      { at: 1_000, by: 'Dana', text: 'First' },
      { at: 2_000, by: 'Grace', text: 'Second' },
    ],
    steps: [{ at: 500, text: 'Triggered' }],
    alerts: [],
    problem: 'PagerDuty asks us to slow down (429)',
  }
  const call: typeof fake.call = (name, input) =>
    // The one answer that this test is about; the compiler cannot follow a name to its answer.
    name === 'pages:details' ? (Promise.resolve({ ok: true, value }) as never) : fake.call(name, input)
  const row = board.alerts[0] as AlertRow
  await stage(<AlertDetailsDialog opened row={row} onClose={() => undefined} />, { ...fake, call })
  await screen.findByText('Dana: First')
  const lines = screen.getAllByRole('listitem').map(item => item.textContent)
  expect(lines).toEqual(['00:00:02 UTC Grace: Second', '00:00:01 UTC Dana: First', '00:00:00 UTC Triggered'])
  expect(screen.getByRole('alert').textContent).toContain('429')
})
