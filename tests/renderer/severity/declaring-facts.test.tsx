import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DeclareFromAlertDialog } from '../../../src/renderer/features/alerts/declare-dialog'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { MOST_LINKS } from '../../../src/shared/domain/incident-facts'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } })

async function byHand() {
  const { link } = await show(<DeclareDialog opened onClose={() => undefined} />)
  await settle()
  type(/^Title/, 'Nobody can pay')
  const declare = async () => {
    fireEvent.submit(field(/^Title/))
    await settle()
    // The first is the incident that is open.
    return link.calls.filter(({ name }) => name === 'incident:declare')[1]?.input
  }
  return { declare }
}

it('[DI5] by hand what it affects and links are offered, and a title alone declares', async () => {
  const { declare } = await byHand()
  expect(field(/^Services affected/).value).toBe('')
  expect(await declare()).toMatchObject({ title: 'Nobody can pay', services: [], links: [] })
})

it('[DI5] what is typed of them is declared with, each link by the kind that its address says', async () => {
  const { declare } = await byHand()
  type(/^Services affected/, 'payments-api, checkout')
  type(/^Links/, 'https://acme.zoom.us/j/1  acme.atlassian.net/browse/PAY-7, grafana.example.com/d/x')
  expect(screen.getByText('Links: Bridge, Ticket, Dashboard.')).toBeTruthy()
  expect(await declare()).toMatchObject({
    services: ['payments-api', 'checkout'],
    links: [
      { kind: 'bridge', address: 'https://acme.zoom.us/j/1' },
      { kind: 'ticket', address: 'acme.atlassian.net/browse/PAY-7' },
      { kind: 'dashboard', address: 'grafana.example.com/d/x' },
    ],
  })
})

it('[DI5] a telephone number with spaces is one link', async () => {
  const { declare } = await byHand()
  type(/^Links/, '+1 555 010 999')
  expect(await declare()).toMatchObject({ links: [{ kind: 'bridge', address: '+1 555 010 999' }] })
})

it('[DI5] an address that cannot be opened is named at its field, and nothing is sent', async () => {
  const { declare } = await byHand()
  type(/^Links/, 'https://a.example.com javascript:alert(1)')
  expect(await declare()).toBeUndefined()
  expect(screen.getByText(/^javascript:alert\(1\) is no https address/)).toBeTruthy()
})

it('[DI5] a telephone number with spaces beside an address is one link, and an address given twice is one', async () => {
  const { declare } = await byHand()
  type(/^Links/, '0800 123 4567 zoom.us/j/9 https://zoom.us/j/9')
  expect(screen.getByText('Links: Bridge, Bridge.')).toBeTruthy()
  expect(await declare()).toMatchObject({ links: [{ address: '0800 123 4567' }, { address: 'https://zoom.us/j/9' }] })
})

it('[DI5] a long text that is no address is named by its beginning', async () => {
  const { declare } = await byHand()
  type(/^Links/, `${'x'.repeat(3_000)} a.example`)
  expect(await declare()).toBeUndefined()
  expect(screen.getByText(/^x{99}… is no https address/)).toBeTruthy()
})

it('[DI5] more addresses than an incident can have are refused at their field, and nothing is sent', async () => {
  const { declare } = await byHand()
  const some = (count: number) => Array.from({ length: count }, (_, place) => `a.example/${place}`).join(' ')
  type(/^Links/, some(MOST_LINKS + 1))
  expect(screen.getByText('An incident has at most 50 links.')).toBeTruthy()
  expect(await declare()).toBeUndefined()
  // One of them twice is one.
  type(/^Links/, `${some(MOST_LINKS)} https://a.example/0`)
  expect(await declare()).toMatchObject({ links: { length: MOST_LINKS } })
})

async function fromAlerts(services: readonly (string | null)[], change: () => void = () => undefined) {
  const [any] = cannedBoard(Date.now()).alerts
  if (any === undefined) throw new Error('The board has no alert')
  const [row, ...others] = services.map((service, place): AlertRow => ({ ...any, id: `alert/${place}`, service }))
  if (row === undefined) throw new Error('There is no alert')
  const { link } = await show(<DeclareFromAlertDialog opened alerts={{ row, others }} onClose={() => undefined} />)
  await settle()
  change()
  fireEvent.submit(field(/^Started/))
  await settle()
  cleanup()
  return link.calls.find(({ name }) => name === 'incident:take')?.input
}

it('[DI5] from alerts the services that they name are offered, each once, and cleared they are not stated', async () => {
  const services = ['payments-api', null, 'checkout', 'payments-api', 'one, two', ' ']
  expect(await fromAlerts(services)).toMatchObject({ services: ['payments-api', 'checkout'], links: [] })
  expect(await fromAlerts(services, () => type(/^Services affected/, ''))).toMatchObject({ services: [] })
  localStorage.clear()
  expect(await fromAlerts([null])).toMatchObject({ services: [] })
})

it.each([
  ['payments-api', '', ['payments-api']],
  ['payments-api', ' , ', ['payments-api']],
  ['payments-api', 'checkout', ['checkout']],
  ['one, two', '', []],
  [null, '', []],
])('[DI5] by the press for a PagerDuty incident of %j with %j typed, %j is stated', async (service, typed, stated) => {
  const page = cannedBoard(Date.now()).alerts.find(({ origin }) => origin === 'page')
  if (page === undefined) throw new Error('The board has no PagerDuty incident')
  const { link } = await show(<DeclareDialog opened onClose={() => undefined} />)
  act(() => link.push('alerts', cannedAlerts([{ ...page, service }])))
  await settle()
  type(/^Services affected/, typed)
  fireEvent.click(screen.getByRole('button', { name: /^Declare SEV-\d from / }))
  await settle()
  expect(link.calls.find(({ name }) => name === 'incident:take')?.input).toMatchObject({ services: stated })
})
