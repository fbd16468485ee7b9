import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PlaybookDialog } from '../../../src/renderer/features/playbooks/playbook-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const Playbook = openedBy('playbook', PlaybookDialog)

async function opened(): Promise<Shown> {
  const shown = await show(<Playbook />)
  act(() => void shown.cockpit.focus.request('playbook'))
  await settle()
  return shown
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const sent = ({ link }: Shown, call: string) => link.calls.filter(({ name }) => name === call).map(({ input }) => input)

async function begun(): Promise<Shown> {
  const shown = await opened()
  fireEvent.click(screen.getByRole('button', { name: /^SEV-2/ }))
  await settle()
  return shown
}

describe('[PB1] [PB2] beginning a playbook', () => {
  it('offers what fits first, with the reason, and the arrows go through the list', async () => {
    const shown = await opened()
    const offers = within(screen.getByRole('list')).getAllByRole('button')
    expect(offers).toHaveLength(6)
    expect(document.activeElement?.textContent).toMatch(/fits SEV-\d|says “/)
    press('ArrowDown')
    expect(document.activeElement).toBe(offers[1])
    expect(sent(shown, 'playbook:start')).toEqual([])
  })

  it('begins it at the version that was looked at', async () => {
    const shown = await begun()
    expect(sent(shown, 'playbook:start')).toMatchObject([
      { playbook: 'sev-2', version: expect.stringMatching(/^[0-9a-f]{12}$/) },
    ])
  })
})

describe('[PB3] a running playbook by keyboard', () => {
  it('the box ticks, x says not needed, o goes to where it is done', async () => {
    const shown = await begun()
    const room = screen.getByRole('checkbox', { name: /^Open a room/ })
    room.focus()
    fireEvent.click(room)
    await settle()
    expect(sent(shown, 'playbook:mark')).toMatchObject([{ item: 'room', mark: 'done', was: 'open' }])
    press('ArrowDown')
    press('x')
    await settle()
    expect(sent(shown, 'playbook:mark').at(-1)).toMatchObject({ item: 'ticket', mark: 'unneeded', was: 'open' })
    const asked: unknown[] = []
    shown.cockpit.focus.subscribe(request => asked.push(request))
    press('o')
    await settle()
    expect(screen.queryByRole('dialog', { name: 'Playbook' })).toBeNull()
  })

  it('says what the record shows, and does not untick it', async () => {
    const shown = await begun()
    const shownItem = screen.getAllByRole('checkbox').find(box => box.getAttribute('aria-disabled') === 'true')
    expect(shownItem?.textContent).toMatch(/in the record/)
    if (shownItem !== undefined) fireEvent.click(shownItem)
    expect(sent(shown, 'playbook:mark')).toEqual([])
  })
})
