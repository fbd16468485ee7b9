import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CreateIncidentDialog } from '../../../src/renderer/features/alerts/pagerduty/create-incident-dialog'
import type { PagerDutyDirectory, StoredAnswer } from '../../../src/shared/contract/people'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 12)

async function staged(directory?: Partial<StoredAnswer<PagerDutyDirectory>>) {
  const link = createFakeLink({ now: () => now, board: cannedBoard(now) })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: 'Cards fail' })
  if (directory !== undefined) {
    const call = link.call.bind(link)
    const canned = await link.call('pages:directory', { connection: 'pd' as never })
    if (!canned.ok) throw new Error('The canned answer is there')
    const changed = { ok: true, value: { ...canned.value, ...directory } } as const
    Object.assign(link, {
      call: (name: Parameters<typeof call>[0], input: never) =>
        name === 'pages:directory' ? Promise.resolve(changed) : call(name, input),
    })
  }
  const cockpit = await stage(<CreateIncidentDialog opened onClose={() => undefined} />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const asked = () => link.calls.flatMap(({ name, input }) => (name === 'acts:ask' ? [input] : []))
  return { link, asked }
}

describe('paging somebody about the incident', () => {
  it('asks for the service by letters, then pages it with what the incident says', async () => {
    const { asked } = await staged()
    const field = await screen.findByRole('combobox', { name: 'Which service' })
    await screen.findByRole('option', { name: 'checkout' })
    fireEvent.change(field, { target: { value: 'pay' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    const title = await screen.findByRole('textbox', { name: 'Message' })
    expect(document.activeElement).toBe(title)
    expect(title).toHaveProperty('value', 'SEV-1: Payments fail')
    fireEvent.click(screen.getByRole('radio', { name: /Low/ }))
    await act(async () => fireEvent.submit(title.closest('form') as HTMLFormElement))
    expect(asked()).toMatchObject([
      {
        what: {
          ...{ kind: 'page-create', service: { id: 'S2', name: 'payments-api' }, title: 'SEV-1: Payments fail' },
          ...{ urgency: 'low', details: 'Cards fail' },
        },
      },
    ])
  })

  it('pages nobody without words, and says what is missing', async () => {
    const { asked } = await staged()
    await screen.findByRole('option', { name: 'checkout' })
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' })
    const title = await screen.findByRole('textbox', { name: 'Message' })
    fireEvent.change(title, { target: { value: ' ' } })
    await act(async () => fireEvent.submit(title.closest('form') as HTMLFormElement))
    expect(screen.getByText('Enter a title.')).toBeTruthy()
    expect(asked()).toEqual([])
  })

  it('[LK1] tells how old the names are, and why there are no newer ones', async () => {
    await staged({ readAt: now - 12 * MINUTE, stale: '503: we are moving our database' })
    expect(
      await screen.findByText(/^Polled 12 min ago; PagerDuty does not answer now: 503: we are moving/),
    ).toBeTruthy()
  })
})
