import '../../support/browser-gaps'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Dialog } from '../../../src/renderer/ui/dialog'
import { keepPlace } from '../../../src/renderer/ui/hold-keyboard'

let stop: () => void = () => undefined
beforeEach(() => {
  stop = keepPlace(document)
})
afterEach(() => {
  stop()
  cleanup()
})

/** A pane with a row whose button goes when it is pressed, and one that opens a dialog and is gone when that closes. */
function Page() {
  const [settled, setSettled] = useState(false)
  const [opened, setOpened] = useState<'no' | 'yes' | 'was'>('no')
  return (
    <MantineProvider env="test">
      <section aria-label="Pane" tabIndex={-1}>
        <ul>
          <li>
            {!settled && (
              <button type="button" onClick={() => setSettled(true)}>
                Settle
              </button>
            )}
          </li>
        </ul>
        {opened !== 'was' && (
          <button type="button" onClick={() => setOpened('yes')}>
            Resolve
          </button>
        )}
      </section>
      <button type="button" onClick={() => setSettled(true)}>
        Beside
      </button>
      <Dialog opened={opened === 'yes'} onClose={() => setOpened('was')} title="Resolve?">
        <button type="button" onClick={() => setOpened('was')}>
          Yes
        </button>
      </Dialog>
    </MantineProvider>
  )
}

const press = (name: string) => {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
}
const pane = () => screen.getByRole('region', { name: 'Pane' })

it('[KW8] a button that has done its work passes the focus to what it stood in', async () => {
  render(<Page />)
  press('Settle')
  await waitFor(() => expect(document.activeElement).toBe(pane()))
})

it('[KW8] so does one that was gone by the time its dialog closed', async () => {
  render(<Page />)
  press('Resolve')
  press(await screen.findByRole('button', { name: 'Yes' }).then(() => 'Yes'))
  await waitFor(() => expect(document.activeElement).toBe(pane()))
})

it('[KW8] whoever left it by a click beside everything is not led back', async () => {
  render(<Page />)
  const settle = screen.getByRole('button', { name: 'Settle' })
  settle.focus()
  settle.blur()
  await Promise.resolve()
  fireEvent.click(screen.getByRole('button', { name: 'Beside' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Settle' })).toBeNull())
  expect(document.activeElement).toBe(document.body)
})
