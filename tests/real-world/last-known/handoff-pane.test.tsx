import { act, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { HandoffPane } from '../../../src/renderer/features/handoff/handoff-pane'
import type { Board } from '../../../src/shared/contract/feeds'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 12)

async function sources(change: (board: ReturnType<typeof cannedBoard>) => Partial<Board>, at = now) {
  const board = cannedBoard(now)
  const link = createFakeLink({ now: () => at, board: { ...board, ...change(board) } })
  await link.call('incident:declare', { incident: newId<IncidentId>(), title: 'T', severity: 'SEV-2', impact: '' })
  await stage(<HandoffPane />, link)
  return { link, list: await screen.findByRole('region', { name: 'Other systems' }) }
}

it('[HC3] the pane names what cannot be reached, with its last values and how old each is', async () => {
  const { list } = await sources(({ feeds }) => ({
    feeds: feeds.map(feed => ({ ...feed, answer: 'failed', reason: 'refused', trueAt: now - 3 * HOUR })),
    panels: cannedBoard(now - 3 * HOUR).panels,
  }))
  expect(list.textContent).toMatch(/Grafana, metricslast known, not reached since .* \(3 h\): refused/)
  expect(list.textContent).toMatch(/Payment errors: 2\d.%, above 5.% \([^)]*, 3 h old\)/)
  expect(list.textContent).toMatch(/Statuspage, status pagelast known, not reached since/)
  expect(list.textContent).not.toContain('just now')
})

it('says in one line what can be read: its panes show it', async () => {
  const { list } = await sources(({ feeds }) => ({ feeds: feeds.filter(({ answer }) => answer === 'good') }))
  expect(list.textContent).toBe('2 sources polled just now.')
  expect(within(list).queryAllByRole('listitem')).toEqual([])
})

it('asks anew as time goes by, and never says “now” of a value that turned old', async () => {
  const { link, list } = await sources(({ feeds }) => ({ feeds: feeds.slice(0, 2) }))
  const asked = () => link.calls.filter(({ name }) => name === 'handoff:sources').length
  expect(asked()).toBe(1)
  act(() => link.push('clock', { now: now + MINUTE, rate: 1 }))
  await expect.poll(asked).toBe(2)
  expect(list.textContent).toBeTruthy()
})
