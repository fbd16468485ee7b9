import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CheckpointPane } from '../../../src/renderer/features/checkpoint/checkpoint-pane'
import type { PanelReading } from '../../../src/shared/contract/metrics'
import { type ConnectionId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { MINUTE, type Millis } from '../../../src/shared/lib/time'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard } from '../../support/shown'

describe('[CP8] each pinned metric against the last checkpoint', () => {
  const line = (now: Millis, values: readonly (number | null)[], every = MINUTE) => ({
    ...{ name: '', values },
    times: values.map((_, at) => now - (values.length - 1 - at) * every),
  })
  const panel = (
    title: string,
    now: Millis,
    values: readonly (number | null)[],
    thresholds = [1, 5],
  ): PanelReading => ({
    ...{ id: title, title, unit: 'percent', feed: 'g/panels', trueAt: now, problem: '', warnings: [] },
    series: [line(now, values)],
    thresholds: thresholds.map((at, index) => ({ at, level: index === 0 ? 'warning' : 'critical' })),
  })
  /** Twenty minutes at one value, then ten at another one: the checkpoint was held in between. */
  const changed = (then: number | null, now: number | null) => [...Array(20).fill(then), ...Array(10).fill(now)]

  /** The sheet of an incident that was declared ten minutes before these were read. */
  async function sheetOf(panels: (now: Millis) => readonly PanelReading[]) {
    const read = Date.now()
    let now = read - 11 * MINUTE
    const feed = { answer: 'good', trueAt: read, lateAfter: 5 * MINUTE, reason: '' } as const
    const grafana = { connection: 'g' as ConnectionId, name: 'Grafana', vendor: 'grafana', what: 'panels' } as const
    const board = { ...emptyBoard, feeds: [{ ...feed, ...grafana, id: 'g/panels' }], panels: panels(read) }
    const link = createFakeLink({ now: () => now, board })
    const incident = newId<IncidentId>()
    await link.call('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-2', impact: '' })
    now = read
    const cockpit = await stage(<CheckpointPane />, link)
    await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
    act(() => cockpit.focus.request('checkpoint'))
    const dialog = await screen.findByRole('dialog', { name: /^Checkpoint/ })
    return (title: string) => within(dialog).getByText(title).closest('li')?.textContent?.replace(/\s/g, ' ')
  }

  it('is better, the same or worse, with what it was then', async () => {
    const row = await sheetOf(now => [
      panel('Errors', now, changed(0.4, 7.5)),
      panel('Latency', now, changed(9, 0.4)),
      panel('Restarts', now, changed(0.4, 0.4)),
      panel('Traffic', now, changed(40, 20), []),
    ])
    expect(row('Errors')).toBe('Errors7.5 %worse, was 0.4 %')
    expect(row('Latency')).toBe('Latency0.4 %better, was 9 %')
    expect(row('Restarts')).toBe('Restarts0.4 %same')
    expect(row('Traffic'), 'nobody said which way is good').toBe('Traffic20 %lower, was 40 %')
  })

  it('says so where there is nothing to compare with, and where the value is not of now, and is never the same then', async () => {
    const row = await sheetOf(now => [
      panel('New', now, changed(null, 3)),
      panel('Ended', now, [...changed(0.4, 0.4), ...Array(15).fill(null)]),
      { ...panel('Old', now - 9 * MINUTE, changed(0.4, 0.4)), trueAt: now - 9 * MINUTE },
      panel('Empty', now, [null]),
    ])
    expect(row('New')).toBe('New3 %no value to compare')
    expect(row('Ended')).toMatch(/^Ended0\.4 %no value for 1\d min$/)
    expect(row('Old')).toMatch(/^Old0\.4 %(?!same).*9 min/)
    expect(row('Empty')).toBe('Empty–no value to compare')
  })
})
