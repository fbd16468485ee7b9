import '../../support/browser-gaps'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Button } from '../../../src/renderer/ui/button'
import { Form } from '../../../src/renderer/ui/form'

afterEach(cleanup)

function shown() {
  const done: string[] = []
  render(
    <MantineProvider env="test">
      <Form onSubmit={() => void done.push('sent')} submit="Save">
        <Button onClick={() => done.push('opened')}>Work it out</Button>
        <input aria-label="Why" />
      </Form>
    </MantineProvider>,
  )
  const other = screen.getByRole('button', { name: 'Work it out' })
  return { done, other, save: screen.getByRole('button', { name: /Save/ }) }
}

/** What a browser does with keys on a button: a blank and an Enter press it, unless a listener prevents that. */
function type(button: HTMLElement, keys: readonly string[]): void {
  button.focus()
  for (const key of keys) if (fireEvent.keyDown(button, { key }) && (key === ' ' || key === 'Enter')) button.click()
}

describe('[DG6] text that is typed on a button', () => {
  it.each(['payments recovered ', '900 EUR', 'é '])('presses nothing: %j', text => {
    const { done, other } = shown()
    type(other, [...text, 'Enter'])
    expect(done).toEqual([])
  })

  it('sends nothing by its blanks, and the button that sends still does what its hint says', () => {
    const { done, save } = shown()
    type(save, [...'all is well'])
    expect(done).toEqual([])
    type(save, ['Enter'])
    expect(done).toEqual(['sent'])
  })

  it('ends with Tab; a blank alone presses, as on every button', () => {
    const { done, other } = shown()
    type(other, ['o', 'h', 'Tab', ' '])
    expect(done).toEqual(['opened'])
  })
})
