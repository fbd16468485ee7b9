import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AssignDialog } from '../../../src/renderer/features/roles/assign-dialog'
import { RoleCardDialog } from '../../../src/renderer/features/roles/role-card-dialog'
import { newId } from '../../../src/shared/domain/ids'
import type { Method } from '../../../src/shared/domain/method/method-files'
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

describe('[RS4] the card of the commander', () => {
  const { firstResponse, commanderFirst, commanderDoes, commanderDoesNot } = shippedView.method['first-response']
  const listed = (name: string) =>
    within(dialog().getByRole('region', { name }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
  const boxes = () => dialog().getAllByRole('checkbox')
  const answer = (first: Partial<Method['first-response']>) => {
    const method = { ...shippedView.method, 'first-response': { ...shippedView.method['first-response'], ...first } }
    vi.spyOn(answers, 'method:read').mockReturnValue({ ...shippedView, method })
  }
  const card = async () => {
    const shown = await show(<RoleCardDialog opened onClose={none} {...ofCommander} onOpen={none} />)
    await settle()
    return shown
  }

  it('has the first steps of the method with the words to be said, and begins at the first of them', async () => {
    const { link } = await card()
    for (const [at, { text }] of commanderFirst.entries()) expect(boxes()[at]?.textContent).toContain(text)
    for (const { say } of commanderFirst) if (say !== undefined) expect(dialog().getByText(`“${say}”`)).toBeTruthy()
    expect(document.activeElement).toBe(boxes()[0])
    fireEvent.keyDown(document.activeElement ?? document.body, { key: '2' })
    await settle()
    expect(boxes()[1]?.getAttribute('aria-checked')).toBe('true')
    expect(link.calls.find(({ name }) => name === 'roles:mark-step')?.input).toMatchObject({ step: 'command' })
  })

  it('says what a commander does and does not do, and what of the first response the record shows', async () => {
    const { link, incident } = await card()
    expect(listed('Duties')).toEqual(commanderDoes.map(({ text }) => text))
    expect(listed('Does not')).toEqual(commanderDoesNot.map(({ text }) => text))
    const shows = (id: string) => {
      const at = firstResponse.findIndex(one => one.id === id)
      return listed('First response')[at]?.endsWith('in the record')
    }
    expect([shows('timeline'), shows('ticket'), shows('commander')]).toEqual([true, false, false])
    const ticket = { kind: 'ticket', label: 'INC-1', address: 'https://tickets.example.com/1' } as const
    await link.call('incident:add-link', { incident, link: newId(), ...ticket })
    await settle()
    expect([shows('timeline'), shows('ticket'), shows('channel')]).toEqual([true, true, false])
  })

  it('is the one of a team, whose steps may have no words', async () => {
    answer({
      commanderFirst: [{ id: 'drive', text: 'Take the train to the office' }],
      commanderDoes: [{ id: 'tea', text: 'Makes tea' }],
    })
    await card()
    expect(boxes().map(({ textContent }) => textContent)).toEqual(['Take the train to the office1'])
    expect(listed('Duties')).toEqual(['Makes tea'])
    expect(dialog().queryByText(/“/)).toBeNull()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' })
    await settle()
    expect(dialog().queryByRole('region', { name: 'First response' })).toBeNull()
  })
})
