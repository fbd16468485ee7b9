import '../../support/browser-gaps'
import { cleanup, createEvent, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

it.each(['/api/v1/payments returns 503', '//cdn.example.com is slow', '/', '\\/dev/sda1 is full'])(
  '[TL11] leaves to the line each letter that is typed in it: %s',
  async text => {
    await show(<TimelinePane />)
    const line = screen.getByRole<HTMLInputElement>('textbox', { name: 'Timeline line' })
    line.focus()
    let typed = ''
    for (const key of text) {
      const press = createEvent.keyDown(line, { key })
      fireEvent(line, press)
      expect(press.defaultPrevented).toBe(false)
      typed += key
      fireEvent.change(line, { target: { value: typed } })
    }
    expect(line.value).toBe(text)
  },
)
