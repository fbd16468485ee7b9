import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { factsFor, type Known } from '../../../src/renderer/features/method/live-facts'
import { MitigationDialog } from '../../../src/renderer/features/method/mitigation-dialog'
import { menuGroups } from '../../../src/renderer/features/method/mitigation-rows'
import { TreeDialog } from '../../../src/renderer/features/method/tree-dialog'
import { ItemDialog } from '../../../src/renderer/features/strategy/item-dialog'
import { offerFor } from '../../../src/renderer/stores/focus-store'
import { useOpened } from '../../../src/renderer/stores/use-command'
import type { Deploy } from '../../../src/shared/contract/metrics'
import type { ConnectionId, StrategyId } from '../../../src/shared/domain/ids'
import { hasWord } from '../../../src/shared/domain/method/asked-facts'
import { eventRegistry } from '../../../src/shared/events/registry'

import { cannedBoard } from '../../support/canned-board'
import { ada, declared, minute, recordOf } from '../../support/folded-incident'
import { shippedMethod } from '../../support/shipped-method'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const { mitigation } = shippedMethod().current().method
const deploy = (minutes: number, title = 'v2.41.0', services: readonly string[] = ['payments-api']): Deploy => ({
  ...{ id: `pd/${title}${minutes}`, connection: 'pd' as ConnectionId, title, services, source: 'CI' },
  ...{ at: minute(minutes), url: null },
})
const incidentOf = (...drafts: Parameters<typeof recordOf>[0]) => recordOf([declared(), ...drafts]).incident
const known = (over: Partial<Known> = {}): Known => ({
  ...{ incident: incidentOf(), deploys: [], alerts: [], panels: [], now: minute(30) },
  ...over,
})

describe('[TR3] facts beside a question', () => {
  const deployment = [{ kind: 'deployment' }] as const

  it('say which deployment was how long before it began, and suggest yes', () => {
    expect(factsFor(deployment, known({ deploys: [deploy(-12)] }))).toEqual([
      { text: 'deployed 12 min before it was declared: payments-api: v2.41.0', speaks: 'yes' },
    ])
  })

  it('suggest nothing for a deployment after it began, and nothing without one: nothing seen is no proof', () => {
    expect(factsFor(deployment, known({ deploys: [deploy(20)] }))).toEqual([
      { text: 'deployed 20 min after it was declared: payments-api: v2.41.0', speaks: null },
    ])
    expect(factsFor(deployment, known())).toEqual([])
  })

  it('count from the start once it is known, which is known to a few minutes; the healing rollback is no suspect', () => {
    const began = eventRegistry['started-at-confirmed'].draft(
      { at: minute(-10), source: { kind: 'person', name: '' } },
      minute(2),
      ada,
    )
    const deploys = [deploy(-12), deploy(1, 'v2.40.3')]
    expect(factsFor(deployment, known({ incident: incidentOf(began), deploys }))).toEqual([
      { text: 'deployed 11 min after the start: payments-api: v2.40.3', speaks: null },
      { text: 'deployed 2 min before the start: payments-api: v2.41.0', speaks: 'yes' },
    ])
    expect(factsFor(deployment, known({ deploys: [deploy(1, 'v2.40.3')] }))).toMatchObject([{ speaks: null }])
  })

  it('name a service once', () => {
    const [fact] = factsFor(deployment, known({ deploys: [deploy(-12, 'payments-api v2.41.0')] }))
    expect(fact?.text).toBe('deployed 12 min before it was declared: payments-api v2.41.0')
  })

  it.each(['payments-api v2.40.3: Rollback of v2.41.0', 'Revert "new ledger"', 'roll back to 2.40', 'rolled-back'])(
    '[TR3] never take “%s” for a reason to roll back',
    title => {
      const deploys = [deploy(-15, title), deploy(-12)]
      expect(factsFor(deployment, known({ deploys }))).toMatchObject([{ speaks: 'yes' }, { speaks: null }])
      expect(menuGroups(mitigation, 'cause', '', known({ deploys: [deploy(-15, title)] }))[0]?.why).toBeFalsy()
    },
  )

  it('[TR3] suspect no deployment after the first alert, while nobody has said when it began', () => {
    const began = eventRegistry['time-proposed'].draft(
      { of: 'started', at: minute(-30), source: { kind: 'alert', name: 'Errors' } },
      minute(0),
      { kind: 'engine' },
    )
    const incident = incidentOf(began)
    const spoken = (...deploys: Deploy[]) =>
      factsFor(deployment, known({ incident, deploys })).map(({ speaks }) => speaks)
    expect(spoken(deploy(-15), deploy(-40))).toEqual([null, 'yes'])
  })

  it('leave out a deployment of another day, and one that a wrong clock says is still to come', () => {
    const deploys = [deploy(-3 * 60), deploy(24 * 60)]
    expect(factsFor(deployment, known({ deploys }))).toEqual([])
  })

  it('put a deployment of the incident’s own services first', () => {
    const incident = incidentOf(eventRegistry['services-stated'].draft({ services: ['Payments API'] }, minute(1), ada))
    const deploys = [deploy(-1, 'other', ['search']), deploy(-20)]
    expect(factsFor(deployment, known({ incident, deploys }))[0]?.text).toContain('v2.41.0')
  })

  it('go by words where a file gives them, each as the beginning of a word', () => {
    expect(hasWord('node-cpu-high', ['cpu'])).toBe(true)
    expect(hasWord('NodeCpuHigh', ['cpu'])).toBe(true)
    expect(hasWord('feature flag', ['lag'])).toBe(false)
    expect(hasWord('支付 超时', ['超时'])).toBe(true)
    const { alerts, panels } = cannedBoard(minute(30))
    const [alert] = factsFor([{ kind: 'alerts', words: ['pool'] }], known({ alerts, panels }))
    expect(alert?.speaks ?? 'yes').toBe('yes')
    expect(factsFor([{ kind: 'alerts', words: ['zebra'] }], known({ alerts, panels }))).toEqual([])
  })

  it('are cut short, however long what a vendor sends', () => {
    const [fact] = factsFor(deployment, known({ deploys: [deploy(-1, 'x'.repeat(10_000))] }))
    expect(fact?.text.length).toBeLessThanOrEqual(300)
  })
})

