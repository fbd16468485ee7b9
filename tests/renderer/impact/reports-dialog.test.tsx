import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ReportsDialog } from '../../../src/renderer/features/impact/reports-dialog'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { newId, type StrategyId } from '../../../src/shared/domain/ids'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const form = () => within(screen.getByRole('dialog'))
const type = (label: RegExp, value: string) => fireEvent.change(form().getByLabelText(label), { target: { value } })
const press = async (name: RegExp) => {
  fireEvent.click(form().getByRole('button', { name }))
  await settle()
}

async function opened() {
  let closed = 0
  const shown = await show(<ReportsDialog opened onClose={() => (closed += 1)} />)
  await settle()
  const report = async (more: object = {}) => {
    const item = { kind: 'report', source: 'support', text: 'cannot pay', count: 12, at: null, ...more } as const
    const id = newId<StrategyId>()
    await shown.link.call('strategy:put', { incident: shown.incident, id, item })
    await settle()
    return id
  }
  const sent = (name: string) => shown.link.calls.filter(call => call.name === name).map(({ input }) => input)
  return { ...shown, sent, report, closed: () => closed }
}

describe('[CR7] the form of customer reports', () => {
  it('teaches where there are none, and adds one', async () => {
    const { sent, closed } = await opened()
    expect(form().getByText('!report support x12 cannot pay')).toBeTruthy()
    await press(/^sales$/)
    type(/^How many/, '1,200')
    type(/^What customers say/, ' cannot pay ')
    await press(/^Add report/)
    expect(sent('strategy:put')).toMatchObject([
      { item: { kind: 'report', source: 'sales', count: 1_200, text: 'cannot pay', at: null } },
    ])
    expect(closed()).toBe(1)
  })

  it('is not sent while the number or the time is none, or it says nothing', async () => {
    const { sent } = await opened()
    await press(/^Add report/)
    expect(form().getByText(/^Say where it came from/)).toBeTruthy()
    type(/^From/, 'support')
    type(/^How many/, 'a dozen')
    await press(/^Add report/)
    expect(form().getByText(/^Enter a whole number/)).toBeTruthy()
    type(/^How many/, '12')
    type(/^When/, 'soon')
    await press(/^Add report/)
    expect(form().getByText(/^Enter a time/)).toBeTruthy()
    expect(sent('strategy:put')).toEqual([])
  })

  it('lists all of them, and corrects, retracts and restores one', async () => {
    const { sent, report } = await opened()
    const id = await report()
    await report({ source: '', text: '', count: 3 })
    expect(form().getByText(/^15 customer reports, the last/)).toBeTruthy()
    await press(/^Correct: 12 customer reports from support/)
    type(/^How many/, '14')
    await press(/^Correct report/)
    expect(sent('reports:correct')).toMatchObject([{ report: id, count: 14, retracted: false }])
    expect(form().getByText(/^17 customer reports/)).toBeTruthy()
    await press(/^Retract: 14 customer reports/)
    expect(form().getByText(/^3 customer reports/)).toBeTruthy()
    expect(form().getByText(/retracted by/)).toBeTruthy()
    await press(/^Count it again: 14/)
    expect(form().getByText(/^17 customer reports/)).toBeTruthy()
  })

  it('[CR4] shows what a colleague made of it meanwhile, and lets the person decide', async () => {
    const { sent, report, link, incident, cockpit } = await opened()
    const id = await report()
    await press(/^Correct: 12/)
    type(/^How many/, '14')
    const was = cockpit.incident.getState().record?.incident.reports[0]?.key
    if (was === undefined) throw new Error('The report is not there')
    const theirs = { source: 'support', text: 'cannot pay', count: 20, retracted: false }
    await link.call('reports:correct', { incident, report: id, ...theirs, was })
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('20 customer reports from support')
    await press(/mine/i)
    await press(/^Correct report/)
    expect(sent('reports:correct').at(-1)).toMatchObject({ count: 14 })
    expect(form().getByText(/^14 customer reports/)).toBeTruthy()
  })
})

it('[CR6] the line says how a report is read and how many it makes in all', async () => {
  await show(<TimelinePane />)
  const field = screen.getByLabelText('Timeline line')
  const typed = (value: string) => fireEvent.change(field, { target: { value } })
  typed('!report support x12 cannot pay')
  expect(document.body.textContent).toContain('12 customer reports from support, 12 in all')
  fireEvent.keyDown(field, { key: 'Enter' })
  await settle()
  expect(screen.getByText('12 customer reports from support: cannot pay')).toBeTruthy()
  typed('!report x3')
  expect(document.body.textContent).toContain('3 customer reports, 15 in all')
  typed('!report ')
  expect(document.body.textContent).toContain('!report: say who passed it on')
})
