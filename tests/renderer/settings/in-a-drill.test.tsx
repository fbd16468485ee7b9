import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SettingsSheet } from '../../../src/renderer/features/settings/settings-dialog'
import type { Mode } from '../../../src/shared/contract/mode'
import { texts } from '../../../src/shared/texts/texts'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const NOW = 1_700_000_000_000
const drill: Mode = { kind: 'drill', name: 'd', title: 'D', startedAt: NOW, speed: 1, briefing: '' }

const sheetIn = (world: Mode, asked: string) =>
  stage(
    <SettingsSheet asked={asked} leaveFor={() => undefined} />,
    createFakeLink({ now: () => NOW, board: cannedBoard(NOW), world }),
  )

it.each([texts.engine.holding.name, texts.engine.cancelWindow])(
  '[SE6] a drill shows “%s” and says first why it stays',
  async name => {
    await sheetIn(drill, name)
    const choice = await screen.findByRole('radiogroup', { name })
    for (const radio of within(choice).getAllByRole('radio')) expect((radio as HTMLInputElement).disabled).toBe(true)
    expect(screen.getByText(texts.faults['drill-settings'])).toBeTruthy()
  },
)

it('[SE6] the rhythm and the name stay in a drill too', async () => {
  await sheetIn(drill, '')
  const rhythm = await screen.findByRole('table', { name: texts.engine.cadence.name })
  for (const field of within(rhythm).getAllByRole('combobox')) expect((field as HTMLSelectElement).disabled).toBe(true)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: texts.engine.me }).disabled).toBe(true)
})

it('[SE6] outside of a drill they are there to be changed', async () => {
  await sheetIn({ kind: 'real' }, texts.engine.holding.name)
  const choice = await screen.findByRole('radiogroup', { name: texts.engine.holding.name })
  for (const radio of within(choice).getAllByRole('radio')) expect((radio as HTMLInputElement).disabled).toBe(false)
  expect(screen.queryByText(texts.faults['drill-settings'])).toBeNull()
})
