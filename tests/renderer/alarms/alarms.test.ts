import { beforeEach, describe, expect, it } from 'vitest'
import { calloutText, callsBetween, loudestLast, stillHolds } from '../../../src/renderer/features/alarms/calls'
import { startAlarms } from '../../../src/renderer/features/alarms/watch'
import { createBrowserSettings } from '../../../src/renderer/stores/browser-settings'
import { createNowStore } from '../../../src/renderer/stores/now-store'
import { createSelectionStore } from '../../../src/renderer/stores/selection-store'
import { anchorClock, createSessionStore } from '../../../src/renderer/stores/session-store'
import type { IncidentSummary } from '../../../src/shared/contract/incidents'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { phaseOf, usualLadder } from '../../../src/shared/domain/ladder'
import { HOUR, MINUTE, type Millis } from '../../../src/shared/lib/time'

const START: Millis = 1_790_000_000_000
const DUE = START + 15 * MINUTE

interface Change extends Partial<IncidentSummary> {
  readonly checkpoint?: Millis | null
  readonly update?: Millis | null
}

function incident({ checkpoint = DUE, update = null, ...change }: Change = {}): IncidentSummary {
  return {
    id: 'one' as IncidentId,
    title: 'Cards fail',
    severity: 'SEV-1',
    status: 'investigating',
    drill: false,
    declaredAt: START,
    ic: null,
    deadlines: [
      ...(checkpoint === null ? [] : [{ kind: 'checkpoint' as const, dueAt: checkpoint }]),
      ...(update === null ? [] : [{ kind: 'update' as const, dueAt: update }]),
    ],
    ...change,
  }
}

function stage(first: readonly IncidentSummary[] = [incident()]) {
  const session = createSessionStore(null)
  session.setState({ clock: anchorClock({ now: START, rate: 1 }) })
  const now = createNowStore(session)
  now.setState({ now: START })
  const selection = createSelectionStore()
  selection.setState({ incidents: first })
  const screen = createBrowserSettings()
  const heard: string[] = []
  const said: string[] = []
  const noticed: string[] = []
  const stop = startAlarms({
    ...{ session, now, selection, screen },
    play: sound => heard.push(sound),
    say: call => said.push(calloutText(call)),
    notify: call => noticed.push(calloutText(call)),
  })
  const at = (instant: Millis) => now.setState({ now: instant })
  /** Each second from the last look to `end`. */
  const runTo = (end: Millis) => {
    for (let instant = now.getState().now + 1_000; instant <= end; instant += 1_000) at(instant)
  }
  at(START + 1)
  return { session, selection, screen, heard, said, noticed, stop, at, runTo }
}

let run: ReturnType<typeof stage>
beforeEach(() => {
  run = stage()
  run.screen.change({ callOuts: 'off' })
})

