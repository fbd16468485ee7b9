import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { useKeymap } from '../../../src/renderer/app/use-keymap'
import { proposalSource } from '../../../src/renderer/features/timeline/open-proposals'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Proposal } from '../../../src/shared/domain/proposal'
import { type Shown, settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

function said(at: number, change: Partial<Proposal> = {}): Proposal {
  return {
    ...{ id: `slack:C1:${at}.1`, connection: 'sl' as ConnectionId, channel: 'C1', author: 'Mei Tanaka' },
    ...{ text: `said ${at}`, at: Date.now() + at, pinned: false, shared: true, ...change },
  }
}

const windows = { open: () => false, isOwn: () => false, ask: () => undefined }

function Screen() {
  const [layouts] = useState(() => createLayouts({ stored: nothingStored, windows, notify: () => undefined }))
  useKeymap(layouts)
  return <TimelinePane />
}

async function showWith(proposals: readonly Proposal[]): Promise<Shown> {
  const shown = await show(<Screen />)
  act(() => shown.link.push('proposals', proposals))
  // Its code is loaded with the first of them.
  if (proposals.length > 0) await screen.findByRole('region', { name: 'Proposals' })
  return shown
}

const strip = () => screen.getByRole('region', { name: 'Proposals' })

async function press(key: string, on: Element = document.body): Promise<void> {
  fireEvent.keyDown(on, { key })
  await settle()
}

describe('proposals from Slack', () => {
  it('[PR4] y accepts the next, the pinned first, and j dismisses it', async () => {
    const { link } = await showWith([said(2), said(1), said(3, { pinned: true })])
    expect(strip().textContent).toContain('said 3')
    expect(strip().textContent).toContain('2 more')
    await press('y')
    expect(link.calls.at(-1)).toMatchObject({
      name: 'proposals:accept',
      input: { proposal: 'slack:C1:3.1', kind: 'note' },
    })
    expect(screen.getByText('Mei Tanaka: said 3')).toBeTruthy()
    expect(strip().textContent).toContain('said 1')
    await press('j')
    expect(link.calls.at(-1)).toMatchObject({ name: 'proposals:dismiss', input: { proposal: 'slack:C1:1.1' } })
    expect(strip().textContent).toContain('said 2')
  })

  it('is read whole in its place before it is accepted', async () => {
    await showWith([said(1), said(2)])
    const words = within(strip()).getByRole('button', { name: /said 1/ })
    expect(words.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(words)
    expect(words.getAttribute('aria-expanded')).toBe('true')
    await press('j')
    expect(
      within(strip())
        .getByRole('button', { name: /said 2/ })
        .getAttribute('aria-expanded'),
    ).toBe('false')
  })

  it('[PR6] says whether it was said in Slack or noted on the page', async () => {
    await showWith([said(1)])
    expect(strip().textContent).toMatch(/^Slack · /)
    expect(proposalSource(said(2, { kind: 'page-note' }))).toBe('PagerDuty')
  })

  it('[PR4] a key that is hit twice before the answer means one message', async () => {
    const { link } = await showWith([said(1), said(2)])
    fireEvent.keyDown(document.body, { key: 'y' })
    fireEvent.keyDown(document.body, { key: 'y' })
    await settle()
    expect(link.calls.filter(({ name }) => name === 'proposals:accept')).toHaveLength(1)
  })

  it('[PR5] what comes from Slack leaves the line alone: its focus, its text, and letters in it', async () => {
    const { link } = await showWith([])
    const line = screen.getByLabelText<HTMLInputElement>('Timeline line')
    line.focus()
    fireEvent.change(line, { target: { value: 'Half' } })
    act(() => link.push('proposals', [said(1)]))
    await press('y', line)
    expect(link.calls.some(({ name }) => name === 'proposals:accept')).toBe(false)
    expect(document.activeElement).toBe(line)
    expect(line.value).toBe('Half')
  })

  it('[PR5] the strip keeps its place while Slack is read and nothing waits', async () => {
    const { link } = await showWith([])
    const feed = { id: 'sl/proposals', connection: 'sl' as ConnectionId, name: 'Slack', vendor: 'slack' } as const
    const health = { answer: 'good', trueAt: Date.now(), lateAfter: 1_000, reason: '' } as const
    act(() => link.push('feeds', [{ ...feed, ...health, what: 'proposals' }]))
    expect(strip().textContent).toContain('nothing proposed')
    act(() => link.setState('lost'))
    expect(strip().textContent).toContain('not connected')
    act(() => link.setState('open'))
    act(() => link.push('proposals', [said(1)]))
    expect(strip().textContent).toContain('said 1')
  })

  it('l opens all of them, each to become any kind of line; hostile text stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)> @channel'
    const { link } = await showWith([said(1), said(2, { text: hostile, author: '<b>Eve</b>' })])
    await press('l')
    // It is loaded when it is opened: until then an empty one holds its place.
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain(hostile))
    const dialog = screen.getByRole('dialog')
    expect(dialog.textContent).toContain('<b>Eve</b>')
    expect(dialog.querySelector('img')).toBeNull()
    const [, second] = screen.getAllByRole('button', { name: 'decision' })
    if (second === undefined) throw new Error('There are not two proposals')
    fireEvent.click(second)
    await settle()
    expect(link.calls.at(-1)).toMatchObject({ input: { proposal: 'slack:C1:2.1', kind: 'decision' } })
  })
})
