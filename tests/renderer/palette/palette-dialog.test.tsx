import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { PaletteDialog } from '../../../src/renderer/features/palette/palette-dialog'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard } from '../../support/shown'

beforeEach(() => window.localStorage.clear())

function Stage({ done }: { readonly done: string[] }) {
  const [opened, setOpened] = useState(false)
  const actsNow = () =>
    ['Assign a role', 'Hold the checkpoint', 'Go to Alerts'].map(name => ({
      id: name,
      name,
      group: 'Look',
      run: () => done.push(`${name}, focus on ${document.activeElement?.textContent}`),
    }))
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      <PaletteDialog opened={opened} onClose={() => setOpened(false)} actsNow={actsNow} />
    </>
  )
}

async function openedPalette() {
  const done: string[] = []
  await stage(<Stage done={done} />, createFakeLink({ now: Date.now, board: emptyBoard }))
  const open = () => {
    screen.getByRole('button', { name: 'Open' }).focus()
    fireEvent.click(screen.getByRole('button', { name: 'Open' }))
    return screen.getByRole('combobox', { name: 'Command' })
  }
  return { done, open }
}

it('runs what Enter is pressed on, once the focus is back where it was', async () => {
  const { done, open } = await openedPalette()
  const field = open()
  expect(document.activeElement).toBe(field)
  fireEvent.change(field, { target: { value: 'chk' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(done).toEqual(['Hold the checkpoint, focus on Open'])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('is moved in with the arrows, and remembers what was used', async () => {
  const { done, open } = await openedPalette()
  const field = open()
  fireEvent.keyDown(field, { key: 'ArrowUp' })
  const chosen = screen.getByRole('option', { selected: true })
  expect(field.getAttribute('aria-activedescendant')).toBe(chosen.id)
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(done[0]).toMatch(/^Go to Alerts/)
  open()
  expect(screen.getAllByRole('option')[0]?.textContent).toContain('Go to Alerts')
})

it('does nothing where nothing fits, and says so', async () => {
  const { done, open } = await openedPalette()
  const field = open()
  fireEvent.change(field, { target: { value: 'zzz' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(done).toEqual([])
  expect(screen.getByText('No command matches.')).toBeTruthy()
})
