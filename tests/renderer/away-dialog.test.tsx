import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AwayDialog } from '../../src/renderer/features/away/away-dialog'
import { lastLookAt } from '../../src/renderer/features/away/last-look'
import { type EntryId, newId, type ResponderId } from '../../src/shared/domain/ids'
import type { TimelineEntry } from '../../src/shared/domain/timeline'
import { settle, show } from '../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const line = (seq: number, text: string, name: string): TimelineEntry => ({
  ...{ id: newId<EntryId>(), seq, kind: 'note', text, occurredAt: 1_000, recordedAt: 1_000, pinned: false },
  by: { kind: 'person', responder: { id: name.toLowerCase() as ResponderId, name }, screen: 'Laptop' },
  ...{ attachments: [], automatic: false, routine: false, earlier: [], retraction: null },
})

it('[AW1] lists what others wrote since the last look ended, in the order of the timeline and with where', async () => {
  const { cockpit, incident } = await show(<AwayDialog opened onClose={() => undefined} />)
  expect(screen.getByText('This browser shows this incident for the first time.')).toBeDefined()
  await act(async () => void window.dispatchEvent(new Event('pagehide')))
  const ended = lastLookAt(incident)
  if (ended === undefined) throw new Error('The look did not end')
  const me = cockpit.session.getState().me?.name ?? ''
  await act(async () => {
    const { record } = cockpit.incident.getState()
    if (record === undefined) throw new Error('No incident is open')
    const late = line(ended.seq + 2, 'Rolled back, far away', 'Bo')
    const timeline = [late, ...record.timeline, line(ended.seq + 1, 'Mine', me)]
    cockpit.incident.setState({ record: { ...record, timeline } })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await settle()
  const found = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/Bo, Laptop: Rolled back, far away/)
})
