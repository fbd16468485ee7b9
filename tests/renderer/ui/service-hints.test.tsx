import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { ServiceHints, servicesFor } from '../../../src/renderer/ui/service-hints'
import { type CatalogueService, serviceCalled, withPagerDuty } from '../../../src/shared/domain/service-catalogue'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

const service = (id: string, owner: string | null, aliases: readonly string[] = []): CatalogueService => ({
  ...{ id, name: null, aliases, owner, dependsOn: [], runbooks: [], dashboards: [], panels: [] },
  ...{ ladder: null, objective: null, components: [] },
})
const catalogue = [
  service('payments-api', 'Payments', ['Zahlungen']),
  service('payments-db', null),
  service('search', 'Search'),
]

function Field() {
  const [typed, setTyped] = useState('')
  return (
    <>
      <input aria-label="services" value={typed} onChange={event => setTyped(event.currentTarget.value)} />
      <ServiceHints catalogue={catalogue} typed={typed} onTyped={setTyped} />
    </>
  )
}

it.each([
  ['pay', ['payments-api', 'payments-db']],
  ['payments-api, PAYMENTS', ['payments-db']],
  ['zahl', ['payments-api']],
  ['search', []],
  ['', []],
  ['x'.repeat(10_000), []],
])('[SY7] of “%s” the catalogue completes the last name', (typed, ids) => {
  expect(servicesFor(catalogue, typed).map(({ id }) => id)).toEqual(ids)
})

it('[SY7] a press completes the name, and what the catalogue does not have is named', async () => {
  await show(<Field />)
  await settle()
  const field = screen.getByRole<HTMLInputElement>('textbox')
  const type = (value: string) => fireEvent.change(field, { target: { value } })
  type('ghost, pay')
  expect(screen.getByText('Not in the catalogue: ghost')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'payments-db (no owner)' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'payments-api (Payments)' }))
  expect(field.value).toBe('ghost, payments-api')
  expect(screen.queryByRole('button')).toBeNull()
})

it('[SY8] a service of PagerDuty is offered with its team there, and its name stays one name', async () => {
  const pagerDuty = { id: 'P1', name: 'Cards, EU', teams: ['Cards'], description: '', url: null, policy: '', steps: [] }
  const typed: string[] = []
  const of = withPagerDuty(catalogue, [pagerDuty])
  await show(<ServiceHints catalogue={of} typed="cards" onTyped={text => typed.push(text)} />)
  await settle()
  fireEvent.click(screen.getByRole('button', { name: 'Cards, EU (Cards)' }))
  expect(typed).toEqual(['Cards EU'])
  expect(servicesFor(of, 'Cards EU')).toEqual([])
  expect(serviceCalled(of, 'Cards EU')?.id).toBe('Cards, EU')
})
