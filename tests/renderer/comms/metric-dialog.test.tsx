import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MetricDialog, readNumber } from '../../../src/renderer/features/comms/status-page/metric-dialog'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { settle } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const dialog = <MetricDialog opened onClose={() => undefined} />

describe('[SP27] a figure for the status page', () => {
  it('is posted with its name, its value and the time of now, and nothing is sent that is no number', async () => {
    const now = Date.UTC(2026, 10, 20, 12, 0, 0)
    const link = createFakeLink({ now: () => now, board: cannedBoard(now) })
    const incident = newId<IncidentId>()
    await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
    const cockpit = await stage(dialog, link)
    act(() => cockpit.selection.setState({ open: incident }))
    await settle()
    const field = await screen.findByRole('textbox', { name: /^Value now, in ms/ })
    fireEvent.change(field, { target: { value: 'about 400' } })
    fireEvent.submit(field.closest('form') as HTMLFormElement)
    await settle()
    const asked = () => link.calls.filter(({ name }) => name === 'acts:ask').map(({ input }) => input)
    expect(asked()).toEqual([])
    fireEvent.change(field, { target: { value: '412,5' } })
    fireEvent.submit(field.closest('form') as HTMLFormElement)
    await waitFor(() => expect(asked()).toHaveLength(1))
    const metric = { id: 'mtrc00000001', name: 'Checkout response time' }
    expect(asked()).toMatchObject([{ what: { kind: 'metric-point', metric, value: 412.5, at: expect.any(Number) } }])
  })
})

describe('readNumber', () => {
  it.each([
    ['412.5', 412.5],
    [' 412,5 ', 412.5],
    ['-3', -3],
    ['0', 0],
  ])('reads %j', (typed, value) => expect(readNumber(typed)).toBe(value))

  it.each(['', 'x', '1e9', '1.2.3', '1,234.5', '٤', 'NaN', 'Infinity', '0x10', '1 000'])('does not read %j', typed =>
    expect(readNumber(typed)).toBeUndefined(),
  )
})
