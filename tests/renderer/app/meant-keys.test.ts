import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hearMeantKeys, type MeantPress, meantBy } from '../../../src/renderer/app/meant-keys'
import { commandRows } from '../../../src/renderer/commands/command-list'
import { rowKeyOf } from '../../../src/renderer/commands/row-keys'

type Held = Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'caps' | 'altGr', boolean>>

function press(key: string, code: string, { caps = false, altGr = false, ...held }: Held = {}): MeantPress {
  const lit = { CapsLock: caps, AltGraph: altGr }
  const getModifierState = (name: string) => lit[name as keyof typeof lit] ?? false
  return { key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held, getModifierState }
}

const meant = (of: MeantPress, onMac = false) => meantBy(of, onMac)?.key ?? of.key

describe('[KW3] what a key means', () => {
  it.each([
    ['c on Russian', press('с', 'KeyC'), 'c'],
    ['Q on Russian', press('Й', 'KeyQ', { shiftKey: true }), 'Q'],
    ['t on Greek', press('τ', 'KeyT'), 't'],
    ['s on Hebrew', press('ד', 'KeyS'), 's'],
    ['n on Arabic', press('ى', 'KeyN'), 'n'],
    ['[ on Russian', press('х', 'BracketLeft'), '['],
    [', on Russian', press('б', 'Comma'), ','],
    ['> on Russian', press('Ю', 'Period', { shiftKey: true }), '>'],
    ['k with Ctrl on Russian', press('л', 'KeyK', { ctrlKey: true }), 'k'],
    ['1 on AZERTY', press('&', 'Digit1'), '1'],
    ['2 on AZERTY', press('é', 'Digit2'), '2'],
    ['7 on AZERTY', press('è', 'Digit7'), '7'],
    ['3 on AZERTY with Shift', press('3', 'Digit3', { shiftKey: true }), '3'],
    ['a on AZERTY, at the place of q', press('a', 'KeyQ'), 'a'],
    ['! on AZERTY, which has a key of its own', press('!', 'Slash'), '!'],
    ['q on Greek', press(';', 'KeyQ'), 'q'],
    ['Q on Greek', press(':', 'KeyQ', { shiftKey: true }), 'Q'],
    ['; on Dvorak, at the place of z', press(';', 'KeyZ'), ';'],
    ['- on QWERTZ, at the place of /', press('-', 'Slash'), '-'],
    ['6 on AZERTY, which prints -', press('-', 'Digit6'), '6'],
    ['- on the number pad of AZERTY', press('-', 'NumpadSubtract'), '-'],
    ['@ on QWERTZ, behind AltGr', press('@', 'KeyQ', { altGr: true }), '@'],
    ['? on QWERTZ', press('?', 'Minus', { shiftKey: true }), '?'],
    ['z on QWERTZ, at the place of y', press('z', 'KeyY'), 'z'],
    ['z under Caps Lock', press('Z', 'KeyZ', { caps: true }), 'z'],
    ['Z under Caps Lock with Shift', press('z', 'KeyZ', { caps: true, shiftKey: true }), 'Z'],
    ['Z under Caps Lock with Shift on a Mac', press('Z', 'KeyZ', { caps: true, shiftKey: true }), 'Z'],
    ['c under Caps Lock on Russian', press('С', 'KeyC', { caps: true }), 'c'],
    ['[ behind AltGr', press('[', 'Digit8', { altGr: true }), '['],
  ])('%s', (_, of, key) => {
    expect(meant(of)).toBe(key)
  })

  it('means every key of a row and every command where the layout prints it elsewhere', () => {
    const keys = [
      ...Object.values(rowKeyOf).flatMap(of => Object.values(of)),
      ...commandRows.flatMap(({ keys }) => keys),
    ]
    const single = [...new Set(keys)].filter(key => /^[!-~]$/.test(key))
    expect(single.length).toBeGreaterThan(40)
    // Whatever place it has: what is printed there counts.
    expect(single.filter(key => meant(press(key, 'KeyB')) !== key)).toEqual([])
  })

  it('finds signs behind the Option key of a Mac, and nothing else there', () => {
    expect(meantBy(press('[', 'Digit5', { altKey: true }), true)).toEqual({ key: '[', ctrlKey: false, altKey: false })
    expect(meantBy(press('å', 'KeyA', { altKey: true }), true)).toBeUndefined()
    expect(meantBy(press('[', 'BracketLeft', { altKey: true }), false)).toBeUndefined()
  })

  it('takes AltGr, which Windows tells as Ctrl and Alt, for no chord', () => {
    const windows = press('[', 'Digit8', { altGr: true, ctrlKey: true, altKey: true })
    expect(meantBy(windows, false)).toEqual({ key: '[', ctrlKey: false, altKey: false })
    expect(meantBy(press('€', 'KeyE', { altGr: true, ctrlKey: true, altKey: true }), false)).toBeUndefined()
  })

  it.each([['Enter'], ['ArrowUp'], [' '], ['Dead'], ['Process'], ['F5'], ['Tab']])('leaves %s as it is', key => {
    expect(meantBy(press(key, 'KeyC', { caps: true }), false)).toBeUndefined()
  })

  it.each([
    ['@', 'Digit2'],
    ['#', 'Digit3'],
    ['_', 'Slash'],
  ])('leaves %s, which Shift prints: it is no digit that the layout lacks', (key, code) => {
    expect(meantBy(press(key, code, { shiftKey: true }), false)).toBeUndefined()
  })

  it('leaves a place that says nothing', () => {
    expect(meantBy(press('§', 'IntlBackslash'), false)).toBeUndefined()
    expect(meantBy(press('ё', 'Backquote'), false)).toBeUndefined()
  })
})

describe('a page that hears keys as they are meant', () => {
  let heard: string[] = []
  let stop: () => void = () => undefined
  const hear = (event: KeyboardEvent) => {
    heard.push(`${event.ctrlKey ? 'Ctrl+' : ''}${event.key}`)
    event.preventDefault()
  }
  beforeEach(() => {
    heard = []
    stop = hearMeantKeys(window)
    document.addEventListener('keydown', hear)
    document.body.innerHTML = '<button></button><input>'
  })
  afterEach(() => {
    stop()
    document.removeEventListener('keydown', hear)
  })
  const send = (on: string, init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
    document.querySelector(on)?.dispatchEvent(event)
    return event
  }

  it('[KW3] hears each once, and keeps the browser from its own part where somebody took the key', () => {
    expect(send('button', { key: 'с', code: 'KeyC' }).defaultPrevented).toBe(true)
    send('button', { key: 'c', code: 'KeyC' })
    send('button', { key: 'Z', code: 'KeyZ', modifierCapsLock: true })
    expect(heard).toEqual(['c', 'c', 'z'])
  })

  it('[KW3] leaves text alone, and hears what is held with Ctrl in a field too', () => {
    send('input', { key: 'с', code: 'KeyC' })
    send('input', { key: 'л', code: 'KeyK', ctrlKey: true })
    send('input', { key: '[', code: 'Digit8', ctrlKey: true, altKey: true, modifierAltGraph: true })
    expect(heard).toEqual(['с', 'Ctrl+k', 'Ctrl+['])
  })

  it('[KW4] hears nothing of what an input method takes', () => {
    for (const on of ['button', 'input']) {
      expect(send(on, { key: 'Enter', isComposing: true }).defaultPrevented).toBe(false)
      expect(send(on, { key: 'Enter', keyCode: 229 }).defaultPrevented).toBe(false)
    }
    expect(heard).toEqual([])
    send('input', { key: 'Enter', keyCode: 13 })
    expect(heard).toEqual(['Enter'])
  })
})
