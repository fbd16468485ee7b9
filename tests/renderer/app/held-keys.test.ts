import { describe, expect, it } from 'vitest'
import { createHeldKeys } from '../../../src/renderer/app/held-keys'

const [field, other, area, button] = ['input', 'input', 'textarea', 'button'].map(tag => document.createElement(tag))

/** Whether the second and later presses of a held key come to nothing. */
function isSpent(key: string, began: EventTarget | undefined, now = began): boolean {
  const spent = createHeldKeys()
  const press = (target: EventTarget | undefined, repeat: boolean) => spent({ key, repeat, target: target ?? null })
  expect(press(began, false)).toBe(false)
  return press(now, true)
}

describe('a key that is held down', () => {
  it('acts once where letters are keys', () => {
    for (const key of ['Z', 'F', 'y', 'Enter', ' ', 'Delete', 'Escape']) expect(isSpent(key, button), key).toBe(true)
  })

  it('writes and deletes on in the field where it was pressed', () => {
    for (const key of ['a', 'Backspace', ' ']) expect(isSpent(key, field), key).toBe(false)
    expect(isSpent('Enter', area)).toBe(false)
  })

  it('writes nothing into the field that it brought the focus to', () => {
    expect(isSpent('i', document.body, field)).toBe(true)
    expect(isSpent('/', field, other)).toBe(true)
  })

  it('sends once from a one-line field, and goes one step back', () => {
    expect(isSpent('Enter', field)).toBe(true)
    expect(isSpent('Escape', field)).toBe(true)
  })

  it('moves on for as long as it is held', () => {
    for (const key of ['ArrowDown', 'PageUp', 'Tab', 'Home']) expect(isSpent(key, button, field), key).toBe(false)
  })
})
