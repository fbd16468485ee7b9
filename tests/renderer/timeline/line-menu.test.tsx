import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { texts } from '../../../src/shared/texts/texts'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

const { onLine } = texts.keymap

async function withLine(text: string) {
  const shown = await show(<TimelinePane />)
  const line = screen.getByLabelText<HTMLInputElement>('Timeline line')
  fireEvent.change(line, { target: { value: text } })
  fireEvent.keyDown(line, { key: 'Enter' })
  await settle()
  return shown
}

function openMenuOf(text: string): readonly (string | null)[] {
  const row = screen.getByText(text).closest('article') as HTMLElement
  fireEvent.click(row.querySelector('button[aria-haspopup="menu"]') as HTMLElement)
  return screen.getAllByRole('menuitem').map(({ firstChild }) => firstChild?.textContent ?? null)
}

describe('the menu of a line', () => {
  it('has what the keys of a line do, for mouse and touch', async () => {
    await withLine('Pool is full')
    const { correct, takeBack, insert, whole, erase } = onLine
    expect(openMenuOf('Pool is full')).toEqual([correct, takeBack, insert, whole, erase])
  })

  it('retracts the line, after which it can be neither corrected nor retracted', async () => {
    const { link } = await withLine('Pool is full')
    openMenuOf('Pool is full')
    fireEvent.click(screen.getByText(onLine.takeBack))
    await settle()
    expect(link.calls.at(-1)).toMatchObject({ name: 'timeline:retract' })
    expect(screen.queryByRole('menu')).toBeNull()
    expect(openMenuOf('Pool is full')).toEqual([onLine.insert, onLine.whole, onLine.erase])
  })
})
