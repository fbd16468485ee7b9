import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ReportsDialog } from '../../../src/renderer/features/impact/reports-dialog'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { type EntryId, type EventId, newId, type StrategyId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry } from '../../../src/shared/events/registry'
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
  it('[TX5] keeps what is typed while a report is on its way, and sends it as another one', async () => {
    const { sent, closed, link } = await opened()
    const { call } = link
    let answer: () => void = () => undefined
    const slow = async (...asked: Parameters<typeof call>) => {
      if (asked[0] === 'strategy:put') await new Promise<void>(resolve => (answer = resolve))
      return call(...asked)
    }
    vi.spyOn(link, 'call').mockImplementation(slow as typeof call)
    const words = () => form().getByLabelText(/^What customers say/) as HTMLInputElement
    type(/^From/, 'support')
    type(/^What customers say/, 'cannot pay')
    await press(/^Add report/)
    type(/^What customers say/, 'cannot pay or log in')
    answer()
    await waitFor(() => expect(words().value).toBe(' or log in'))
    expect(closed()).toBe(0)
    await press(/^Add report/)
    answer()
    await waitFor(() => expect(closed()).toBe(1))
    const ids = (sent('strategy:put') as { readonly id: StrategyId }[]).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })

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

function Turned() {
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        turn
      </button>
      <ReportsDialog opened={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

/** A report that was typed as a line, and what is written after it. */
async function opensAReport() {
  const shown = await show(<Turned />)
  const { link, incident, cockpit } = shown
  const write = async (...drafts: readonly EventDraft[]) => {
    const { after, events } = link.log.append(incident, drafts, Date.now())
    act(() => link.push('log', { incident, after, events }))
    await settle()
  }
  const [entry, report, by] = [newId<EntryId>(), newId<StrategyId>(), { kind: 'engine' } as const]
  const words = { source: 'support', text: 'cannot pay', count: 12 }
  await write(
    eventRegistry['entry-added'].draft({ entry, kind: 'note', text: '12 reports', pinned: false }, Date.now(), by),
    eventRegistry['customers-reported'].draft({ report, ...words, entry }, Date.now(), by),
  )
  const turn = async () => {
    fireEvent.click(screen.getByText('turn'))
    await settle()
  }
  const keyNow = () => cockpit.incident.getState().record?.incident.reports[0]?.key as EventId
  const retractLine = () =>
    write(eventRegistry['entry-retracted'].draft({ entry, reason: '' }, Date.now(), { kind: 'engine' }))
  return { ...shown, report, words, turn, keyNow, retractLine }
}
const counted = () => form().getByLabelText<HTMLInputElement>(/^How many/).value

describe('[CR4] a correction that is half typed', () => {
  it('goes on from what it was typed against, whatever it was changed to meanwhile', async () => {
    const { link, incident, report, words, turn, keyNow } = await opensAReport()
    await press(/^Correct: 12/)
    type(/^How many/, '14')
    await turn()
    const theirs = { report, ...words, count: 20, retracted: false, was: keyNow() }
    await link.call('reports:correct', { incident, ...theirs })
    await turn()
    await press(/^Correct: 20/)
    expect(counted()).toBe('14')
    expect(screen.getByRole('alert').textContent).toContain('20 customer reports from support')
    await press(/mine/i)
    await turn()
    await turn()
    await press(/^Correct: 20/)
    expect([counted(), screen.queryByRole('alert')]).toEqual(['14', null])
    await press(/^Correct report/)
    expect(form().getByText(/^14 customer reports/)).toBeTruthy()
  })

  it('that says what was there before begins anew', async () => {
    const { link, incident, report, words, turn, keyNow } = await opensAReport()
    await press(/^Correct: 12/)
    type(/^How many/, '14')
    type(/^How many/, '12')
    await turn()
    await link.call('reports:correct', { incident, report, ...words, count: 20, retracted: false, was: keyNow() })
    await turn()
    await press(/^Correct: 20/)
    expect([counted(), screen.queryByRole('alert')]).toEqual(['20', null])
  })

  it('[CR5] of a report whose line is retracted stays, says so, and can be left', async () => {
    const { link, retractLine } = await opensAReport()
    await press(/^Correct: 12/)
    type(/^How many/, '14')
    await retractLine()
    expect(screen.getByRole('alert').textContent).toContain('no longer in the record')
    expect(counted()).toBe('14')
    await press(/^Correct report/)
    expect(link.calls.some(({ name }) => name === 'reports:correct' || name === 'strategy:put')).toBe(false)
    expect(counted()).toBe('14')
    await press(/^Stop correcting/)
    expect([counted(), screen.queryByRole('alert')]).toEqual(['1', null])
  })
})

it('[CR7] lists the newest first, by when they came in', async () => {
  const { report } = await opened()
  const now = Date.now()
  for (const [count, ago] of [
    [2, 60_000],
    [3, 180_000],
    [4, 120_000],
  ] as const)
    await report({ count, at: now - ago })
  const list = within(form().getByRole('list', { name: 'Reports' })).getAllByRole('listitem')
  expect(list.map(({ textContent }) => textContent?.slice(0, 2))).toEqual(['×2', '×4', '×3'])
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