describe('[MM1] the mitigation menu', () => {
  it('has a cause that facts speak for first, and says why', () => {
    const [first] = menuGroups(mitigation, 'cause', '', known({ deploys: [deploy(-12)] }))
    expect(first).toMatchObject({
      id: 'deployment',
      why: 'deployed 12 min before it was declared: payments-api: v2.41.0',
    })
    const speeds = menuGroups(mitigation, 'speed', '', known({ deploys: [deploy(-12)] }))
    expect(speeds.map(({ id }) => id)).toEqual(mitigation.speeds.map(({ id }) => id))
    // What a deployment speaks for is the next step against it, and nothing else.
    const suggested = speeds.flatMap(({ rows }) => rows.filter(({ why }) => why !== ''))
    expect(suggested.map(({ measure }) => measure)).toEqual(['roll-back'])
    expect(speeds[0]?.rows[0]).toBe(suggested[0])
  })

  it('suggests the step after what was tried against a cause', () => {
    const tried = eventRegistry['attempt-noted'].draft(
      { attempt: 'a1' as StrategyId, text: 'Roll back', result: 'no-change', entry: null, measure: 'roll-back' },
      minute(5),
      ada,
    )
    const now = known({ deploys: [deploy(-12)], incident: incidentOf(tried) })
    const rows = menuGroups(mitigation, 'speed', '', now).flatMap(group => group.rows)
    expect(rows.filter(({ why }) => why !== '').map(({ measure }) => measure)).toEqual(['flag-off'])
  })

  it('[MM2] keeps what was tried in sight, by its id and not by its words', () => {
    const attempt = (measure: string | undefined, text: string, id: string) =>
      eventRegistry['attempt-noted'].draft(
        { attempt: id as StrategyId, text, result: 'no-change', entry: null, ...(measure && { measure }) },
        minute(5),
        ada,
      )
    const incident = incidentOf(attempt('restart', 'bounced the pods', 'a1'), attempt(undefined, 'scale OUT', 'a2'))
    const rows = menuGroups(mitigation, 'speed', '', known({ incident })).flatMap(group => group.rows)
    expect(rows.find(({ measure }) => measure === 'restart')?.tried).toEqual(['tried: no change'])
    expect(rows.find(({ measure }) => measure === 'scale-out')?.tried).toEqual(['tried: no change'])
    expect(rows.filter(({ tried }) => tried.length > 0)).toHaveLength(2)
  })

  it('is filtered by words in any order, and both orders have all that is in the file', () => {
    expect(menuGroups(mitigation, 'speed', 'flag swit', known())).toMatchObject([{ rows: [{ measure: 'flag-off' }] }])
    expect(menuGroups(mitigation, 'cause', 'zebra', known())).toEqual([])
    const count = (view: 'speed' | 'cause') =>
      menuGroups(mitigation, view, '', known()).flatMap(group => group.rows).length
    expect(count('speed')).toBe(mitigation.measures.length)
    expect(count('cause')).toBe(mitigation.causes.flatMap(cause => cause.try).length)
  })
})

