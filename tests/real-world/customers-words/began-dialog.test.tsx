import { fireEvent, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { BeganDialog } from '../../../src/renderer/features/began/began-dialog'
import { lastShown } from '../../../src/renderer/ui/typed-clock'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { clockFace } from '../../../src/shared/lib/clock-face'
import { MINUTE } from '../../../src/shared/lib/time'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard } from '../../support/shown'

const now = Math.floor(Date.now() / MINUTE) * MINUTE + 10_000

/** Errors far up from three minutes ago on. */
function errors() {
  const times = Array.from({ length: 240 }, (_, index) => now - (239 - index) * 15_000)
  const values = times.map((at, index) => (at >= now - 3 * MINUTE ? 27 : 0.4 + 0.01 * (index % 5)))
  return {
    ...{ id: 'p1', title: 'Error rate', unit: 'percent' as const, thresholds: [], feed: 'f', trueAt: now, problem: '' },
    ...{ warnings: [], series: [{ name: 'errors', times, values }] },
  }
}

async function opened() {
  const link = createFakeLink({ now: () => now, board: { ...emptyBoard, panels: [errors()] } })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<BeganDialog opened onClose={() => undefined} />, link)
  await screen.findByRole('dialog')
  const head = () => cockpit.incident.getState().record?.incident
  return { head }
}

describe('saying when it began', () => {
  it('[BE2] proposes where the chart bent before the key press, and nothing is chosen by itself', async () => {
    const { head } = await opened()
    const [first] = await screen.findAllByRole('radio')
    expect(first?.closest('label')?.textContent).toContain('“Error rate” changed')
    expect(screen.getByText('declared here')).toBeTruthy()
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: /Confirm/ }))
    expect(head()?.started).toBeNull()
  })

  it('[BE1] one key and Enter confirm it', async () => {
    const { head } = await opened()
    const [first] = await screen.findAllByRole('radio')
    if (first === undefined) throw new Error('Nothing is proposed')
    fireEvent.keyDown(first, { key: '1' })
    fireEvent.submit(first.closest('form') as HTMLFormElement)
    await waitFor(() => expect(head()?.started?.source).toEqual({ kind: 'chart', name: 'Error rate' }))
    expect(now - (head()?.started?.at ?? 0)).toBeLessThanOrEqual(3 * MINUTE)
  })

  it('[BE1] a time that a person knows wins; what is no time is said and nothing is confirmed', async () => {
    const { head } = await opened()
    const [field] = await screen.findAllByRole('textbox', { name: /Another time|Started/ })
    const form = field?.closest('form') as HTMLFormElement
    const type = (value: string) => act(() => void fireEvent.change(field as HTMLElement, { target: { value } }))
    await type('soon')
    fireEvent.submit(form)
    expect(screen.getByText(/^Enter a time within the last 24 hours/)).toBeTruthy()
    expect(head()?.started).toBeNull()
    await type(new Date(now - 7 * MINUTE).toISOString().slice(11, 16))
    fireEvent.submit(form)
    await waitFor(() => expect(head()?.started?.at).toBe(Math.floor((now - 7 * MINUTE) / MINUTE) * MINUTE))
    expect(head()?.started?.source.kind).toBe('person')
  })
})

describe('a time that is typed', () => {
  const at = Date.UTC(2026, 9, 25, 1, 45)
  it.each([
    ['01:30', 'UTC', '24', Date.UTC(2026, 9, 25, 1, 30)],
    ['1.30', 'UTC', '24', Date.UTC(2026, 9, 25, 1, 30)],
    ['０１：３０', 'UTC', '24', Date.UTC(2026, 9, 25, 1, 30)],
    ['01:30 UTC', 'UTC', '24', Date.UTC(2026, 9, 25, 1, 30)],
    ['01:46', 'UTC', '24', Date.UTC(2026, 9, 24, 1, 46)],
    // Berlin's clock showed 02:30 twice that night; the last one is meant.
    ['02:30', 'Europe/Berlin', '24', Date.UTC(2026, 9, 25, 1, 30)],
    ['1:30 am', 'UTC', '12', Date.UTC(2026, 9, 25, 1, 30)],
    ['25:00', 'UTC', '24', undefined],
    ['', 'UTC', '24', undefined],
    ['soon', 'UTC', '24', undefined],
  ] as const)('[CK2] %j on a clock of %s means the last time that it was shown', (typed, zone, hours, expected) => {
    expect(lastShown(typed, at, clockFace({ zone, hours }))).toBe(expected)
  })
})
