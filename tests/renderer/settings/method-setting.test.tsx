import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { methodSetting } from '../../../src/renderer/features/settings/method-setting'
import { cannedBoard } from '../../support/canned-board'
import { answers } from '../../support/fake-answers'
import { createFakeLink } from '../../support/fake-link'
import { scratchFolder } from '../../support/folders'
import { stage } from '../../support/pane-stage'
import { shippedMethod } from '../../support/shipped-method'

const NOW = 1_700_000_000_000
const { Part } = methodSetting

async function shown(files: Readonly<Record<string, string>>) {
  const folder = join(scratchFolder(), 'method')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const view = shippedMethod(folder).current()
  vi.spyOn(answers, 'method:read').mockReturnValue(view)
  const link = createFakeLink({ now: () => NOW, board: cannedBoard(NOW), world: { kind: 'real' } })
  await stage(<Part labelledBy="method" leaveFor={() => undefined} />, link)
  return { folder, view, text: (await screen.findByText(/version/)).textContent ?? '' }
}

it('[MD2] the settings name the method, its version, and where a team puts its own', async () => {
  const { folder, view, text } = await shown({})
  expect(text).toContain(`Quarterdeck, version ${view.version}. All files are those that ship with Quarterdeck.`)
  expect(text).toContain(folder)
})

it('[MD2] the settings name the files of the team, what is wrong with one by its place, and one that is not read', async () => {
  const { folder, text } = await shown({
    'method.yaml': 'name: Payments\n',
    'lifecycle.yaml': 'stages: []\n',
    'severty.yaml': 'levels: {}\n',
  })
  expect(text).toContain('Payments, version')
  expect(text).toContain('1 file of your team: method.yaml.')
  expect(text).toMatch(
    /lifecycle\.yaml, line 1, column \d+: .*\. Correct that place; until then the file that ships is in use\./,
  )
  expect(text).toContain(folder)
  expect(text).toContain('no file of the method has that name: severty.yaml.')
})
