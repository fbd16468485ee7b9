import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindingFor } from '../../../src/renderer/commands/keymap'
import { keysOfRows } from '../../../src/renderer/commands/row-keys'
import { Key } from '../../../src/renderer/ui/key'
import { watchKeyScope } from '../../../src/renderer/ui/key-scope'

const faces = ['x', 'L', 'g', 'k', 'u', '=', 'End']
let stop: () => void

function Screen() {
  return (
    <>
      <section id="pane-2" tabIndex={-1}>
        <table>
          <tbody>
            <tr tabIndex={0} data-testid="row" />
          </tbody>
        </table>
        <button type="button" data-testid="of-row">
          {faces.map(face => (
            <Key key={face} quiet of="alerts">
              {face}
            </Key>
          ))}
        </button>
      </section>
      <section id="pane-6" tabIndex={-1}>
        <textarea />
      </section>
      <button type="button" data-testid="global">
        {faces.map(face => (
          <Key key={face} quiet>
            {face}
          </Key>
        ))}
      </button>
    </>
  )
}

const shownIn = (screen: ReturnType<typeof render>, id: string) =>
  [...screen.getByTestId(id).querySelectorAll('kbd:not([data-elsewhere])')].map(({ textContent }) => textContent)

describe('[KW6] a key hint on a button', () => {
  beforeEach(() => {
    stop = watchKeyScope(document, keysOfRows)
  })
  afterEach(() => {
    cleanup()
    stop()
  })

  it('of a row shows only while a row has the focus, and then no other meaning of its key is shown', () => {
    const screen = render(<Screen />)
    expect(shownIn(screen, 'of-row')).toEqual([])
    expect(shownIn(screen, 'global')).toEqual(faces)
    act(() => screen.getByTestId('row').focus())
    expect(shownIn(screen, 'of-row')).toEqual(faces)
    expect(shownIn(screen, 'global')).toEqual(['u', 'End'])
    act(() => screen.getByTestId('row').blur())
    expect(shownIn(screen, 'of-row')).toEqual([])
  })

  it('does not follow the focus from one list to the next', () => {
    const screen = render(<Screen />)
    act(() => screen.getByTestId('row').focus())
    act(() => document.getElementById('pane-6')?.focus())
    expect(shownIn(screen, 'of-row')).toEqual([])
    expect(shownIn(screen, 'global')).not.toContain('End')
  })

  it('of a field is shown while the field has the focus: Enter writes the line, it does not unfold one', () => {
    const screen = render(<Screen />)
    act(() => document.querySelector('textarea')?.focus())
    expect(shownIn(screen, 'global')).toEqual(faces)
  })

  it('is about keys that mean two things: those of rows that the cockpit has too', () => {
    const twice = [...keysOfRows.alerts].filter(key => bindingFor(press(key), false) !== undefined)
    expect(twice.sort()).toEqual(['L', 'g', 'x', 'z'])
  })
})

function press(key: string) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false }
}
