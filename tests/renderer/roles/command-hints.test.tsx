import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AssignDialog } from '../../../src/renderer/features/roles/assign-dialog'
import { RoleCardDialog } from '../../../src/renderer/features/roles/role-card-dialog'
import { answers } from '../../support/fake-answers'
import { shippedView } from '../../support/shipped-method'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const onCall = { people: [], policies: [], problem: '' }
const dialog = () => within(screen.getByRole('dialog'))
const target = (role: 'ic' | 'tech', deputy = false) => ({ role, deputy })
const ofCommander = { role: 'ic' } as const
const none = () => undefined

describe('[RS3] who may command', () => {
  it('is said while a commander is named, not their deputy or another role', async () => {
    const { cockpit } = await show(<AssignDialog opened onClose={none} target={target('ic')} onCall={onCall} />)
    await settle()
    const { severity = 'SEV-4' } = cockpit.incident.getState().record?.incident ?? {}
    const { command } = shippedView.method.severity.levels[severity]
    expect(dialog().getByText(`May command a ${severity}: ${command}`)).toBeTruthy()
    for (const other of [target('tech'), target('ic', true)]) {
      cleanup()
      await show(<AssignDialog opened onClose={none} target={other} onCall={onCall} />)
      await settle()
      expect(dialog().queryByText(/May command/)).toBeNull()
    }
  })
})

describe('[RS4] what is said first', () => {
  it('is on the card of the commander alone, and changes no focus', async () => {
    await show(<RoleCardDialog opened onClose={none} {...ofCommander} onOpen={none} />)
    await settle()
    const lines = within(dialog().getByRole('region', { name: 'Say first' })).getAllByRole('listitem')
    const said = shippedView.method['first-response'].commanderFirst.flatMap(({ say }) => say ?? [])
    expect(lines.map(({ textContent }) => textContent)).toEqual(said.map(say => `“${say}”`))
    const { activeElement } = document
    expect(dialog().getByRole('region', { name: 'Say first' }).contains(activeElement)).toBe(false)
    fireEvent.keyDown(activeElement ?? document.body, { key: 'ArrowRight' })
    expect(dialog().queryByRole('region', { name: 'Say first' })).toBeNull()
  })

  it('is nothing where a team’s method has no words', async () => {
    const first = shippedView.method['first-response']
    const commanderFirst = first.commanderFirst.map(({ id, text }) => ({ id, text }))
    const method = { ...shippedView.method, 'first-response': { ...first, commanderFirst } }
    vi.spyOn(answers, 'method:read').mockReturnValue({ ...shippedView, method })
    await show(<RoleCardDialog opened onClose={none} {...ofCommander} onOpen={none} />)
    await settle()
    expect(dialog().queryByRole('region', { name: 'Say first' })).toBeNull()
  })
})
