import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FirstWords } from '../../../src/renderer/features/roles/first-words'
import type { Cockpit } from '../../../src/renderer/stores/cockpit-stores'
import { responderNamed } from '../../../src/shared/domain/people'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const strip = () => screen.queryByRole('complementary', { name: 'Say first' })
const key = (cockpit: Cockpit) => act(() => void cockpit.focus.request('first-words'))

it('[DI3] stand above the panes of whoever declared, and take no focus', async () => {
  await show(<FirstWords />)
  await settle()
  expect(strip()?.textContent).toContain('“I am the incident commander. Who is here, and what is the state?”')
  expect(document.activeElement).toBe(document.body)
})

it('[DI3] a press dismisses them for this incident in this browser, and the key brings them back', async () => {
  const { cockpit, incident } = await show(<FirstWords />)
  await settle()
  fireEvent.click(screen.getByRole('button', { name: /Dismiss/ }))
  expect(strip()).toBeNull()
  expect(JSON.parse(localStorage.getItem('quarterdeck.first-words') ?? '')).toEqual([incident])
  key(cockpit)
  await settle()
  expect(strip()).not.toBeNull()
  key(cockpit)
  expect(strip()).toBeNull()
  expect(JSON.parse(localStorage.getItem('quarterdeck.first-words') ?? '')).toEqual([incident])
})

it('[DI3] are dismissed here as soon as another window of this browser dismisses them', async () => {
  const { incident } = await show(<FirstWords />)
  await settle()
  localStorage.setItem('quarterdeck.first-words', JSON.stringify(['another', incident]))
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'quarterdeck.first-words' })))
  expect(strip()).toBeNull()
})

it('[DI3] what the browser has stored of them and cannot be read counts as nothing', async () => {
  localStorage.setItem('quarterdeck.first-words', '{"a":')
  await show(<FirstWords />)
  await settle()
  expect(strip()).not.toBeNull()
})

it.each([
  ['nobody else', (cockpit: Cockpit) => cockpit.session.setState({ me: responderNamed('Grace') ?? null })],
  ['a quarter of an hour', (cockpit: Cockpit) => cockpit.now.setState({ now: Date.now() + 15 * 60_000 })],
])('[DI3] are for %s alone', async (_who, change) => {
  const { cockpit } = await show(<FirstWords />)
  await settle()
  expect(strip()).not.toBeNull()
  act(() => change(cockpit))
  expect(strip()).toBeNull()
})

it('[DI3] end when somebody else takes command', async () => {
  const { link, incident } = await show(<FirstWords />)
  await settle()
  await act(async () => {
    await link.call('roles:assign', { incident, role: 'ic', name: 'Grace' })
  })
  await settle()
  expect(strip()).toBeNull()
})