describe('the alarms of a screen', () => {
  it('[SO1] turns amber five minutes before, and is silent until it is due', () => {
    expect([5 * MINUTE + 1, 5 * MINUTE, 1, 0].map(left => phaseOf(usualLadder, left))).toEqual([
      'calm',
      'soon',
      'soon',
      'due',
    ])
    run.runTo(DUE - 1_000)
    expect(run.heard).toEqual([])
  })

  it('[SO2] calls softly once, then louder, three times at most', () => {
    run.runTo(DUE + 1_000)
    expect(run.heard).toEqual(['soft'])
    run.runTo(DUE + 59_000)
    expect(run.heard).toEqual(['soft'])
    run.runTo(DUE + 3 * 60 * MINUTE)
    expect(run.heard).toEqual(['soft', 'loud', 'loud', 'loud'])
    expect(run.said).toEqual([
      'Checkpoint due',
      'Checkpoint overdue by 1 min',
      'Checkpoint overdue by 3 min',
      'Checkpoint overdue by 5 min',
    ])
    expect(run.noticed).toEqual(run.said)
  })

  it('[SO2] calls an incident of the lowest severity once, softly', () => {
    run.selection.setState({ incidents: [incident({ severity: 'SEV-4' })] })
    run.runTo(DUE + 3 * 60 * MINUTE)
    expect(run.heard).toEqual(['soft'])
  })

  it.each([
    ['held', { checkpoint: DUE + 15 * MINUTE }],
    ['ended', { checkpoint: null }],
    ['resolved', { status: 'resolved' }],
  ] as const)('[SO2] is quiet once it is %s', (_, change) => {
    run.runTo(DUE + 30_000)
    run.selection.setState({ incidents: [incident(change)] })
    run.runTo(DUE + 14 * MINUTE)
    expect(run.heard).toEqual(['soft'])
  })

  it('[SO2] begins softly again with the next deadline', () => {
    run.runTo(DUE + 2 * MINUTE)
    run.selection.setState({ incidents: [incident({ checkpoint: DUE + 15 * MINUTE })] })
    run.runTo(DUE + 15 * MINUTE + 1_000)
    expect(run.heard).toEqual(['soft', 'loud', 'soft'])
  })

  it('[SO3] does not call out what was due before it looked', () => {
    const late = stage([incident({ checkpoint: START - 30_000 })])
    late.runTo(START + 20_000)
    expect(late.heard).toEqual([])
    late.runTo(START + 40_000)
    expect(late.heard).toEqual(['loud'])
  })

  it('[SO3] wakes with one call, however long the computer slept', () => {
    run.at(DUE + 4 * 60 * MINUTE)
    expect(run.heard).toEqual(['loud'])
    expect(run.said).toEqual(['Checkpoint overdue by 5 min'])
  })

  it('[SO3] leaves the past of another world alone', () => {
    run.session.setState({ world: { kind: 'real' }, clock: null })
    run.at(DUE + MINUTE)
    run.session.setState({ clock: anchorClock({ now: DUE + 10 * MINUTE, rate: 1 }) })
    run.at(DUE + 10 * MINUTE)
    run.at(DUE + 11 * MINUTE)
    expect(run.said).toEqual([])
  })

  it('[SO4] is heard once where several fall together, and says them all', () => {
    run.selection.setState({
      incidents: [incident(), incident({ id: 'two' as IncidentId, checkpoint: null, update: DUE - MINUTE })],
    })
    run.runTo(DUE - 30_000)
    run.at(DUE + 5_000)
    expect(run.heard).toEqual(['soft', 'loud'])
    expect(run.said).toEqual(['Customer update due', 'Checkpoint due', 'Customer update overdue by 1 min'])
  })

  it('[SO5] calls out 10, 20 and 30 minutes of an incident, unless that is off', () => {
    run.screen.change({ callOuts: 'on' })
    run.selection.setState({ incidents: [incident({ checkpoint: null })] })
    run.runTo(START + 25 * MINUTE)
    run.screen.change({ callOuts: 'off' })
    run.runTo(START + 60 * MINUTE)
    expect(run.heard).toEqual(['elapsed', 'elapsed'])
    expect(run.said).toEqual(['10 min into the incident', '20 min into the incident'])
  })

  it('[SO6] says all and sounds nothing while it is mute', () => {
    run.screen.change({ sound: 'off' })
    run.runTo(DUE + 2 * MINUTE)
    expect(run.heard).toEqual([])
    expect(run.said).toEqual(['Checkpoint due', 'Checkpoint overdue by 1 min'])
    run.screen.change({ sound: 'on' })
    run.runTo(DUE + 4 * MINUTE)
    expect(run.heard).toEqual(['loud'])
  })

  /** The engine reads its clock, which is steady where nobody sets it. */
  const reads = (now: Millis, steady: Millis) =>
    run.session.setState({ link: 'open', clock: anchorClock({ now, rate: 1, steady }) })

  it('[CW7] is silent about what fell due because the clock was set forward, and marks the next', () => {
    reads(START + 2_000, 2_000)
    run.at(START + HOUR)
    expect(run.said).toEqual([])
    reads(START + HOUR + 2_000, 4_000)
    run.runTo(START + HOUR + MINUTE)
    expect(run.said).toEqual([])
    run.selection.setState({ incidents: [incident({ checkpoint: START + HOUR + 2 * MINUTE })] })
    run.runTo(START + HOUR + 3 * MINUTE - 1)
    expect(run.said).toEqual(['Checkpoint due'])
  })

  it('[CW7] [SO3] calls out after a sleep as soon as the engine says that it was one', () => {
    reads(START + 2_000, 2_000)
    run.at(START + HOUR)
    expect(run.said).toEqual([])
    reads(START + HOUR + 1_000, HOUR + 1_000)
    expect(run.said).toEqual(['Checkpoint overdue by 5 min'])
  })

  it('[CW7] calls out after a sleep where the engine is not heard', () => {
    reads(START + 2_000, 2_000)
    run.at(START + HOUR)
    run.session.setState({ link: 'lost' })
    expect(run.said).toEqual(['Checkpoint overdue by 5 min'])
  })

  it('[CW7] [SO3] calls out what fell due while the engine’s computer was started anew', () => {
    reads(START + 2_000, HOUR)
    run.at(START + HOUR)
    reads(START + HOUR + 1_000, 3 * MINUTE)
    expect(run.said).toEqual(['Checkpoint overdue by 5 min'])
  })

  it('[CW7] calls nothing out twice where the clock was set back', () => {
    reads(START + 2_000, 2_000)
    run.runTo(DUE + 1_000)
    expect(run.said).toEqual(['Checkpoint due'])
    reads(START + 2_000, 15 * MINUTE)
    run.at(START + 3_000)
    run.runTo(DUE + 1_000)
    expect(run.said).toEqual(['Checkpoint due'])
  })

  it('is over when it is stopped', () => {
    run.stop()
    run.runTo(DUE + MINUTE)
    expect(run.said).toEqual([])
  })
})

