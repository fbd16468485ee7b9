import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TransferLine } from '../../../src/renderer/features/incident-bar/internal-clock'
import { TransferStrip } from '../../../src/renderer/features/incident-bar/transfer-strip'
import { TransferDialog } from '../../../src/renderer/features/transfer/transfer-dialog'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { type IncidentId, newId, type TransferId } from '../../../src/shared/domain/ids'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const Opened = openedBy('transfer', TransferDialog)

function Page() {
  const incident = useRecord(record => record.incident)
  return (
    <>
      {incident !== undefined && <TransferStrip incident={incident} />}
      {incident !== undefined && <TransferLine incident={incident} />}
      <Opened />
    </>
  )
}

/** Ada Park sits here. */
async function commandedBy(name: string | null): Promise<Shown> {
  const shown = await show(<Page />)
  if (name !== null) await act(() => shown.link.call('roles:assign', { incident: shown.incident, role: 'ic', name }))
  await settle()
  return shown
}

const dialog = () => screen.getByRole('dialog')
const offer = async ({ link, incident }: Shown, to: string, was: string, zone?: string) => {
  const words = { to, was, note: 'The failover runs', incidents: [incident], ...(zone && { zone }) }
  await act(() => link.call('transfer:prepare', { incident, transfer: newId<TransferId>(), ...words }))
  await settle()
}
const open = async ({ cockpit }: Shown) => {
  act(() => void cockpit.focus.request('transfer'))
  await settle()
}
const acceptAnyway = async ({ link, incident, cockpit }: Shown) => {
  const [transfer] = cockpit.incident.getState().record?.incident.transfers ?? []
  if (transfer === undefined) throw new Error('Nothing is handed over')
  await act(() => link.call('transfer:accept', { incident, transfer: transfer.id, anyway: 'Bo has to go' }))
  await settle()
}

describe('[TC1] preparing a transfer', () => {
  it('without a commander says how one is named', async () => {
    await open(await commandedBy(null))
    expect(dialog().textContent).toContain('Nobody has command. a assigns it.')
  })

  it('asks for a name before it sends anything', async () => {
    const shown = await commandedBy('Ada Park')
    await open(shown)
    fireEvent.click(screen.getByRole('radio', { name: /Someone else/ }))
    fireEvent.submit(screen.getByRole('button', { name: /^Name the next commander/ }))
    await settle()
    expect(dialog().textContent).toContain('Say who takes over.')
    expect(shown.link.calls.filter(({ name }) => name === 'transfer:prepare')).toEqual([])
  })

  it('[TC7] names the next commander of other incidents that the giver commands too, each by itself', async () => {
    const shown = await commandedBy('Ada Park')
    const { link, incident } = shown
    const others = [newId<IncidentId>(), newId<IncidentId>()] as const
    for (const [at, id] of others.entries())
      await act(async () => {
        await link.call('incident:declare', { incident: id, title: `Other ${at}`, severity: 'SEV-3', impact: '' })
        await link.call('roles:assign', { incident: id, role: 'ic', name: at === 0 ? 'Ada Park' : 'Cy' })
      })
    await open(shown)
    // Of Cy's incident Ada has nothing to hand over.
    expect(screen.getAllByRole('checkbox')).toHaveLength(1)
    fireEvent.click(screen.getByRole('checkbox', { name: /Other 0/ }))
    fireEvent.click(screen.getByRole('radio', { name: /Someone else/ }))
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Bo' } })
    fireEvent.submit(screen.getByRole('button', { name: /^Name Bo/ }))
    await settle()
    const sent = link.calls.flatMap(({ name, input }) => (name === 'transfer:prepare' ? [input] : []))
    expect(sent).toMatchObject([
      { incident, to: 'Bo', was: 'Ada Park', incidents: [incident, others[0]] },
      { incident: others[0], to: 'Bo', was: 'Ada Park', incidents: [incident, others[0]] },
    ])
    expect(dialog().textContent).toContain('0 of 7 sections read back')
  })
})

