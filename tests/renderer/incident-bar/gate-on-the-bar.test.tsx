import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StatusDialog } from '../../../src/renderer/features/incident-bar/edit-dialogs'
import { ClosingLine, GateLine } from '../../../src/renderer/features/incident-bar/internal-clock'
import { OpenIncident } from '../../../src/renderer/features/incident-bar/open-incident'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { useCommand } from '../../../src/renderer/stores/use-command'
import type { GateState } from '../../../src/shared/domain/resolution'
import type { Status } from '../../../src/shared/domain/status'
import { texts } from '../../../src/shared/texts/texts'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const opened: string[] = []

function Bar() {
  const incident = useRecord(record => record.incident)
  useCommand('gate', () => opened.push('gate'))
  useCommand('closing', () => opened.push('closing'))
  if (incident === undefined) return null
  return (
    <>
      <OpenIncident incident={incident} />
      <GateLine incident={incident} />
      <ClosingLine incident={incident} />
      <StatusDialog incident={incident} opened={incident.status !== 'resolved'} onClose={() => opened.push('closed')} />
    </>
  )
}

async function stage(states?: readonly GateState[], status?: Status): Promise<Shown> {
  opened.length = 0
  const shown = await show(<Bar />)
  const { link, incident } = shown
  if (states !== undefined) await judged(shown, states)
  if (status !== undefined) await act(() => link.call('incident:change-status', { incident, to: status, reason: '' }))
  await settle()
  return shown
}

async function judged({ link, incident }: Shown, states: readonly GateState[]) {
  const criteria = states.map((state, at) => ({
    ...{ id: `c${at}`, group: 'customers' as const, text: `Criterion ${at}`, state, evidence: [], until: null },
  }))
  const green = states.filter(state => state === 'green').length
  act(() => link.push('gates', [{ incident, criteria, green, until: null }]))
  await settle()
}

const changes = ({ link }: Shown) => link.calls.filter(({ name }) => name === 'incident:change-status')
const resolve = async () => {
  fireEvent.click(screen.getByRole('radio', { name: /^Resolved/ }))
  fireEvent.submit(screen.getByRole('button', { name: /^Change to/ }))
  await settle()
}
const missing = () => screen.queryAllByRole('note').find(note => note.textContent?.includes('hold'))

describe('[GT10] resolving by the status', () => {
  it('shows what does not hold, asks why, and writes it as the gate does', async () => {
    const shown = await stage(['green', 'say', 'red', 'say', 'say', 'red'])
    await resolve()
    expect(changes(shown)).toEqual([])
    expect(missing()?.textContent).toMatch(
      /1 of 6 hold.*Criterion 1: not confirmed.*Criterion 2: does not hold.*Criterion 3: not confirmed.*and 2 more/,
    )
    const why = screen.getByRole('textbox', { name: 'Why now' })
    expect(document.activeElement).toBe(why)
    fireEvent.change(why, { target: { value: ' the night shift ends ' } })
    await resolve()
    expect(changes(shown).map(({ input }) => input)).toMatchObject([
      { to: 'resolved', reason: 'early, 1 of 6 held: the night shift ends' },
    ])
  })

  it('leads to the gate with a key, and leaves what is typed', async () => {
    await stage(['say'])
    const radio = screen.getByRole('radio', { name: /^Resolved/ })
    fireEvent.click(radio)
    fireEvent.keyDown(radio, { key: 'g' })
    await settle()
    expect(opened).toEqual(['closed', 'gate'])
  })

  it.each<readonly [string, readonly GateState[] | undefined]>([
    ['is complete', ['green', 'green']],
    ['is not judged, or not there', undefined],
  ])('asks nothing where the gate %s', async (_, states) => {
    const shown = await stage(states)
    await resolve()
    expect(missing()).toBeUndefined()
    expect(changes(shown)).toHaveLength(1)
  })

  it('asks nothing for any other status', async () => {
    const shown = await stage(['red'])
    fireEvent.click(screen.getByRole('radio', { name: /^Monitoring/ }))
    fireEvent.submit(screen.getByRole('button', { name: /^Change to/ }))
    await settle()
    expect([missing(), changes(shown).length]).toEqual([undefined, 1])
  })
})

describe('[GT11] the bar', () => {
  it('says nothing of the gate before the incident is monitored', async () => {
    await stage(['red'])
    expect(screen.queryByRole('button', { name: /^Gate/ })).toBeNull()
  })

  it('offers it from then on, opens nothing by itself, and says when it is complete', async () => {
    const shown = await stage(['red', 'green'], 'monitoring')
    const line = screen.getByRole('button', { name: 'Gate: 1 of 2 hold' })
    expect([line.title, opened]).toEqual(['Gate: 1 of 2 hold. Resolution gate (D g)', []])
    fireEvent.click(line)
    expect(opened).toEqual(['gate'])
    await judged(shown, ['green', 'green'])
    expect(screen.getByRole('button', { name: 'Can be resolved' }).dataset.phase).toBe('ready')
  })

  it('[GT13] leads to the closing list once it is resolved, and not before', async () => {
    await stage([], 'monitoring')
    expect(screen.queryByRole('button', { name: /^Closing list/ })).toBeNull()
    cleanup()
    await stage([], 'resolved')
    fireEvent.click(screen.getByRole('button', { name: /^Closing list/ }))
    expect(opened).toEqual(['closing'])
  })

  it('has no calm colour for what is resolved while a panel shows it as off', async () => {
    const { link } = await stage([], 'resolved')
    const status = () => screen.getByTitle(texts.bar.changeStatus).dataset
    expect(status()).toMatchObject({ status: 'resolved', off: 'false' })
    const measured = {
      times: 1.5,
      limit: 5,
      panel: 'p',
      title: 'Errors',
      unit: 'percent',
      value: 9,
      at: Date.now(),
    } as const
    const counted = { baseline: null, current: true, usual: null, counted: 1, normalSince: null } as const
    act(() => link.push('facts', [{ ...measured, ...counted, fact: 'errors', state: 'off' }]))
    expect(status()).toMatchObject({ status: 'resolved', off: 'true' })
  })
})
