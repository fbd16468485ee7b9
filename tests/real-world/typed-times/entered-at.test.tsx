import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { enteredAt } from '../../../src/renderer/features/timeline/use-unsaved-lines'
import { anchorClock, createSessionStore } from '../../../src/renderer/stores/session-store'
import type { FakeLink } from '../../support/fake-link'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  localStorage.clear()
})

async function enter(text: string): Promise<void> {
  const field = screen.getByLabelText('Timeline line')
  fireEvent.change(field, { target: { value: text } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await settle()
}

const instants = ({ calls }: FakeLink) =>
  calls.filter(({ name }) => name === 'timeline:append').map(({ input }) => (input as { enteredAt: number }).enteredAt)

const full = { kind: 'not-stored', message: 'Not saved: the disk rejected this (full).' } as const

describe('a line that was refused', () => {
  it('[TL10] keeps the time of Enter and its place, whichever is written first on a later try', async () => {
    const { link, incident } = await show(<TimelinePane />)
    link.failNext('timeline:append', full)
    await enter('first')
    link.failNext('timeline:append', full)
    await enter('second')
    await enter('third')
    const again = () => screen.getAllByText('Try again')
    for (const at of [1, 0]) {
      fireEvent.click(again()[at] as HTMLElement)
      await settle()
    }
    const written = (link.log.record(incident)?.timeline ?? []).filter(({ automatic }) => !automatic)
    expect(written.map(({ text }) => text)).toEqual(['first', 'second', 'third'])
    expect(written.map(({ occurredAt }) => occurredAt)).toEqual(instants(link).slice(0, 3))
  })

  it('[TL10] has it still after a reload', async () => {
    const { link, incident } = await show(<TimelinePane />)
    link.failNext('timeline:append', full)
    await enter('Пул заполнен')
    const [at] = instants(link)
    const stored: unknown = JSON.parse(localStorage.getItem(`quarterdeck.unwritten.${incident}`) ?? '[]')
    expect(at).toEqual(expect.any(Number))
    expect(stored).toMatchObject([{ enteredAt: at }])
  })
})

describe('[TL10] the instant of Enter', () => {
  const began = Date.UTC(2026, 10, 28, 14, 40)
  function heard(rate: number) {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const session = createSessionStore(null)
    session.setState({ clock: anchorClock({ now: began, rate }) })
    return session
  }
  const pass = (wall: number) => act(() => void vi.advanceTimersByTime(wall))

  it('is on the clock of the drill', () => {
    const session = heard(5)
    pass(2_000)
    expect(enteredAt(session, undefined, null)).toBe(began + 10_000)
  })

  it('is after the one before, also within a millisecond', () => {
    const session = heard(1)
    const first = enteredAt(session, undefined, null)
    const second = enteredAt(session, undefined, first)
    expect([first, second]).toEqual([began, began + 1])
  })

  it('is not before the last line in sight, unless that one is of a clock that is wrong', () => {
    const session = heard(1)
    expect(enteredAt(session, began + 300, null)).toBe(began + 300)
    expect(enteredAt(session, began + 3_600_000, null)).toBe(began)
    expect(enteredAt(session, undefined, began + 3_600_000)).toBe(began)
  })

  it('is not known before the clock of the engine was heard', () => {
    expect(enteredAt(createSessionStore(null), began, began)).toBeNull()
  })
})
