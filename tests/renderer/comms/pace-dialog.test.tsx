import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PaceDialog } from '../../../src/renderer/features/comms/pace-dialog'
import { PaceLine } from '../../../src/renderer/features/incident-bar/internal-clock'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { HOUR } from '../../../src/shared/lib/time'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const Pace = openedBy('update-pace', PaceDialog)

function Page() {
  const incident = useRecord(record => record.incident)
  return (
    <>
      {incident !== undefined && <PaceLine incident={incident} />}
      <Pace />
    </>
  )
}

/** As the engine says it: what is only drawn would be overwritten by the page's next second. */
const hoursLater = ({ link }: Shown, hours: number) =>
  act(() => link.push('clock', { now: Date.now() + hours * HOUR, rate: 1 }))

async function sev1(told = true): Promise<Shown> {
  const shown = await show(<Page />)
  const { link, incident } = shown
  await act(async () => {
    await link.call('incident:change-severity', { incident, to: 'SEV-1', reason: '' })
    const at = Date.now()
    if (told) await link.call('incident:state-milestone', { incident, milestone: 'first-notice', at, was: null })
  })
  await settle()
  return shown
}

const offered = () => screen.queryByRole('button', { name: /Customer updates every 60 min\?/ })
const open = async ({ cockpit }: Shown) => {
  act(() => void cockpit.focus.request('update-pace'))
  await settle()
}
const words = () => screen.getByRole('dialog').textContent

describe('[UP11] [UP12] a slower pace of customer updates', () => {
  it('is offered on the bar after two hours, calmly; Enter takes it, and it is offered no more', async () => {
    const shown = await sev1()
    hoursLater(shown, 1.9)
    expect(offered()).toBeNull()
    hoursLater(shown, 2.1)
    expect(offered()?.dataset.phase).toBe('calm')
    fireEvent.click(offered() as HTMLElement)
    await settle()
    expect(words()).toMatch(/Customers hear every 30 min.*Slower: every 60 min.*Stays: every 30 min/)
    fireEvent.submit(screen.getByRole('button', { name: /^Save/ }))
    await settle()
    expect(shown.link.calls.filter(({ name }) => name === 'comms:choose-pace')).toMatchObject([
      { input: { pace: 'slower', severity: 'SEV-1', was: null } },
    ])
  })

  it('the second digit says that it stays', async () => {
    const shown = await sev1()
    hoursLater(shown, 2.1)
    await open(shown)
    fireEvent.keyDown(document.activeElement ?? document.body, { key: '2' })
    fireEvent.submit(screen.getByRole('button', { name: /^Save/ }))
    await settle()
    expect(shown.link.calls.findLast(({ name }) => name === 'comms:choose-pace')).toMatchObject({
      input: { pace: 'stays' },
    })
  })

  it.each([
    ['before that says when', true, 1, /Customers hear every 30 min\. Every 60 min is offered at \d/],
    ['says that customers have heard nothing yet', false, 3, /Customers have had no update yet/],
  ])('%s', async (_, told, hours, said) => {
    const shown = await sev1(told)
    hoursLater(shown, hours)
    await open(shown)
    expect(words()).toMatch(said)
    expect(offered()).toBeNull()
  })

  it('says where the method has none, and that a resolved incident needs none', async () => {
    const shown = await sev1()
    const { link, incident } = shown
    await act(() => link.call('incident:change-severity', { incident, to: 'SEV-3', reason: '' }))
    await open(shown)
    expect(words()).toContain('no slower pace for a SEV-3')
    await act(() => link.call('incident:change-status', { incident, to: 'resolved', reason: '' }))
    await settle()
    expect(words()).toContain('It is resolved')
  })
})