it('a summary that an earlier version kept, without deadlines, calls out nothing but its age', () => {
  const { deadlines: _, ...old } = incident()
  expect(callsBetween([old], START, START + 24 * 60 * MINUTE).map(({ about }) => about)).toEqual(['elapsed'])
})

it('[SO4] knows the loudest', () => {
  const calls = callsBetween([incident({ update: DUE - MINUTE })], START, DUE)
  expect(loudestLast(calls).map(({ sound }) => sound)).toEqual(['elapsed', 'soft', 'loud'])
})

describe('[SO2] what was called out is said no longer', () => {
  const [overdue] = callsBetween([incident()], DUE + 2 * MINUTE, DUE + 3 * MINUTE)
  if (overdue === undefined) throw new Error('Nothing was called out')

  it.each([
    ['once it was held, and the next is due later', [incident({ checkpoint: DUE + 18 * MINUTE })]],
    ['once none is due any more', [incident({ checkpoint: null })]],
    ['where only another kind is due at that time', [incident({ checkpoint: null, update: DUE })]],
    ['once the incident is resolved', [incident({ status: 'resolved' })]],
    ['once the incident is gone', []],
  ])('%s', (_, incidents) => expect(stillHolds(overdue, incidents)).toBe(false))

  it('and while it is still overdue it is', () => {
    expect(stillHolds(overdue, [incident({ severity: 'SEV-3' })])).toBe(true)
  })

  it('an elapsed time stays true as long as the incident lasts', () => {
    const [elapsed] = callsBetween([incident({ checkpoint: null })], START, START + 10 * MINUTE)
    expect(elapsed && stillHolds(elapsed, [incident({ checkpoint: null })])).toBe(true)
  })
})

it('[SO2] whoever has to do it is not told to ask themselves', () => {
  const incident = { id: 'i', title: 'Cards fail', severity: 'SEV-1', status: 'investigating' } as never
  const call = { about: 'objection', sound: 'soft', incident, at: 0, after: 0, who: 'root' } as const
  expect(calloutText(call, 'Priya')).toBe('Decision due: ask root')
  expect(calloutText(call, 'root')).toBe('Decision due: yours to do')
})
