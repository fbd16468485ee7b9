import { act, fireEvent, screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { MatcherFields } from '../../../src/renderer/features/alerts/suppression/matcher-fields'
import { OpenPages } from '../../../src/renderer/features/declare/open-pages'
import { useVendorState } from '../../../src/renderer/stores/use-vendor-state'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { settle } from '../../support/shown'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const page = { ...(board.alerts[0] as AlertRow), origin: 'page', state: 'firing' } as const
const quiet: AlertRow = {
  ...{ ...page, id: 'pd/PQ', externalId: 'PQ', title: 'Backups are late', urgency: 'low' },
  ...{ service: 'lonely', labels: { shard: 'seven' }, startedAt: now },
}
/** A page that stands behind more alerts of monitoring systems than any push carries. */
const storm = Array.from({ length: 1_000 }, (_, at): AlertRow => {
  const [id, row] = [`a${at}`, { ...page, origin: 'alert', urgency: 'critical' } as const]
  return { ...row, id: `pd/${id}`, externalId: id, title: id, service: `s${at % 9}`, cause: 'Down', startedAt: now - 9 }
})
const linkTo = (alerts: readonly AlertRow[]) => createFakeLink({ now: () => now, board: { ...board, alerts } })

const acknowledge: VendorRequest = {
  ...{ kind: 'page-acknowledge', connection: page.connection },
  page: { id: 'PQ', name: 'Backups are late' },
}
const There = () => <p>{useVendorState(acknowledge)}</p>

it('[SA18] “did it happen?” is answered with what the store has, not with what a push has room for', async () => {
  await stage(<There />, linkTo([...storm, quiet]))
  expect(await screen.findByText(/shows the incident firing/)).toBeTruthy()
})

it('[SA18] only where the store has no such page it is said that there is none', async () => {
  const link = linkTo(storm)
  await stage(<There />, link)
  expect(await screen.findByText(/shows no open incident with this title/)).toBeTruthy()
})

it('[SA18] nothing is said of a page before the store has answered', async () => {
  const link = linkTo([...storm, quiet])
  link.failNext('alerts:read', { kind: 'internal', message: 'No' })
  await stage(<There />, link)
  await settle()
  expect(screen.queryByText(/shows/)).toBeNull()
  act(() => link.push('alerts', cannedAlerts([...storm, quiet])))
  expect(await screen.findByText(/shows the incident firing/)).toBeTruthy()
})

it('[SA18] a page behind the storm can be declared from, and is offered to an incident that runs', async () => {
  const taken: string[] = []
  await stage(
    <OpenPages onOpened={() => undefined} onTake={({ title }) => taken.push(title)} />,
    linkTo([...storm, quiet]),
  )
  fireEvent.click(await screen.findByRole('button', { name: /Backups are late/ }))
  expect(taken).toEqual(['Backups are late'])
})

it('[AL13] a new page behind the storm is offered to an incident that runs', async () => {
  const link = linkTo([...storm, quiet])
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  await stage(<AlertsPane />, link)
  expect(await screen.findByText(/1 new PagerDuty incident/)).toBeTruthy()
})

it('[SA17] labels that only a quiet alert has are offered too', async () => {
  const fields = (
    <MatcherFields matchers={[{ label: '', sign: '=', value: '' }]} onMatchers={() => undefined} fault={undefined} />
  )
  await stage(fields, linkTo([...storm, quiet]))
  await expect.poll(() => [...document.querySelectorAll('option')].map(({ value }) => value)).toContain('shard')
})
