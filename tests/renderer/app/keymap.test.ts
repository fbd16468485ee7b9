import { describe, expect, it } from 'vitest'
import { bindingFor, type KeyPress, keymap } from '../../../src/renderer/commands/keymap'
import { isField } from '../../../src/renderer/ui/is-field'

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, ...change }
}

function element(html: string): Element | null {
  const box = document.createElement('div')
  box.innerHTML = html
  return box.firstElementChild
}

describe('the keymap', () => {
  it('has each key once', () => {
    expect(new Set(keymap.map(binding => binding.key)).size).toBe(keymap.length)
  })

  it.each([
    '/',
    '?',
    'n',
    'a',
    'Q',
    'A',
    'c',
    's',
    't',
    'i',
    'u',
    'h',
    ',',
    'o',
    'm',
    'w',
    'x',
    'L',
    'W',
    'z',
    'd',
    '[',
    ']',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
  ])('knows %s', key => {
    expect(bindingFor(press(key), false)?.key).toBe(key)
  })

  it('is silent while a person types', () => {
    expect(keymap.filter(({ key }) => bindingFor(press(key), true) !== undefined)).toEqual([])
  })

  it.each(['ctrlKey', 'metaKey'] as const)('opens the palette with %s and K, also while a person types', held => {
    expect(bindingFor(press('k', { [held]: true }), true)?.goes).toEqual({ request: 'palette' })
    expect(bindingFor(press('k'), false)).toBeUndefined()
  })

  it.each(['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented'] as const)('is silent with %s', held => {
    expect(bindingFor(press('n', { [held]: true }), false)).toBeUndefined()
  })

  it.each([
    ['<input>', true],
    ['<input type="search">', true],
    ['<textarea></textarea>', true],
    ['<select></select>', true],
    ['<div contenteditable="true"></div>', true],
    ['<input type="radio">', false],
    ['<button></button>', false],
    ['<section></section>', false],
  ])('takes %s for a field: %s', (html, field) => {
    expect(isField(element(html))).toBe(field)
  })
})
