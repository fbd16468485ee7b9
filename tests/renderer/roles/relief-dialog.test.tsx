import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReliefClock } from '../../../src/renderer/features/incident-bar/internal-clock'
import { ReliefDialog } from '../../../src/renderer/features/roles/relief-dialog'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { HOUR, type Millis } from '../../../src/shared/lib/time'
import { shippedRules } from '../../support/shipped-method'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const Relief = openedBy('relief', ReliefDialog)

function Page() {
  const incident = useRecord(record => record.incident)
  return (
    <>
      {incident !== undefined && <ReliefClock incident={incident} />}
      <Relief />
    </>
  )
}

/** As the engine says it: what is only drawn would be overwritten by the page's next second. */
const at = ({ link }: Shown, now: Millis) => act(() => link.push('clock', { now, rate: 1 }))

async function afterHours(hours: number, deputy?: string): Promise<Shown> {
  const shown = await show(<Page />)
  const { link, incident } = shown
  await act(async () => {
    await link.call('roles:assign', { incident, role: 'ic', name: 'Ada' })
    if (deputy !== undefined) await link.call('roles:deputise', { incident, role: 'ic', name: deputy })
  })
  await settle()
  at(shown, Date.now() + hours * HOUR)
  return shown
}

const asked = () => screen.queryByRole('button', { name: /hand over/ })
const open = async ({ cockpit }: Shown) => {
  act(() => void cockpit.focus.request('relief'))
  await settle()
}

describe('[FT3] long in command', () => {
  it('the bar leads to the question, which a digit and Enter answer', async () => {
    const shown = await afterHours(4.1, 'Bo')
    expect(asked()?.textContent).toBe('Ada in command for 4 h: hand over? Deputy: Bo')
    fireEvent.click(asked() as HTMLElement)
    await settle()
    const dialog = screen.getByRole('dialog', { name: 'Long in command' })
    expect(dialog.textContent).toMatch(
      /Ada has had command for 4 h.*Deputy: Bo.*Hand over, for instance to Bo.*Ada stays/,
    )
    fireEvent.keyDown(document.activeElement ?? document.body, { key: '2' })
    fireEvent.submit(screen.getByRole('button', { name: /^Ada stays/ }))
    await settle()
    expect(shown.link.calls.filter(({ name }) => name === 'roles:continue')).toHaveLength(1)
  })

  it('handing over leads to the transfer of command', async () => {
    const shown = await afterHours(4.1)
    expect(asked()?.textContent).toBe('Ada in command for 4 h: hand over? No deputy yet')
    await open(shown)
    expect(screen.getByRole('dialog').textContent).toContain('No deputy is named yet')
    const went: unknown[] = []
    shown.cockpit.focus.subscribe(({ requested }) => requested !== null && went.push(requested))
    fireEvent.submit(screen.getByRole('button', { name: /^Hand over/ }))
    await settle()
    expect(went).toEqual(['transfer'])
  })

  it('after six hours only handing over is left', async () => {
    const shown = await afterHours(6.1)
    await open(shown)
    expect(screen.getAllByRole('radio')).toHaveLength(1)
    expect(screen.getByRole('dialog').textContent).toMatch(/Ada has had command for 6 h[^:]*: hand over now/)
  })

  it.each([
    [3.95, undefined],
    [4.1, /hand over\?/],
    [5.95, /hand over\?/],
    [6.01, /hand over now/],
  ])('the bar asks no sooner than the dialog: after %d hours', async (hours, words) => {
    await afterHours(hours)
    const said = asked()?.textContent
    if (words === undefined) expect(said).toBeUndefined()
    else expect(said).toMatch(words)
  })

  it('after “Ada stays” the bar is silent until it is insisted on', async () => {
    const clock = vi.spyOn(Date, 'now')
    const shown = await afterHours(4.1)
    const { link, incident, cockpit } = shown
    const since = cockpit.incident.getState().record?.incident.roles.ic?.since ?? 0
    clock.mockReturnValue(since + 4.1 * HOUR)
    await act(() => link.call('roles:continue', { incident, since }))
    await settle()
    const seen = [5, 5.95, 6.01].map(hours => {
      at(shown, since + hours * HOUR)
      return asked() !== null
    })
    clock.mockRestore()
    expect(seen).toEqual([false, false, true])
  })

  it('of an incident that is over says so, and nothing of its method', async () => {
    const shown = await afterHours(4.1)
    const { link, incident } = shown
    await act(() => link.call('incident:change-status', { incident, to: 'resolved', reason: '' }))
    await open(shown)
    expect(screen.getByRole('dialog').textContent).toContain('It is resolved, so nobody is asked')
    expect(screen.getByRole('dialog').textContent).not.toContain('method')
  })

  it.each([
    ['before that it says when it is asked', 1, /asked whether to hand over at \d/],
    ['without a commander it says how one is named', null, /Nobody has command\. a assigns it/],
  ])('%s', async (_, hours, words) => {
    const shown = hours === null ? await show(<Page />) : await afterHours(hours)
    await open(shown)
    expect(screen.getByRole('dialog').textContent).toMatch(words)
    expect(asked()).toBeNull()
  })
})

it('goes by the method that ships', () => expect(shippedRules.rules.command).toEqual({ ask: 240, insist: 360 }))
