import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { FactsDialog } from '../../../src/renderer/features/facts/facts-dialog'
import { answers } from '../../support/fake-answers'
import { shippedView } from '../../support/shipped-method'
import { settle, show } from '../../support/shown'

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('[RS2] below the severities stands what the method says of the chosen one', async () => {
  await show(<DeclareDialog opened onClose={() => undefined} />)
  await settle()
  const form = () => screen.getByRole('dialog').textContent ?? ''
  const { 'SEV-1': first, 'SEV-4': last } = shippedView.method.severity.levels
  fireEvent.click(screen.getByRole('radio', { name: /SEV-1/ }))
  for (const said of [...first.typical, first.revenue, first.response, first.review]) expect(form()).toContain(said)
  fireEvent.click(screen.getByRole('radio', { name: /SEV-4/ }))
  expect(form()).toContain(last.response)
  expect(form()).not.toContain(first.response)
})

it('[MI1] what detected an incident is chosen in the words of a team’s method', async () => {
  const { lifecycle } = shippedView.method
  const detectedBy = [
    { id: 'alert', text: 'The pager' },
    { id: 'person', text: 'Somebody in the house' },
  ] as const
  const method = { ...shippedView.method, lifecycle: { ...lifecycle, detectedBy: [...detectedBy] } }
  vi.spyOn(answers, 'method:read').mockReturnValue({ ...shippedView, method })
  const options = () => screen.getAllByRole('option', { hidden: true }).map(({ textContent }) => textContent)
  await show(<DeclareDialog opened onClose={() => undefined} />)
  await settle()
  fireEvent.click(screen.getByRole('combobox', { name: /^Detected by/ }))
  expect(options()).toEqual(['Unknown so far', 'The pager', 'Somebody in the house'])
  cleanup()
  await show(<FactsDialog opened onClose={() => undefined} />)
  await settle()
  fireEvent.click(screen.getByRole('combobox', { name: 'How it was detected' }))
  expect(options()).toEqual(['The pager', 'Somebody in the house'])
})
