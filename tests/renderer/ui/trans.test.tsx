import '../../support/browser-gaps'
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Trans, TransCount } from '../../../src/renderer/ui/trans'

afterEach(cleanup)

const html = (element: React.ReactElement) => render(element).container.innerHTML

describe('a text with more than letters in it', () => {
  it('has each part where its name stands', () => {
    expect(html(<Trans text="{key} takes {what} back" parts={{ key: <kbd>b</kbd>, what: 'it' }} />)).toBe(
      '<kbd>b</kbd> takes it back',
    )
  })

  it('keeps a name that nobody filled in, so that it is seen', () => {
    expect(html(<Trans text="by {who}" parts={{}} />)).toBe('by {who}')
  })

  it('has the form that goes with the number', () => {
    const forms = { one: '{count} line {key}', other: '{count} lines {key}' }
    const parts = { key: <kbd>l</kbd> }
    expect(html(<TransCount forms={forms} count={1} parts={parts} />)).toBe('1 line <kbd>l</kbd>')
    expect(html(<TransCount forms={forms} count={1_200} parts={parts} />)).toBe('1,200 lines <kbd>l</kbd>')
  })
})
