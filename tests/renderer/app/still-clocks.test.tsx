import { screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CheckpointPane } from '../../../src/renderer/features/checkpoint/checkpoint-pane'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { Figures } from '../../../src/renderer/features/incident-bar/figures'
import { WallboardClocks } from '../../../src/renderer/features/wallboard/clocks'
import { useNow, useRecord } from '../../../src/renderer/stores/cockpit'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const engine = { kind: 'engine' } as const

function Screens() {
  const incident = useRecord(record => record.incident)
  const now = useNow()
  if (incident === undefined) return null
  return (
    <>
      <div data-testid="bar">
        <Figures incident={incident} />
      </div>
      <div data-testid="wall">
        <WallboardClocks incident={incident} now={now} />
      </div>
      <div data-testid="checkpoint">
        <CheckpointPane />
      </div>
      <div data-testid="comms">
        <CommsPane />
      </div>
    </>
  )
}

async function staged(...drafts: readonly EventDraft[]) {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  link.log.append(incident, drafts, Date.now())
  await stage(<Screens />, link)
  await waitFor(() => expect(screen.getByTestId('bar')).toBeTruthy())
  const resolve = () => act(() => link.call('incident:change-status', { incident, to: 'resolved', reason: '' }))
  return { resolve, text: (name: string) => screen.getByTestId(name).textContent }
}

describe('[CP6] a clock that stands still', () => {
  it('says on every screen that the incident is resolved', async () => {
    const { resolve, text } = await staged()
    await resolve()
    await waitFor(() => expect(text('bar')).toMatch(/Next checkpoint–resolved, none due/))
    expect(text('bar')).toMatch(/Customer update–resolved, none due/)
    expect(text('wall')).toMatch(/Next checkpoint–resolved, none due/)
    expect(text('checkpoint')).toContain('No checkpoint is due: the incident is resolved.')
    expect(text('comms')).toContain('resolved, none due')
  })

  it('says that no update is promised, beside a checkpoint that is due', async () => {
    const { text } = await staged(kinds['update-promised'].draft({ dueAt: null }, Date.now(), engine))
    await waitFor(() => expect(text('bar')).toMatch(/Customer update–none promised/))
    expect(text('wall')).toMatch(/Customer update–none promised/)
    expect(text('comms')).toContain('none promised')
    expect(text('bar')).toMatch(/Next checkpoint\d\d:\d\ddue/)
    expect(text('checkpoint')).toMatch(/\d\d:\d\ddue/)
  })
})
