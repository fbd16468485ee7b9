import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { BeganCell } from '../../../src/renderer/features/alerts/alert-cells'
import { ClockContext, shownClock } from '../../../src/renderer/ui/clock-face'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

it('[CK1] an alert began by the clock and in the zone that this screen shows', async () => {
  const at = Date.UTC(2026, 6, 20, 12, 3, 4)
  const clock = shownClock({ hours: '12', zone: 'Asia/Kolkata' })
  const cell = (
    <ClockContext value={clock}>
      <BeganCell at={at} />
    </ClockContext>
  )
  await stage(cell, createFakeLink({ now: () => at, board: cannedBoard(at) }))
  expect(screen.getByText('5:33:04 pm UTC+5:30').getAttribute('datetime')).toBe('2026-07-20T12:03:04.000Z')
})
