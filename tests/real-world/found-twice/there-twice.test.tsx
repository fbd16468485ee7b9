import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { OutboxChip } from '../../../src/renderer/features/outbox/outbox-chip'
import { OutboxDialog } from '../../../src/renderer/features/outbox/outbox-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { type ConnectionId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { declared, engineItself, minute, recordOf } from '../../support/folded-incident'
import { show } from '../../support/shown'

afterEach(cleanup)

const Outbox = openedBy('outbox', OutboxDialog)
const pagerduty = 'pd' as ConnectionId
const note: VendorRequest = {
  kind: 'page-note',
  connection: pagerduty,
  page: { id: 'Q3', name: 'pool' },
  text: 'Looking',
}
const channel = { vendor: 'statuspage', connection: 'sp' as ConnectionId, target: 'page', label: 'Shop' } as const
const content: UpdateContent = {
  ...{ stage: 'initial', channel, title: 'Payments fail', body: 'We look.', status: 'investigating' },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}
const copies = [
  { externalId: 'p1', url: 'https://shop.example/incidents/p1' },
  { externalId: 'p2', url: null },
]

function story(id: OutboxItemId, update: UpdateId, at = Date.now()) {
  return [
    kinds['act-done'].draft({ act: id, what: note, externalId: 'N1', url: null }, at, engineItself),
    kinds['update-drafted'].draft({ update, content }, at, engineItself),
    kinds['update-published'].draft(
      { update, content, audience: 'customers', externalId: 'p1', url: null },
      at,
      engineItself,
    ),
    kinds['act-found-twice'].draft({ act: id, what: note, vendor: 'PagerDuty', copies }, at, engineItself),
    kinds['update-found-twice'].draft({ update, content, copies }, at, engineItself),
  ]
}

it('[OB21] the rows of outbox and comms say “there twice”, which, and the way out; the chip stays calm', async () => {
  const { link, incident, cockpit } = await show(
    <>
      <OutboxChip />
      <Outbox />
      <CommsPane />
    </>,
  )
  act(() => {
    const { after, events } = link.log.append(incident, story(newId<OutboxItemId>(), newId<UpdateId>()), Date.now())
    link.push('log', { incident, after, events })
  })
  const inComms = screen.getByText('duplicate').closest('li') as HTMLElement
  expect(within(inComms).getByText('Copy 2: p2')).toBeTruthy()
  expect(within(inComms).getByRole('link', { name: 'Copy 1: p1' }).getAttribute('href')).toBe(copies[0]?.url)
  expect(inComms.textContent).toContain('Delete all but one at Shop')
  expect(screen.getByRole('button', { name: /^Outbox empty/ }).dataset.tone).toBe('calm')
  act(() => void cockpit.focus.request('outbox'))
  const rows = within(screen.getByRole('list', { name: 'Outbox' })).getAllByRole('listitem')
  const twice = rows.filter(row => row.dataset.state === 'twice')
  expect(twice).toHaveLength(2)
  expect(twice.at(1)?.textContent).toContain('Delete all but one at PagerDuty')
})

it('[OB21] each is one line that is never folded away, and what is told of stays done', () => {
  const [id, update] = ['a' as OutboxItemId, 'u' as UpdateId]
  const { incident, timeline } = recordOf([declared(), ...story(id, update, minute(1))])
  const lines = timeline.filter(({ text }) => text.includes(' twice '))
  expect(lines.map(({ text }) => text)).toEqual([
    'Done twice at PagerDuty: note on PagerDuty incident “pool”: Looking (2 copies: https://shop.example/incidents/p1, p2). Delete all but one there.',
    'Published twice in Shop: the update “Payments fail” (2 copies: https://shop.example/incidents/p1, p2). Delete all but one there.',
  ])
  expect(lines.every(({ routine }) => !routine)).toBe(true)
  expect(incident.acts[0]?.standing).toMatchObject({ state: 'done', externalId: 'N1', copies })
  expect(incident.updates[0]?.delivery).toMatchObject({ state: 'published', externalId: 'p1', copies })
})

it('[OB21] of what is unknown, failed or not known at all, a second copy changes nothing', () => {
  const id = 'a' as OutboxItemId
  const asked = kinds['act-asked'].draft({ act: id, what: note }, minute(1), engineItself)
  const told = kinds['act-found-twice'].draft(
    { act: id, what: note, vendor: 'PagerDuty', copies },
    minute(2),
    engineItself,
  )
  expect(recordOf([declared(), asked, told]).incident.acts[0]?.standing).toEqual({ state: 'waiting' })
  expect(recordOf([declared(), told]).incident.acts).toEqual([])
})
