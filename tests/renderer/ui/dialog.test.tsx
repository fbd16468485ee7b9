import '../../support/browser-gaps'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Dialog } from '../../../src/renderer/ui/dialog'
import { settle } from '../../support/shown'

afterEach(cleanup)

function Stage() {
  const [opened, setOpened] = useState(false)
  return (
    <MantineProvider env="test">
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title="Name">
        <input aria-label="Other" />
        <input aria-label="First" data-autofocus />
      </Dialog>
    </MantineProvider>
  )
}

/** A dialog whose field comes later, with what is read from the disk. */
function LateStage() {
  const [opened, setOpened] = useState(false)
  const [read, setRead] = useState(false)
  return (
    <MantineProvider env="test">
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      <button type="button" onClick={() => setRead(true)}>
        It is read
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title="Name">
        <button type="button">Button</button>
        {read && <input aria-label="Late" data-autofocus />}
      </Dialog>
    </MantineProvider>
  )
}

describe('a dialog', () => {
  it('has its first field focused in the instant it is there', () => {
    render(<Stage />)
    fireEvent.click(screen.getByText('Open'))
    expect(document.activeElement).toBe(screen.getByLabelText('First'))
  })

  it('does not pull a person back who went on before its timer ran', async () => {
    render(<Stage />)
    fireEvent.click(screen.getByText('Open'))
    screen.getByLabelText('Other').focus()
    await settle()
    expect(document.activeElement).toBe(screen.getByLabelText('Other'))
  })

  it('has the first field focused as soon as it comes, after the trap’s timer too', async () => {
    render(<LateStage />)
    fireEvent.click(screen.getByText('Open'))
    await settle()
    fireEvent.click(screen.getByText('It is read'))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Late')))
  })

  it('leaves the focus of a person who went on before the first field came', async () => {
    render(<LateStage />)
    fireEvent.click(screen.getByText('Open'))
    await settle()
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Tab' })
    screen.getByText('Button').focus()
    fireEvent.click(screen.getByText('It is read'))
    await settle()
    expect(document.activeElement).toBe(screen.getByText('Button'))
  })

  it('[DG2] closes with Esc and gives the focus back', async () => {
    render(<Stage />)
    screen.getByText('Open').focus()
    fireEvent.click(screen.getByText('Open'))
    await settle()
    fireEvent.keyDown(screen.getByLabelText('First'), { key: 'Escape' })
    await settle()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByText('Open'))
  })
})

it('has its name from the first instant, which is when it is read out', async () => {
  const names: (string | null)[] = []
  const watch = new MutationObserver(changes => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof HTMLElement)
          for (const one of node.querySelectorAll('[role="dialog"]')) names.push(one.getAttribute('aria-label'))
  })
  watch.observe(document.body, { childList: true, subtree: true })
  render(<Stage />)
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  await screen.findByRole('dialog', { name: 'Name' })
  watch.disconnect()
  expect(names).toContain('Name')
})