describe('[TC10] command on its way', () => {
  it('is told to the one who is named, and to everybody else in the bar with its age', async () => {
    const shown = await commandedBy('Bo')
    await offer(shown, 'Ada Park', 'Bo')
    const strip = screen.getByRole('complementary', { name: 'Transfer of command' })
    expect(strip.textContent).toMatch(/Bo hands over command to you\..*The failover runs.*Read back and accept D i/)
    expect(screen.getByRole('button', { name: /^Command to Ada Park: not accepted for/ })).toBeDefined()
    expect(document.activeElement).toBe(document.body)
  })

  it('is no strip for whoever is not named', async () => {
    const shown = await commandedBy('Ada Park')
    await offer(shown, 'Bo', 'Ada Park')
    expect(screen.queryByRole('complementary')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /^Command to Bo/ }))
    await settle()
    expect(dialog().textContent).toMatch(/hands over command to Bo.*Ada Park has command until then/)
  })

  it('then is how long the giver stays, with a clock', async () => {
    const shown = await commandedBy('Bo')
    await offer(shown, 'Ada Park', 'Bo')
    await acceptAnyway(shown)
    expect(screen.getByRole('button', { name: /^Overlap with Bo/ }).textContent).toMatch(
      /Overlap with Bo(19:5\d|20:00)/,
    )
  })
})

it('[TC8] beside a name stands the time at that person’s place, and where that is known from', async () => {
  const shown = await commandedBy('Bo')
  await offer(shown, 'Ada Park', 'Bo')
  await open(shown)
  // The zone came with what the person of this browser did, who prepared it for Bo.
  expect(dialog().textContent).toContain('Bo hands over command to you')
  expect(dialog().textContent).not.toContain('there)')
  await acceptAnyway(shown)
  fireEvent.keyDown(dialog(), { key: 'Escape' })
  await act(() => shown.link.call('session:hello', { name: 'Cy', screen: 'test' }))
  await offer(shown, 'Bo', 'Ada Park', 'Asia/Tokyo')
  await act(() => shown.link.call('session:hello', { name: 'Ada Park', screen: 'test' }))
  const zones = shown.cockpit.incident.getState().record?.incident.timeZones
  expect(zones).toMatchObject({ cy: 'Asia/Tokyo' })
})

it('[TC6] once it is accepted the announcement is drafted, and posted only from the form of posts', async () => {
  const shown = await commandedBy('Bo')
  await offer(shown, 'Ada Park', 'Bo')
  await acceptAnyway(shown)
  await open(shown)
  const words = screen.getByRole('region', { name: 'To announce it in the room' }).textContent
  expect(words).toMatch(/Command of SEV-2 “Cards fail”: Ada Park has command since .* taken over from Bo, who stays/)
  const offers: unknown[] = []
  shown.cockpit.focus.subscribe(({ offer: offered }) => offered !== null && offers.push(offered))
  const before = shown.link.calls.length
  fireEvent.click(screen.getByRole('button', { name: /^Post it/ }))
  await settle()
  expect(offers[0]).toMatchObject({ command: 'chat-post', text: expect.stringContaining('Ada Park has command') })
  expect(shown.link.calls.slice(before).filter(({ name }) => name === 'acts:ask')).toEqual([])
})

describe('[TC2] reading back', () => {
  it('an error of the engine is said, and the section stays open', async () => {
    const shown = await commandedBy('Bo')
    await offer(shown, 'Ada Park', 'Bo')
    await open(shown)
    shown.link.failNext('transfer:read', {
      kind: 'conflict',
      code: 'section-changed',
      message: 'It changed while you read it.',
    })
    fireEvent.click(screen.getByRole('checkbox', { name: /Strategy and why/ }))
    await settle()
    expect(dialog().textContent).toContain('It changed while you read it.')
    expect(screen.getByRole('checkbox', { name: /Strategy and why/ })).toHaveProperty('checked', false)
  })

  it('a question is one of the incident, for the giver', async () => {
    const shown = await commandedBy('Bo')
    await offer(shown, 'Ada Park', 'Bo')
    await open(shown)
    fireEvent.change(screen.getByRole('textbox', { name: 'Ask Bo' }), { target: { value: 'EU only?' } })
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
    await settle()
    const { points } = shown.cockpit.incident.getState().record?.incident ?? { points: [] }
    expect(points).toMatchObject([{ kind: 'question', text: 'EU only?', owner: { name: 'Bo' } }])
    expect(dialog().textContent).toContain('EU only? (not answered yet)')
  })
})
