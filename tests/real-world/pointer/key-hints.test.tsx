import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Dialog } from '../../../src/renderer/ui/dialog'
import { Form } from '../../../src/renderer/ui/form'
import { Key } from '../../../src/renderer/ui/key'
import { faceOf } from '../../../src/renderer/ui/key-face'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

/** What is heard of a hint that is pressed: where, and which key. */
function listen(): string[] {
  const heard: string[] = []
  document.addEventListener(
    'keydown',
    ({ key, ctrlKey, target }) => {
      heard.push(`${ctrlKey ? 'Ctrl+' : ''}${key} on ${target instanceof HTMLElement ? target.tagName : ''}`)
    },
    { once: true },
  )
  return heard
}

it.each([
  ['↵', 'Enter', false],
  ['Ctrl ↵', 'Enter', true],
  ['Ctrl+K', 'K', true],
  ['Esc', 'Escape', false],
  ['Space', ' ', false],
  ['l', 'l', false],
  ['1', '1', false],
])('the face “%s” is a key', (face, key, ctrlKey) => expect(faceOf(face)).toEqual({ key, ctrlKey }))

it.each(['+pin', '!decision', '14:23', '← →', 'Alt+↑↓', '', 'abc'])('the face “%s” is none', face =>
  expect(faceOf(face)).toBeUndefined(),
)

describe('a hint that names a key is a button that does it', () => {
  it('where the focus is, which it leaves there', async () => {
    await show(
      <section aria-label="Pane">
        <button type="button">Row</button>
        <p>
          <Key>k</Key> acknowledges
        </p>
      </section>,
    )
    screen.getByText('Row').focus()
    const heard = listen()
    fireEvent.click(screen.getByRole('button', { name: 'k' }))
    expect(heard).toEqual(['k on BUTTON'])
    expect(fireEvent.mouseDown(screen.getByRole('button', { name: 'k' }))).toBe(false)
  })

  it('in a form Enter sends it, and Ctrl+Enter too', async () => {
    const sent: string[] = []
    await show(
      <Form submit="Send" onSubmit={() => void sent.push('sent')} hint={<Key>Ctrl ↵</Key>}>
        <Key>↵</Key>
      </Form>,
    )
    fireEvent.click(screen.getByRole('button', { name: '↵' }))
    await settle()
    fireEvent.click(screen.getByRole('button', { name: 'Ctrl ↵' }))
    await settle()
    expect(sent).toEqual(['sent', 'sent'])
  })

  it('in a dialog that does not know the key: the dialog is left, and the cockpit hears it', async () => {
    let closed = 0
    await show(
      <Dialog opened onClose={() => (closed += 1)} title="Nothing connected">
        Connect it with <Key>,</Key>
      </Dialog>,
    )
    fireEvent.click(screen.getByRole('button', { name: ',' }))
    const heard = listen()
    await settle()
    expect(closed).toBe(1)
    expect(heard[0]).toMatch(/^, on/)
  })

  it('is no stop of Tab, and no button inside of a button', async () => {
    await show(
      <button type="button">
        Write <Key quiet>u</Key>
      </button>,
    )
    expect(screen.getAllByRole('button')).toHaveLength(1)
  })
})
