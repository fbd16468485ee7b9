import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DocumentsDialog } from '../../../src/renderer/features/handoff/documents-dialog'
import { nothingAsked, tooManyWords, withoutOf } from '../../../src/renderer/features/handoff/documents-form'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard } from '../../support/shown'

async function staged() {
  const link = createFakeLink({ now: Date.now, board: emptyBoard })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const cockpit = await stage(<DocumentsDialog opened onClose={() => undefined} />, link)
  await screen.findByRole('radio', { name: /IC handoff/ })
  return { link, cockpit }
}

describe('[HD16] the dialog of documents', () => {
  it('writes nothing without a format, and says what to do', async () => {
    const { cockpit } = await staged()
    fireEvent.click(screen.getByRole('checkbox', { name: 'HTML' }))
    expect(screen.getByText('Choose at least one format.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^Write/ }))
    expect(cockpit.incident.getState().record?.incident.handoffs).toHaveLength(0)
  })

  it('names a format that could not be written with why, and writes the others', async () => {
    const { link } = await staged()
    fireEvent.click(screen.getByRole('checkbox', { name: 'PDF' }))
    expect(screen.getByText(/otherwise save the HTML and print that/)).toBeTruthy()
    link.failNext('handoff:save', { kind: 'refused', message: 'PDF is unavailable here.' })
    fireEvent.click(screen.getByRole('button', { name: /^Write/ }))
    const saved = await screen.findByRole('list', { name: 'Saved on the machine of Quarterdeck' })
    expect(within(saved).getByText('HTML: PDF is unavailable here.')).toBeTruthy()
    expect(within(saved).getByText('/data/handoffs/handoff.md')).toBeTruthy()
  })

  it('asks for what was chosen, and for nothing where nothing was', () => {
    expect(withoutOf(nothingAsked)).toBeUndefined()
    const asked = { ...nothingAsked, people: true, words: ' falcon* \n\npayments-db\n', kinds: ['note'] as const }
    expect(withoutOf(asked)).toEqual({
      people: true,
      hosts: false,
      kinds: ['note'],
      patterns: ['falcon*', 'payments-db'],
    })
    expect(tooManyWords(asked)).toBe(false)
    expect(tooManyWords({ ...asked, words: 'a\n'.repeat(21) })).toBe(true)
    expect(tooManyWords({ ...asked, words: 'a'.repeat(101) })).toBe(true)
  })
})
