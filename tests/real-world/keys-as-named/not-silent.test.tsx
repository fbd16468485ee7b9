import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { texts } from '../../../src/shared/texts/texts'
import { settle, show } from '../../support/shown'
import '../../support/pane-stage'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const { whyNot } = texts.timeline
const list = () => screen.getByRole('log')
const row = (text: string) => screen.getByText(text).closest('article') as HTMLElement

async function enter(text: string): Promise<void> {
  const field = screen.getByLabelText('Timeline line')
  fireEvent.change(field, { target: { value: text } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await settle()
}

/** As the keyboard does it: the row has the focus. */
function press(at: HTMLElement, key: string): void {
  act(() => at.focus())
  fireEvent.keyDown(at, { key })
}

describe('a key that cannot do its work on a row says why', () => {
  it.each(['e', 'Delete'])('on a line that Quarterdeck wrote: %s', async key => {
    const { link } = await show(<TimelinePane />)
    const calls = link.calls.length
    press(list().querySelector('[data-automatic="true"]') as HTMLElement, key)
    expect(screen.getByText(whyNot.automatic).getAttribute('role')).toBe('status')
    expect(link.calls.slice(calls).filter(({ name }) => name.startsWith('timeline:'))).toEqual([])
  })

  it('on a line that was retracted, and no longer once another key is pressed', async () => {
    await show(<TimelinePane />)
    await enter('ملء المجمع')
    press(row('ملء المجمع'), 'Delete')
    await settle()
    press(row('ملء المجمع'), 'e')
    expect(screen.getByText(whyNot.retracted)).toBeTruthy()
    fireEvent.keyDown(row('ملء المجمع'), { key: 'ArrowUp' })
    expect(screen.queryByText(whyNot.retracted)).toBeNull()
  })

  it('where no row is chosen', async () => {
    await show(<TimelinePane />)
    press(list(), 'e')
    expect(screen.getByText('Choose the line with the arrow keys, then press e.')).toBeTruthy()
  })

  it('and nothing where it does', async () => {
    await show(<TimelinePane />)
    await enter('Rolback done')
    press(row('Rolback done'), 'e')
    expect(screen.getByLabelText('Corrected line')).toBeTruthy()
    expect(Object.values(whyNot).some(text => screen.queryByText(text) !== null)).toBe(false)
  })
})
