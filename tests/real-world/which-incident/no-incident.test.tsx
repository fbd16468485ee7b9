import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Dialogs } from '../../../src/renderer/app/dialogs'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { commandRows, keyOf } from '../../../src/renderer/commands/command-list'
import { t } from '../../../src/shared/texts/t'
import { texts } from '../../../src/shared/texts/texts'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

/** Scheduled maintenance is announced, and a figure posted, without an incident. */
const withoutIncident: ReadonlySet<string> = new Set(['maintenance', 'metric-point'])
const { noneOpen, noneOpenWay } = texts.stores
const way = t(noneOpenWay, { esc: 'Esc', declare: keyOf('declare'), open: keyOf('incidents') })

/** Whether a dialog takes the command; a key that none takes is refused, with the way to an incident. */
async function isTaken(id: (typeof commandRows)[number]['id']): Promise<boolean> {
  const link = createFakeLink({ now: Date.now, board: { ...cannedBoard(Date.now()), alerts: [] } })
  const windows = { open: () => false, isOwn: () => false, ask: () => undefined }
  const layouts = createLayouts({ stored: nothingStored, windows, notify: () => undefined })
  const cockpit = await stage(<Dialogs layouts={layouts} />, link)
  let taken = false
  act(() => {
    taken = cockpit.focus.request(id)
  })
  return taken
}

const needing = commandRows.filter(({ id, waitsFor }) => waitsFor === 'record' && !withoutIncident.has(id))

it.each(needing)(
  '[SN5] without an incident the dialog of “$id” says so in the same words, and names the way out',
  async ({ id }) => {
    if (!(await isTaken(id))) return
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain(noneOpen))
    expect(screen.getByRole('dialog').textContent).toContain(way)
  },
)

it('[SN5] there are such dialogs', () => {
  expect(needing.length).toBeGreaterThan(20)
})
