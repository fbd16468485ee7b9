import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { boardSections } from '../../../src/renderer/features/strategy/board-rows'
import { DecisionDialog } from '../../../src/renderer/features/strategy/decision-dialog'
import { StrategyPane } from '../../../src/renderer/features/strategy/strategy-pane'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import type { PanelReading } from '../../../src/shared/contract/metrics'
import type { IncidentDecision } from '../../../src/shared/domain/decisions'
import type { StrategyId } from '../../../src/shared/domain/ids'
import { noStrategy } from '../../../src/shared/domain/strategy'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const board = () => within(screen.getByRole('region', { name: 'Strategy' }))
const rowOf = (text: string) => {
  const row = board().getByText(text).closest('li')
  if (row === null) throw new Error(`${text} is no row`)
  return row
}
async function press(text: string, key: string): Promise<void> {
  rowOf(text).focus()
  fireEvent.keyDown(rowOf(text), { key })
  await settle()
}
async function answer(label: string, text: string): Promise<void> {
  const field = board().getByLabelText(label)
  fireEvent.change(field, { target: { value: text } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await settle()
}
async function write(line: string): Promise<void> {
  const field = screen.getByLabelText('Timeline line')
  fireEvent.change(field, { target: { value: line } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await settle()
}

describe('[DN11] decisions on the board', () => {
  it('are objected to, decided, kept, reversed and proposed again by one key each', async () => {
    await show(
      <>
        <TimelinePane />
        <StrategyPane />
      </>,
    )
    await write('!decide fail over because it grows revisit in 30m then page the DBA')
    expect(rowOf('fail over').textContent).toContain('any strong objections?')
    await press('fail over', '-')
    await answer('Objection', 'the replica lags')
    expect(rowOf('fail over').textContent).toContain('1 objection')
    await press('fail over', 'd')
    await answer('Reason, may be empty', 'the lag is fine')
    expect(rowOf('fail over').textContent).toMatch(/decided, .*the lag is fine.*the replica lags.*then page the DBA/s)
    await press('fail over', '=')
    expect(rowOf('fail over').textContent).not.toContain('page the DBA')
    await press('fail over', 'x')
    await answer('Reason, may be empty', '')
    expect(rowOf('fail over').dataset.struck).toBe('true')
    await press('fail over', 'r')
    expect(rowOf('fail over').dataset.struck).toBe('false')
  })

  it('stand in the order in which a commander asks for them', () => {
    const one = (text: string, more: Partial<IncidentDecision>): IncidentDecision => ({
      ...{ id: text as StrategyId, text, reason: '', entry: null, raised: { by: { kind: 'engine' }, at: 1_000 } },
      ...{ objectBy: null, objections: [], state: 'decided', settled: null, revisit: null, called: null, ...more },
    })
    const at = (time: number | null) => ({ at: time, condition: null, soon: false, instead: '', key: 'k' as never })
    const decisions = [
      one('withdrawn', { state: 'withdrawn' }),
      one('decided', {}),
      one('watched', { revisit: at(null) }),
      one('later', { revisit: at(9_000) }),
      one('sooner', { revisit: at(5_000) }),
      one('proposed last', { state: 'proposed', objectBy: 8_000 }),
      one('proposed first', { state: 'proposed', objectBy: 7_000 }),
    ]
    const [section] = boardSections({ ...noStrategy, decisions })
    expect(section?.rows.map(({ item }) => item.text)).toEqual([
      ...['proposed first', 'proposed last', 'sooner', 'later', 'watched', 'decided', 'withdrawn'],
    ])
  })
})

describe('[DN11] the form of a decision', () => {
  const form = () => within(screen.getByRole('dialog'))
  const type = (label: string, value: string) => fireEvent.change(form().getByLabelText(label), { target: { value } })
  const send = async (name: RegExp) => {
    fireEvent.click(form().getByRole('button', { name }))
    await settle()
  }
  const panel: PanelReading = {
    ...{ id: 'p1', title: 'Error rate', unit: 'ratio' as const, thresholds: [], feed: 'f', trueAt: null, problem: '' },
    ...{ reason: '', warnings: [], series: [] },
  }

  it('proposes with a time and a condition on a pinned panel, and says how it reads them', async () => {
    let closed = 0
    const { link, cockpit } = await show(<DecisionDialog opened onClose={() => (closed += 1)} />)
    cockpit.board.setState({ panels: [panel] })
    await settle()
    type('What', 'wait')
    type('Why', 'it falls')
    fireEvent.click(form().getByRole('button', { name: '30 min' }))
    fireEvent.click(form().getByRole('button', { name: 'Error rate' }))
    // The number is typed next, not a blank that presses the button again.
    expect(document.activeElement).toBe(form().getByLabelText('Revisit if'))
    expect(form().getByText(/“” is not a value|Enter a panel/)).toBeTruthy()
    type('Revisit if', '"Error rate" not below 5%')
    expect(form().getByText(/Error rate ≥ 5.% · unknown: the panel has no value/)).toBeTruthy()
    type('And then', 'maintenance mode')
    await send(/^Propose/)
    expect(link.calls.filter(({ name }) => name === 'strategy:put').map(({ input }) => input)).toMatchObject([
      {
        item: {
          ...{ kind: 'decision', text: 'wait', reason: 'it falls', now: false },
          revisit: {
            condition: { panel: 'p1', is: 'at-least', value: 0.05 },
            soon: false,
            instead: 'maintenance mode',
          },
        },
      },
    ])
    expect(closed).toBe(1)
  })

  it('sends nothing while the time or the condition cannot be read', async () => {
    const { link } = await show(<DecisionDialog opened onClose={() => undefined} />)
    type('What', 'wait')
    // What an empty field means is said while it is empty.
    expect(form().getByText('at no time')).toBeTruthy()
    type('Revisit at', 'some day')
    expect(form().queryByText('at no time')).toBeNull()
    await send(/^Propose/)
    type('Revisit at', '')
    expect(form().getByText('at no time')).toBeTruthy()
    type('Revisit if', 'nothing > 3')
    expect(form().queryByText(/whatever the metrics say|^No panel/)).toBeNull()
    await send(/^Propose/)
    expect(form().getByText('No pinned panel is called “nothing”.')).toBeTruthy()
    expect(link.calls.filter(({ name }) => name === 'strategy:put')).toEqual([])
  })
})
