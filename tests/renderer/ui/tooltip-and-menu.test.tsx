import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DropMenu } from '../../../src/renderer/ui/drop-menu'
import { Tooltip } from '../../../src/renderer/ui/tooltip'

afterEach(cleanup)

describe('a tooltip', () => {
  it('says what its button means while the button has the focus, until Esc', () => {
    render(
      <Tooltip label="PagerDuty live: alerts">
        <button type="button">PagerDuty</button>
      </Tooltip>,
    )
    const button = screen.getByRole('button')
    fireEvent.focus(button)
    expect(screen.getByRole('tooltip').textContent).toBe('PagerDuty live: alerts')
    expect(button.getAttribute('aria-describedby')).toBe(screen.getByRole('tooltip').id)
    fireEvent.keyDown(button, { key: 'Escape' })
    expect(screen.queryByRole('tooltip')).toBeNull()
    expect(button.hasAttribute('aria-describedby')).toBe(false)
  })
})

describe('a menu', () => {
  const open = () => {
    const chosen = vi.fn()
    const items = ['One', 'Two', 'Three'].map(label => ({ id: label, label, onChoose: () => chosen(label) }))
    render(
      <DropMenu items={items} className={undefined} title="Everything else">
        Menu
      </DropMenu>,
    )
    fireEvent.click(screen.getByRole('button'))
    return chosen
  }
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
  const focused = () => document.activeElement?.textContent

  it('opens at its first item, and the arrows, Home and End walk round it', () => {
    open()
    expect(focused()).toBe('One')
    press('ArrowUp')
    expect(focused()).toBe('Three')
    press('ArrowDown')
    expect(focused()).toBe('One')
    press('End')
    expect(focused()).toBe('Three')
    press('Home')
    expect(focused()).toBe('One')
  })

  it('gives the focus back to its button, with Esc and before what was chosen runs', () => {
    const chosen = open()
    press('Escape')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(focused()).toBe('Menu')
    fireEvent.click(screen.getByRole('button'))
    chosen.mockImplementation(() => expect(focused()).toBe('Menu'))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Two' }))
    expect(chosen.mock.calls).toEqual([['Two']])
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('closes when something else is pressed', () => {
    open()
    fireEvent.pointerDown(document.body)
    expect(screen.queryByRole('menu')).toBeNull()
  })
})
