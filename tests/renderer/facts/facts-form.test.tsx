import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { FactsDialog } from '../../../src/renderer/features/facts/facts-dialog'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

const closed: string[] = []
const opened = () => show(<FactsDialog opened onClose={() => closed.push('closed')} />)
const type = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } })
const keep = async () => {
  fireEvent.submit(screen.getByRole('button', { name: /^Save/ }))
  await settle()
}

it('[IL1] keeps the link that was typed, and nothing that was left alone', async () => {
  const { link } = await opened()
  await settle()
  type('Add a link', 'https://tickets.example.com/INC-42')
  type('Label (optional)', 'INC-42')
  await keep()
  const sent = link.calls.filter(({ name }) => name.startsWith('incident:') && name !== 'incident:declare')
  expect(sent).toMatchObject([
    {
      name: 'incident:add-link',
      input: { kind: 'ticket', label: 'INC-42', address: 'https://tickets.example.com/INC-42' },
    },
  ])
  expect(closed).toEqual(['closed'])
})

it('[IL1] says that an address cannot be opened, and sends nothing', async () => {
  const { link } = await opened()
  await settle()
  type('Add a link', 'javascript:alert(1)')
  await keep()
  expect(screen.getByText(/^Enter an https address/)).toBeTruthy()
  expect(link.calls.some(({ name }) => name === 'incident:add-link')).toBe(false)
})

it('reads services with any comma, and says what they were before', async () => {
  const { link } = await opened()
  await settle()
  type('Services affected', 'payments-api، checkout; 決済')
  await keep()
  expect(link.calls.find(({ name }) => name === 'incident:state-services')?.input).toMatchObject({
    services: ['payments-api', 'checkout', '決済'],
    was: null,
  })
})

it('[ED2] shows services that a colleague stated meanwhile, and sends nothing until one of the two is chosen', async () => {
  const { link, incident } = await opened()
  await settle()
  type('Services affected', 'checkout')
  await link.call('incident:state-services', { incident, services: ['payments-api'] })
  await settle()
  const stated = () => link.calls.filter(({ name }) => name === 'incident:state-services')
  await keep()
  expect(screen.getByRole('alert').textContent).toContain('payments-api')
  expect(stated()).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: /^Keep mine/ }))
  await keep()
  expect(stated()[1]?.input).toMatchObject({ services: ['checkout'], was: ['payments-api'] })
})

it('[ED2] takes over what a colleague stated, and adds a link once where what follows it is undecided', async () => {
  const { link, incident } = await opened()
  await settle()
  await link.call('incident:state-services', { incident, services: ['payments-api'] })
  await settle()
  fireEvent.click(screen.getByRole('button', { name: /^Keep theirs/ }))
  await settle()
  expect(screen.getByLabelText('Services affected')).toHaveProperty('value', 'payments-api')
  type('Add a link', 'https://tickets.example.com/INC-42')
  await keep()
  expect(link.calls.filter(({ name }) => name === 'incident:state-services')).toHaveLength(1)
  expect(link.calls.filter(({ name }) => name === 'incident:add-link')).toHaveLength(1)
})
