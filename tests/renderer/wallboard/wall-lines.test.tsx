import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { IncidentBoard } from '../../../src/renderer/features/wallboard/incident-board'
import { Wallboard } from '../../../src/renderer/features/wallboard/wallboard'
import type { EventId } from '../../../src/shared/domain/ids'
import { eventRegistry } from '../../../src/shared/events/registry'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { ada, declared, engineItself, minute, recordOf } from '../../support/folded-incident'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)

const wall = () => screen.getByRole('main', { name: 'Wallboard' })
/** Lines of the wall that begin with these words, as they are drawn. */
const lines = (start: RegExp) => screen.queryAllByText(start).map(({ textContent }) => textContent)

const shownWall = () => show(<Wallboard onLeave={() => undefined} />)

const later = async ({ link }: Shown, span: number) => {
  act(() => link.push('clock', { now: Date.now() + span, rate: 1 }))
  await settle()
}

describe('[GT4] the gate on the wall', () => {
  const monitored = async () => {
    const shown = await shownWall()
    const { link, incident } = shown
    const judged = async (green: number, until: number | null) => {
      const criteria = ['a', 'b', 'c'].map((id, at) => ({
        ...{ id, group: 'health' as const, text: id, evidence: [], until: null },
        state: at < green ? ('green' as const) : ('red' as const),
      }))
      act(() => link.push('gates', [{ incident, criteria, green, until }]))
      await settle()
    }
    await judged(1, null)
    const monitor = () => link.call('incident:change-status', { incident, to: 'monitoring', reason: '' })
    return { judged, monitor }
  }

  it('is there once the incident is monitored, with how long what takes time still takes', async () => {
    const { judged, monitor } = await monitored()
    expect(lines(/^Gate/)).toEqual([])
    await act(monitor)
    await settle()
    expect(lines(/^Gate/)).toEqual(['Gate 1 of 3'])
    await judged(2, Date.now() + 27.9 * MINUTE)
    expect(lines(/^Gate/)).toEqual(['Gate 2 of 3 · in 27 min'])
    await judged(3, null)
    expect(lines(/^Gate/)).toEqual(['Gate 3 of 3'])
  })
})

describe('[RT3] a target on the wall', () => {
  it('is there once it is overdue: the one that is overdue the longest', async () => {
    const shown = await shownWall()
    await later(shown, 29 * MINUTE)
    expect(lines(/overdue by/)).toEqual([])
    await later(shown, 41.5 * MINUTE)
    expect(lines(/^No (first response|commander), overdue/)).toEqual([expect.stringMatching(/overdue by 11:\d\d$/)])
    await act(async () => {
      const { link, incident } = shown
      await link.call('roles:assign', { incident, role: 'ic', name: 'Ada' })
    })
    await settle()
    expect(lines(/^No commander, overdue/)).toEqual([])
  })
})

describe('[FT1] a commander of many hours', () => {
  const commanding = async (deputy?: string) => {
    const shown = await shownWall()
    const { link, incident } = shown
    await act(async () => {
      await link.call('roles:assign', { incident, role: 'ic', name: 'Ada' })
      if (deputy !== undefined) await link.call('roles:deputise', { incident, role: 'ic', name: deputy })
    })
    await settle()
    return shown
  }

  it('is asked on the wall too, with the deputy’s name first', async () => {
    const shown = await commanding('Bo')
    await later(shown, 3.9 * HOUR)
    expect(wall().textContent).not.toMatch(/in command/)
    await later(shown, 4.1 * HOUR)
    expect(lines(/in command/)).toEqual(['Hand over to Bo? Ada in command for 4 h'])
    await later(shown, 6.1 * HOUR)
    expect(lines(/in command/)).toEqual(['Hand over to Bo now: Ada in command for 6 h'])
  })

  it('without a deputy is asked all the same', async () => {
    await later(await commanding(), 4.1 * HOUR)
    expect(lines(/in command/)).toEqual(['Ada in command for 4 h: hand over?'])
  })
})

describe('[DN12] machines that disagree, on the wall', () => {
  const claim = (value: 'SEV-1' | 'SEV-2') => ({
    ...{ event: value as string as EventId, stamp: { origin: value, counter: 1 }, at: minute(1), by: ada, value },
  })

  it('is the line above the others until a person settles it', async () => {
    const record = recordOf([
      declared(),
      eventRegistry['status-changed'].draft(
        { from: 'investigating', to: 'identified', reason: 'the pool' },
        minute(1),
        engineItself,
      ),
    ])
    const { incident } = record
    const claims = { ...incident.claims, severity: [claim('SEV-1'), claim('SEV-2')] }
    await show(<IncidentBoard record={record} now={minute(300)} halved={false} />)
    expect(lines(/^Set differently/)).toEqual([])
    cleanup()
    const disagreeing = { ...record, incident: { ...incident, claims } }
    await show(<IncidentBoard record={disagreeing} now={minute(300)} halved={false} />)
    const [line] = screen.getAllByText('Set differently on two machines: severity')
    expect(line?.nextElementSibling?.tagName).toBe('OL')
  })
})
