import { act, cleanup, fireEvent, screen } from '@testing-library/react'
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

const lineOf = (text: string | RegExp) => screen.getByText(text).closest('article') as HTMLElement

function openMenuOf(text: string | RegExp): readonly (string | null)[] {
  const row = lineOf(text)
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

describe('[SG11] a line about an item of the board', () => {
  const { acknowledge, done, board } = onLine

  it.each([
    ['!task roll back', /roll back/, [acknowledge, done, board]],
    ['!ask EU only?', /EU only/, [done, board]],
    ['!decide fail over', /fail over/, [done, board]],
    ['Pool is full', /Pool is full/, []],
  ])('%s: its menu leads there', async (typed, shown, first) => {
    await withLine(typed)
    const all = openMenuOf(shown)
    expect(all.filter(one => [acknowledge, done, board].includes(one as typeof board))).toEqual(first)
  })

  it('goes to it by a key or the menu, and not once the line is retracted', async () => {
    const { cockpit } = await withLine('!task roll back')
    const row = cockpit.incident.getState().record?.incident.tasks[0]?.id
    const asked: unknown[] = []
    cockpit.focus.subscribe(({ requested, offer }) => requested !== null && asked.push(offer))
    act(() => lineOf(/roll back/).focus())
    for (const key of ['k', 'd', 'G']) fireEvent.keyDown(lineOf(/roll back/), { key })
    openMenuOf(/roll back/)
    fireEvent.click(screen.getByText(acknowledge))
    const to = { command: 'strategy', row }
    expect(asked).toEqual([{ ...to, key: 'k' }, { ...to, key: 'd' }, to, { ...to, key: 'k' }])
    openMenuOf(/roll back/)
    fireEvent.click(screen.getByText(onLine.takeBack))
    await settle()
    expect(openMenuOf(/roll back/)).not.toContain(board)
    fireEvent.keyDown(lineOf(/roll back/), { key: 'G' })
    expect([asked.length, screen.getByText(texts.timeline.whyNot.noItem)]).toEqual([4, expect.anything()])
  })
})
