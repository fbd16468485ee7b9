import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { dashboardsOf, panelsToPin, ServicePanels } from '../../../src/renderer/features/metrics/service-panels'
import type { Answer } from '../../../src/shared/contract/calls'
import type { CatalogueService } from '../../../src/shared/domain/service-catalogue'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

const service = (id: string, dashboards: readonly string[], panels: readonly string[] = []): CatalogueService => ({
  ...{ id, name: null, aliases: [], owner: null, dependsOn: [], runbooks: [], ladder: null, objective: null },
  ...{ dashboards: dashboards.map(url => ({ name: url, url })), panels, components: [] },
})
const grafana = (id: string, baseUrl: string) =>
  ({
    connection: { id, vendor: 'grafana', name: id, baseUrl },
    hasToken: true,
  }) as unknown as Answer<'connections:list'>[number]
const incident = { services: ['payments api', 'unknown'], pages: [] }

it('[SY6] a dashboard is read through the Grafana that its address leads to, else through the only one', () => {
  const catalogue = [
    service('payments-api', ['https://b.example/d/abc/payments?x=1', 'https://b.example/other', 'no address']),
  ]
  const [a, b] = [grafana('a', 'https://a.example'), grafana('b', 'https://b.example/')]
  const through = (connections: Answer<'connections:list'>) =>
    dashboardsOf(catalogue, connections, incident).map(({ from }) => [from.connection, from.uid])
  expect(through([a, b])).toEqual([['b', 'abc']])
  expect(through([a])).toEqual([['a', 'abc']])
  expect(through([a, grafana('c', 'https://c.example')])).toEqual([])
  expect(through([])).toEqual([])
})

it('[SY6] named panels, else the first four, without what is pinned or cannot be', () => {
  const panel = (key: string, title: string, reason = '') => ({ key, title, type: 'timeseries', reason, notes: [] })
  const panels = ['Errors', 'Latency', 'Traffic', 'Pool', 'Queue'].map((title, at) => panel(`0.${at}`, title))
  const view = {
    title: 'Payments',
    variables: [],
    rows: [{ title: '', panels: [panel('0.9', 'Table', 'no'), ...panels] }],
  }
  expect(panelsToPin(view, [], [])).toEqual(['0.0', '0.1', '0.2', '0.3'])
  expect(panelsToPin(view, ['queue', 'Errors', 'gone'], [])).toEqual(['0.0', '0.4'])
  expect(panelsToPin(view, ['Errors'], [{ title: 'Errors', from: 'Payments' }])).toEqual([])
  expect(panelsToPin(view, ['Errors'], [{ title: 'Errors', from: 'Another' }])).toEqual(['0.0'])
})

/** The offer of an incident of one service, whose Grafana has these dashboards. */
async function offered(dashboards: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const catalogue = [service('payments-api', dashboards)]
  const answers: Readonly<Record<string, unknown>> = {
    'services:names': { services: [], catalogue, path: '', problem: '' },
    'connections:list': [grafana('g', 'https://g.example')],
    ...more,
  }
  const shown = await show(<ServicePanels />, link => {
    const { call } = link
    const known = async (...asked: Parameters<typeof call>) => {
      const reply = await call(...asked)
      return asked[0] in answers ? { ok: true, value: answers[asked[0]] } : reply
    }
    vi.spyOn(link, 'call').mockImplementation(known as typeof call)
  })
  const { link, incident } = shown
  await settle()
  expect(screen.queryByRole('button')).toBeNull()
  await act(async () => {
    await link.call('incident:state-services', { incident, services: ['Payments API'], was: null })
  })
  const button = await screen.findByRole('button', { name: /^Pin 2 panels of payments-api/ })
  const pins = () => link.calls.filter(({ name }) => name === 'dashboards:pin').map(({ input }) => input)
  expect(pins()).toEqual([])
  return { ...shown, button, pins }
}

it('[SY6] one press or the key pins them, and nothing before', async () => {
  const { cockpit, button, pins } = await offered(['https://g.example/d/abc'])
  fireEvent.click(button)
  await settle()
  act(() => void cockpit.focus.request('service-panels'))
  await settle()
  const from = { kind: 'grafana', connection: 'g', uid: 'abc' }
  expect(pins()).toEqual([1, 2].map(() => ({ from, chosen: {}, panels: ['0.0', '0.1'] })))
})

it('[SY6] copies of repeated panels that are all pinned make room for the next dashboard', async () => {
  const dashboards = ['https://g.example/d/abc', 'https://g.example/d/next']
  const { button, pins } = await offered(dashboards, { 'dashboards:pin': { pinned: 0, left: [] } })
  fireEvent.click(button)
  await waitFor(() => expect(button.isConnected).toBe(false))
  fireEvent.click(await screen.findByRole('button', { name: /^Pin 2 panels of payments-api/ }))
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  expect(pins()).toMatchObject([{ from: { uid: 'abc' } }, { from: { uid: 'next' } }])
})