function Tools() {
  const trees = useOpened('trees')
  const menu = useOpened('mitigation')
  const board = useOpened('board-add')
  return (
    <>
      <TreeDialog opened={trees.opened} onClose={trees.close} />
      <MitigationDialog opened={menu.opened} onClose={menu.close} />
      <ItemDialog opened={board.opened} onClose={board.close} />
    </>
  )
}

const press = (key: string, init = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init })
const dialog = () => within(screen.getByRole('dialog'))

async function toolsWith(command: 'trees' | 'mitigation') {
  const shown = await show(<Tools />)
  shown.cockpit.focus.request(command)
  await waitFor(() => expect(screen.getByRole('dialog').querySelector('[data-opening]')).toBeNull())
  await settle()
  return shown
}

const sent = (calls: readonly { readonly name: string; readonly input: unknown }[], name: string) =>
  calls.filter(call => call.name === name).map(({ input }) => input)

describe('[TR3] facts beside the answers', () => {
  it('stand beside the answer that they speak for, and answer nothing', async () => {
    const { link } = await toolsWith('trees')
    act(() => link.push('deploys', [{ ...deploy(0), at: Date.now() - 12 * 60_000 }]))
    press('1')
    const answers = dialog()
      .getAllByRole('list')
      .find(list => list.querySelector(':scope > li > button')?.textContent?.includes('Yes'))
    const [yes, no] = answers?.querySelectorAll(':scope > li') ?? []
    expect(yes?.textContent).toContain('before it was declared: payments-api: v2.41.0')
    expect(no?.textContent).not.toContain('v2.41.0')
    expect(dialog().getByText('Was there a recent deployment?')).toBeTruthy()
  })

  it('a PagerDuty incident that nobody has acknowledged speaks for no', () => {
    const [row] = cannedBoard(minute(30)).alerts.filter(({ origin, state }) => origin === 'page' && state === 'firing')
    if (row === undefined) throw new Error('The board has no page')
    const page = { connection: row.connection, externalId: row.externalId, title: row.title, service: null, url: null }
    const incident = incidentOf(eventRegistry['page-linked'].draft({ page }, minute(1), ada))
    const speaks = (state: 'firing' | 'acknowledged') =>
      factsFor([{ kind: 'pages' }], known({ incident, alerts: [{ ...row, state }] })).map(fact => fact.speaks)
    expect([speaks('firing'), speaks('acknowledged')]).toEqual([['no'], ['yes']])
  })
})

