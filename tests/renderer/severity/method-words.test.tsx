import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { FactsDialog } from '../../../src/renderer/features/facts/facts-dialog'
import { severities } from '../../../src/shared/domain/severity'
import { t } from '../../../src/shared/texts/t'
import { texts } from '../../../src/shared/texts/texts'
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

it.each(severities)('[RS2] what the method says of a %s needs two lines, and what it asks for none of its own', one => {
  const { typical, revenue, response, review } = shippedView.method.severity.levels[one]
  const lineOf = (width: number) => Math.floor(width / WIDTH_OF_A_LETTER)
  const details = t(texts.severity.details, { typical: typical.join(' · '), revenue })
  expect(linesOf(details, lineOf(DIALOG))).toBeLessThanOrEqual(2)
  expect(linesOf(t(texts.severity.asks, { response, review }), lineOf(BESIDE_BUTTON))).toBeLessThanOrEqual(2)
})

/** Of the text of the dialog, in pixels; a letter is one of DejaVu Sans, which is wide, at its size. */
const [DIALOG, BESIDE_BUTTON, WIDTH_OF_A_LETTER] = [526, 376, 6.5]

function linesOf(text: string, longest: number): number {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (longer.length > longest) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines.length
}

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
