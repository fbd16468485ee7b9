import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Dialogs } from '../../../src/renderer/app/dialogs'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { LayoutsContext } from '../../../src/renderer/app/layouts/use-layouts'
import { parts } from '../../../src/renderer/app/parts'
import type { CommandId } from '../../../src/renderer/commands/command-list'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { Wallboard } from '../../../src/renderer/features/wallboard/wallboard'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Proposal } from '../../../src/shared/domain/proposal'
import type { EventDraft } from '../../../src/shared/events/define'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { fullAnswers } from '../../support/folded-incident'
import { type Shown, settle, show } from '../../support/shown'
import { longStory } from './long-story'
import { dataIn, unmarked } from './unmarked'

vi.mock('../../../src/shared/texts/texts', async () => {
  const english = await import('../../../src/shared/texts/english')
  const { marked } = await import('./marked')
  return { texts: marked(english) }
})

afterEach(cleanup)

const windows = { open: () => false, isOwn: () => false, ask: () => undefined }

function Screen({ children }: { readonly children?: ReactNode }) {
  const [layouts] = useState(() => createLayouts({ stored: nothingStored, windows, notify: () => undefined }))
  return (
    <LayoutsContext value={layouts}>
      {children}
      <Dialogs layouts={layouts} />
    </LayoutsContext>
  )
}

const board = cannedBoard(Date.now())
const saidInRoom: Proposal = {
  ...{ id: 'slack:C1:1.1', connection: 'sl' as ConnectionId, channel: 'C1', author: 'Mei Tanaka' },
  ...{ text: 'db-2 is full', at: Date.now(), pinned: false, shared: true },
}

/** Everything that the engine told this screen, and what people wrote: none of it is a text of ours. */
async function showAll(
  children: ReactNode,
  story: readonly EventDraft[],
): Promise<Shown & { readonly data: () => Promise<readonly string[]> }> {
  const told: Promise<unknown>[] = []
  const shown = await show(<Screen>{children}</Screen>, link => {
    for (const incident of link.log.incidents()) link.log.append(incident, story, Date.now())
    const call = link.call.bind(link)
    link.call = (...asked) => {
      const answer = call(...asked)
      told.push(answer)
      return answer
    }
  })
  const data = async () => [
    ...dataIn([
      board,
      saidInRoom,
      await Promise.all(told),
      shown.cockpit.session.getState(),
      shown.cockpit.incident.getState(),
    ]),
    ...Object.values(fullAnswers),
    // Whoever sits here and who wrote, in short; how a service's neighbours are typed.
    ...['AP', 'AL', 'Quarterdeck', 'Quarte', 'checkout: payments-api, payments-db'],
    // What the templates of a war room are filled with.
    ...['Card payments are failing', 'We are investigating failed card payments.', 'Next update within the hour.'],
    ...Intl.supportedValuesOf('timeZone').map(name => name.replaceAll('_', ' ')),
  ]
  return { ...shown, data }
}

function fill({ link }: Shown): void {
  const { feeds, alerts, panels, pages, deploys } = board
  act(() => {
    link.push('feeds', feeds)
    link.push('alerts', cannedAlerts(alerts))
    link.push('panels', panels)
    link.push('pages', pages)
    link.push('deploys', deploys)
    link.push('proposals', [saidInRoom])
  })
}

const screens: Readonly<Record<string, ReactNode>> = {
  ...Object.fromEntries(Object.entries(parts.panes).map(([name, Part]) => [name, <Part key={name} />])),
  timeline: <TimelinePane />,
  'incident bar': <IncidentBar />,
  wall: <Wallboard onLeave={() => undefined} />,
}

/** What a key opens within a pane or the bar. */
const within: Readonly<Record<string, readonly CommandId[]>> = {
  alerts: ['alert-filter', 'alert-columns', 'noise'],
  checkpoint: ['checkpoint', 'postpone'],
  comms: ['comms'],
  'incident bar': ['severity', 'status', 'impact'],
  roles: ['assign', 'roll-call', 'crew-add'],
  timeline: ['find', 'jump', 'proposals'],
}

const dialogs: readonly CommandId[] = [
  ...['declare', 'connections', 'panels', 'rules', 'incidents', 'me', 'layouts', 'settings', 'keys', 'palette'],
  ...['outbox', 'chat-open', 'chat-post', 'dependencies', 'page-create', 'status-page', 'maintenance', 'postmortem'],
] as const

describe('what a screen says comes out of the catalogue', () => {
  it.each(Object.entries(screens))('in the %s, empty and full', async (_, part) => {
    const empty = await showAll(part, [])
    expect(document.body.textContent).toContain('⟪')
    expect(unmarked(document.body, await empty.data())).toEqual([])
    cleanup()
    const full = await showAll(part, longStory)
    fill(full)
    await settle()
    expect(unmarked(document.body, await full.data())).toEqual([])
  })

  const opened: readonly (readonly [CommandId, ReactNode])[] = [
    ...dialogs.map(place => [place, null] as const),
    ...Object.entries(within).flatMap(([part, places]) => places.map(place => [place, screens[part]] as const)),
  ]
  it.each(opened)('where a key asks for "%s"', async (place, part) => {
    const shown = await showAll(part, longStory)
    fill(shown)
    await settle()
    // The code of what is rarely there comes a moment later.
    await waitFor(() => act(async () => expect(shown.cockpit.focus.request(place)).toBe(true)))
    await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull())
    await settle()
    expect(unmarked(document.body, await shown.data())).toEqual([])
  })

  it('on the card of each role', async () => {
    const shown = await showAll(screens.roles, longStory)
    const cards = document.querySelectorAll('[data-role-card]').length
    fireEvent.click(document.querySelector('[data-role-card]') ?? document.body)
    await waitFor(() => expect(document.querySelector('[role="dialog"] [role="checkbox"]')).not.toBeNull())
    for (let card = 0; card < cards; card += 1) {
      expect(unmarked(document.body, await shown.data())).toEqual([])
      const step = document.querySelector('[role="dialog"] [role="checkbox"]')
      fireEvent.keyDown(step ?? document.body, { key: 'ArrowRight' })
    }
  })
})

it('a text of its own would be found, wherever a person meets it, and one that is not filled in', () => {
  render(
    <p title="Heard" data-known="nobody reads it">
      ⟪Known <b>too</b>⟫ Read <i>{'⟪{count} lines⟫'}</i>
    </p>,
  )
  expect(unmarked(document.body, [])).toEqual(['Heard', 'Read', '⟪{count} lines⟫'])
})
