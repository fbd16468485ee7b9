import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { CadenceTable } from '../../../src/renderer/features/settings/cadence-table'
import { defaultCadence, withOverrides } from '../../../src/shared/domain/cadence'
import '../../support/browser-gaps'

afterEach(cleanup)

function shown(disabled = false, cadence = withOverrides(defaultCadence, { updateMinutes: { 'SEV-1': 20 } })) {
  const onChange = vi.fn()
  render(
    <MantineProvider env="test">
      <CadenceTable labelledBy="x" method={defaultCadence} {...{ cadence, onChange, disabled }} />
    </MantineProvider>,
  )
  return onChange
}

it('[SE7] a value that was chosen shows what the method says, and all are given back by one button', () => {
  const onChange = shown()
  expect(screen.getAllByText(/^method:/).map(({ textContent }) => textContent)).toEqual(['method: 30 min'])
  expect(screen.getByText(/1 value chosen here/)).toBeTruthy()
  fireEvent.change(screen.getByLabelText('SEV-2: Next update after'), { target: { value: '45' } })
  fireEvent.click(screen.getByRole('button', { name: 'Use the method’s' }))
  expect(onChange.mock.calls).toEqual([[{ updateMinutes: { 'SEV-2': 45 } }], [defaultCadence]])
})

it.each([
  ['says so where all is as the method says', false, defaultCadence, 'All of it is as the method says.'],
  [
    'gives nothing back in a drill',
    true,
    undefined,
    '1 value chosen here replaces the method’s; the others follow it.',
  ],
])('[SE7] %s', (_, disabled, cadence, words) => {
  shown(disabled, cadence)
  expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
