import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { methodView } from '../../../src/main/engine/method/method-store'
import { ChangeOver, methodSetting } from '../../../src/renderer/features/settings/method-setting'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { cannedBoard } from '../../support/canned-board'
import { answers } from '../../support/fake-answers'
import { createFakeLink } from '../../support/fake-link'
import { declared, recordOf } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { stage } from '../../support/pane-stage'
import { shippedMethod, shippedRules } from '../../support/shipped-method'
import { settle, show } from '../../support/shown'

const NOW = 1_700_000_000_000
const { Part } = methodSetting

afterEach(() => vi.restoreAllMocks())

async function shown(files: Readonly<Record<string, string>>) {
  const folder = join(scratchFolder(), 'method')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const view = methodView(shippedMethod(folder), undefined)
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
    'lifecycle.yaml': 'milestones: []\n',
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

/** Shows the row beside an open SEV-2, while new incidents get another cadence. */
async function besideAnOlderOne() {
  const cadence = {
    ...defaultCadence,
    checkpointMinutes: { 'SEV-1': 10, 'SEV-2': 10, 'SEV-3': 30, 'SEV-4': null },
    updateMinutes: { 'SEV-1': 30, 'SEV-2': null, 'SEV-3': 120, 'SEV-4': null },
  }
  const newer = methodView(shippedMethod(), cadence)
  const shown = await show(<Part labelledBy="method" leaveFor={() => undefined} />, () => {
    vi.spyOn(answers, 'method:read').mockReturnValue(newer)
  })
  return { ...shown, newer: newer.adoptable }
}
const methodNow = ({ cockpit }: Awaited<ReturnType<typeof show>>) => cockpit.incident.getState().record?.incident.method

describe('[MA4] an open incident that is run by other rules', () => {
  it('is offered those of new ones, with what changes for its clocks, until it has them', async () => {
    const shown = await besideAnOlderOne()
    const line = screen.getByText(/Cards fail/).textContent
    expect(line).toBe(
      `“Cards fail” is run by version ${shippedRules.version}, new incidents by version ${shown.newer.version}. ` +
        'Changing over means, as SEV-2: checkpoint interval 10 min (was 15 min), ' +
        'customer update interval none (was 60 min). Its clocks only come nearer.',
    )
    expect(methodNow(shown)).toEqual(shippedRules)
    fireEvent.click(screen.getByRole('button', { name: 'Change over' }))
    await settle()
    expect(methodNow(shown)).toEqual(shown.newer)
    expect(screen.queryByText(/Cards fail/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Change over' })).toBeNull()
  })

  it('says so where the method has changed again, and offers the one of now', async () => {
    const shown = await besideAnOlderOne()
    const latest = methodView(shippedMethod(), {
      ...defaultCadence,
      checkpointMinutes: { ...defaultCadence.checkpointMinutes, 'SEV-2': 5 },
    })
    vi.spyOn(answers, 'method:read').mockReturnValue(latest)
    fireEvent.click(screen.getByRole('button', { name: 'Change over' }))
    await settle()
    expect(screen.getByText(/The method has changed again/)).toBeTruthy()
    expect(screen.getByText(/Cards fail/).textContent).toContain(`new incidents by version ${latest.adoptable.version}`)
    expect(methodNow(shown)).toEqual(shippedRules)
  })

  it('is offered nothing while they are the same', async () => {
    await show(<Part labelledBy="method" leaveFor={() => undefined} />)
    expect(screen.getByText(/version/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Change over' })).toBeNull()
  })

  it('that was declared before there were methods is offered them too', async () => {
    const { incident } = recordOf([declared({ title: 'Old one', severity: 'SEV-4' })])
    await show(<ChangeOver to={shippedRules} incident={incident} labelledBy="method" onRefused={() => undefined} />)
    expect(screen.getByText(/Old one/).textContent).toBe(
      `“Old one” was declared before incidents had a method. New ones are run by version ${shippedRules.version}. ` +
        'Changing over means, as SEV-4: checkpoint interval none, time to the first customer update 0 min, ' +
        'customer update interval none, time to the first response 240 min. ' +
        'Its clocks only come nearer.',
    )
    expect(screen.getByRole('button', { name: 'Change over' })).toBeTruthy()
  })
})