describe('[TR4] a tree walked by keyboard', () => {
  it('that leads to somebody to page opens that form with whom and the way to it', async () => {
    const { link, cockpit } = await toolsWith('trees')
    press('3')
    press('y')
    press('Enter')
    await settle()
    expect(sent(link.calls, 'trees:record')).toHaveLength(1)
    expect(offerFor(cockpit.focus, 'page-create')).toEqual({
      command: 'page-create',
      who: 'Specialist',
      why: 'Whom does the commander need? → Get a specialist. Is expertise missing? yes',
    })
  })

  it('that leads to an update hands over what it asks for', async () => {
    const { link, cockpit } = await toolsWith('trees')
    press('3')
    for (const _ of ['expertise', 'decision', 'vendor', 'hands']) press('n')
    expect(dialog().getByText('Then: an update, “Tell people how it goes”')).toBeTruthy()
    press('Enter')
    await settle()
    expect(sent(link.calls, 'trees:record')).toHaveLength(1)
    expect(offerFor(cockpit.focus, 'comms')).toMatchObject({ asks: 'Tell people how it goes' })
  })

  it('asks, takes back, and records the path with the result; then the task is filled in', async () => {
    const { link } = await toolsWith('trees')
    press('1')
    expect(dialog().getByText('Was there a recent deployment?')).toBeTruthy()
    press('y')
    expect(dialog().getByText('Was it tested?')).toBeTruthy()
    press('Backspace')
    expect(dialog().getByText('Was there a recent deployment?')).toBeTruthy()
    press('y')
    press('u')
    expect(dialog().getByText('Roll back')).toBeTruthy()
    press('Enter')
    await settle()
    const [recorded] = sent(link.calls, 'trees:record')
    expect(recorded).toMatchObject({
      walk: {
        ...{ tree: 'rollback', result: { id: 'roll-back' } },
        path: [
          { question: 'deployed', answer: 'yes' },
          { question: 'tested', answer: 'unknown' },
        ],
      },
    })
    expect(dialog().getByLabelText<HTMLInputElement>('Text').value).toBe('Roll back the deployment')
  })

  it('a shortcut leads straight to its result, by its digit, and the mouse does the same', async () => {
    const { link } = await toolsWith('trees')
    fireEvent.click(dialog().getByRole('button', { name: /Roll back or fix/ }))
    fireEvent.click(dialog().getByRole('button', { name: /The impact is growing/ }))
    fireEvent.click(dialog().getByRole('button', { name: /Record only/ }))
    await settle()
    expect(sent(link.calls, 'trees:record')).toMatchObject([
      { walk: { path: [{ answer: { shortcut: 'growing', text: 'The impact is growing' } }] } },
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('goes on with the tree that its result names', async () => {
    await toolsWith('trees')
    press('1')
    press('n')
    press('Enter')
    await settle()
    expect(dialog().getByText('What can we do against it?')).toBeTruthy()
  })
})

describe('[MM3] choosing a measure', () => {
  it('Shift+Enter notes an attempt that knows its measure, and stays', async () => {
    const { link } = await toolsWith('mitigation')
    const field = dialog().getByRole('combobox', { name: 'Filter' })
    fireEvent.change(field, { target: { value: 'restart' } })
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })
    await settle()
    expect(sent(link.calls, 'strategy:put')).toMatchObject([
      { item: { kind: 'attempt', text: 'Restart', result: 'pending', measure: 'restart' } },
    ])
    expect(dialog().getByText('tried, result pending')).toBeTruthy()
  })

  it('Enter fills in a task that knows its measure', async () => {
    const { link } = await toolsWith('mitigation')
    const field = dialog().getByRole('combobox', { name: 'Filter' })
    fireEvent.keyDown(field, { key: 'ArrowRight' })
    expect(dialog().getByRole('button', { name: 'By cause', pressed: true })).toBeTruthy()
    fireEvent.keyDown(field, { key: 'ArrowDown' })
    fireEvent.keyDown(field, { key: 'Enter' })
    await settle()
    fireEvent.click(dialog().getByRole('button', { name: /^Add/ }))
    await settle()
    expect(sent(link.calls, 'strategy:put')).toMatchObject([
      { item: { kind: 'task', text: 'Switch the feature flag off', measure: 'flag-off' } },
    ])
  })

  it('what was half typed for the board stays where it was', async () => {
    const { cockpit } = await show(<Tools />)
    cockpit.focus.request('board-add')
    await settle()
    fireEvent.change(dialog().getByLabelText('Text'), { target: { value: 'half typed' } })
    fireEvent.keyDown(dialog().getByLabelText('Text'), { key: 'Escape' })
    cockpit.focus.offer({ command: 'board-add', text: 'Restart', measure: 'restart' })
    await settle()
    expect(dialog().getByLabelText<HTMLInputElement>('Text').value).toBe('Restart')
  })
})

it('[DG7] the menu opens without what went wrong on the board, and leaves nothing of its own there', async () => {
  const { cockpit } = await show(<Tools />)
  const refused = (message: string) => ({ strategy: { kind: 'refused', message } }) as const
  cockpit.faults.setState(refused('decided meanwhile'))
  cockpit.focus.request('mitigation')
  await waitFor(() => expect(dialog().getAllByRole('option').length).toBeGreaterThan(0))
  expect(dialog().queryByText('decided meanwhile')).toBeNull()
  // What the opening still has to do is done: it would take the next fault away too.
  await act(async () => undefined)
  act(() => cockpit.faults.setState(refused('no such task')))
  expect(dialog().getByText('no such task')).toBeTruthy()
  press('Escape')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(cockpit.faults.getState().strategy).toBeUndefined()
})
