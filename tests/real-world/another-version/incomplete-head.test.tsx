import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { Wallboard } from '../../../src/renderer/features/wallboard/wallboard'
import type { EventId, IncidentId } from '../../../src/shared/domain/ids'
import type { StoredEvent } from '../../../src/shared/events/read-event'
import { readEvent } from '../../../src/shared/events/read-event'
import type { FakeLink } from '../../support/fake-link'
import { show } from '../../support/shown'

afterEach(cleanup)

/** Pushes events behind the declaration, as an engine does that read them from its record. */
async function push(link: FakeLink, incident: IncidentId, after: number, events: readonly Partial<StoredEvent>[]) {
  const read = events.map((event, n) => {
    const seq = after + n + 1
    const place = { id: `e${seq}` as EventId, incident, seq, version: 1, at: 5, recordedAt: 5 }
    const stored = { ...place, kind: 'bridge-moved', body: {}, by: { kind: 'engine' }, summary: 'To room 7' } as const
    return readEvent({ ...stored, effect: 'head', ...event }, true)
  })
  await act(async () => link.push('log', { incident, after, events: read }))
}

it('[FO6] says over the bar how many facts of a newer version the head may lack, and counts on', async () => {
  const { link, incident, cockpit } = await show(<IncidentBar />)
  const after = cockpit.incident.getState().record?.seq ?? 0
  expect(screen.queryByText(/may be incomplete/)).toBeNull()
  await push(link, incident, after, [{ effect: 'line' }])
  expect(screen.queryByText(/may be incomplete/)).toBeNull()
  await push(link, incident, after + 1, [{}])
  expect(screen.getByRole('status').textContent).toBe('1 event from a newer version: this may be incomplete.')
  await push(link, incident, after + 2, [{}, {}])
  expect(screen.getByRole('status').textContent).toBe('3 events from a newer version: this may be incomplete.')
})

it('[FO6] says apart from it how many events could not be read', async () => {
  const { link, incident, cockpit } = await show(<IncidentBar />)
  const broken = { kind: 'severity-changed', body: { to: 'SEV-9' } }
  await push(link, incident, cockpit.incident.getState().record?.seq ?? 0, [broken, {}])
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([
    '1 event from a newer version: this may be incomplete.',
    '1 event of this record could not be read; the timeline names it.',
  ])
})

it('[FO6] says it on the wall too', async () => {
  const { link, incident, cockpit } = await show(<Wallboard onLeave={() => undefined} />)
  await push(link, incident, cockpit.incident.getState().record?.seq ?? 0, [{}])
  expect(screen.getByText('1 event from a newer version: this may be incomplete.')).toBeTruthy()
})
