import { describe, expect, it } from 'vitest'
import { watchDeadlines } from '../../../src/main/engine/clock/deadline-watch'
import { deadlineKinds, runningDeadlines } from '../../../src/shared/domain/deadlines'
import type { Incident } from '../../../src/shared/domain/incident'
import { phaseOf } from '../../../src/shared/domain/ladder'
import { HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'
import { assigned, declared, minute, recordOf } from '../../support/folded-incident'
import { handClock } from '../../support/hand-clock'
import { seeded } from '../../support/seeded'

const dueAt = minute(20)
const { incident } = recordOf([declared(), assigned(0, 'ic', 'Ada')])

/** An incident in which a clock of every kind runs, all until the same minute. */
const ofEveryKind = {
  ...incident,
  method: { ...incident.method, rules: { ...incident.method?.rules, command: { ask: 20, insist: 20 } } },
  checkpoint: { ...incident.checkpoint, state: 'waiting', id: 'checkpoint', dueAt },
  nextUpdateDueAt: dueAt,
  promisedTo: { colleagues: dueAt },
  tasks: [{ id: 'task', text: 'roll back', owner: null, dueAt, state: 'open' }],
  crew: { ...incident.crew, teams: [{ id: 'team', name: 'Database', lead: null }] },
  leadReports: [{ team: 'team', firstAt: dueAt, reports: [] }],
  decisions: [
    { id: 'proposed', text: 'fail over', state: 'proposed', objectBy: dueAt, revisit: null, called: null },
    { id: 'decided', text: 'wait', state: 'decided', objectBy: null, revisit: { at: dueAt }, called: null },
  ],
  overlap: {
    transfer: 'transfer',
    giver: { name: 'Bo' },
    to: incident.roles.ic?.responder,
    until: dueAt,
    endedAt: null,
  },
  targets: { acknowledged: dueAt, responded: dueAt, engaged: dueAt },
  timesKept: {},
} as unknown as Incident

const running = runningDeadlines(ofEveryKind)
/** [RT3] A commander has a minute more. */
const ALL_CALLED = 2 * MINUTE

/** The watch on a clock and an uptime that move as a test says. */
function watched() {
  const clock = handClock(minute(1))
  const calls: { readonly what: string; readonly at: number }[] = []
  let up = 5 * HOUR
  const watch = watchDeadlines(
    clock,
    title => calls.push({ what: title, at: clock.now() }),
    () => up,
  )
  watch.watch(ofEveryKind)
  return {
    ...{ clock, calls, again: () => watch.watch(ofEveryKind) },
    /** Both go on, second by second. */
    pass: (span: number) => {
      for (let left = span; left > 0; left -= SECOND) {
        up += SECOND
        clock.advance(SECOND)
      }
    },
    sleep: (span: number) => {
      up += span
      clock.sleep(span)
    },
    /** What waits looks at the clock again within half a minute. */
    set: (by: number) => {
      clock.set(clock.now() + by)
      clock.advance(0)
    },
    marked: () => running.filter(({ ladder, dueAt: at }) => phaseOf(ladder, at - clock.now()) === 'due').length,
  }
}

describe('[CW7] a clock of every kind', () => {
  it('is among those that are tried here', () => {
    expect(new Set(running.map(({ kind }) => kind))).toEqual(new Set(deadlineKinds))
  })

  it('is called once when its time comes', () => {
    const { pass, calls, marked } = watched()
    pass(19 * MINUTE + ALL_CALLED)
    expect(calls).toHaveLength(running.length)
    expect(marked()).toBe(running.length)
    pass(HOUR)
    expect(calls).toHaveLength(running.length)
  })

  it('is marked and not called where the computer’s clock was set forward past it', () => {
    const { pass, set, calls, marked } = watched()
    pass(MINUTE)
    set(HOUR)
    expect(marked()).toBe(running.length)
    pass(HOUR)
    expect(calls).toEqual([])
  })

  it('is called where the clock was corrected by a second', () => {
    const { pass, set, calls } = watched()
    pass(19 * MINUTE - SECOND)
    set(SECOND)
    pass(ALL_CALLED)
    expect(calls).toHaveLength(running.length)
  })

  it('is called where a time server corrected half a second each minute', () => {
    const { pass, set, calls } = watched()
    for (let at = 0; at < 19; at += 1) {
      pass(MINUTE - SECOND / 2)
      set(SECOND / 2)
    }
    pass(ALL_CALLED)
    expect(calls).toHaveLength(running.length)
  })

  it('waits anew where the clock was set back, and is called then', () => {
    const { pass, set, calls, marked } = watched()
    pass(MINUTE)
    set(-HOUR)
    pass(HOUR)
    expect([calls.length, marked()]).toEqual([0, 0])
    pass(18 * MINUTE + ALL_CALLED)
    expect(calls).toHaveLength(running.length)
  })

  it('is called once after a sleep', () => {
    const { pass, sleep, calls, marked } = watched()
    sleep(HOUR)
    expect(calls).toHaveLength(running.length)
    expect(marked()).toBe(running.length)
    pass(HOUR)
    expect(calls).toHaveLength(running.length)
  })

  it('is never called early or twice, whatever the clock does and whenever the incident changes', () => {
    for (let run = 1; run <= 100; run += 1) {
      const random = seeded(run)
      const { pass, sleep, set, again, clock, calls } = watched()
      const acts = [
        () => pass(Math.ceil(random() * 600) * SECOND),
        () => sleep(random() * HOUR),
        () => set(random() * HOUR),
        () => set(-random() * HOUR),
        again,
      ]
      for (let turn = 0; turn < 30; turn += 1) acts[Math.floor(random() * acts.length)]?.()
      expect(calls.length, `seed ${run}`).toBeLessThanOrEqual(running.length)
      for (const { at } of calls) expect(at, `seed ${run}`).toBeGreaterThanOrEqual(dueAt)
      expect(clock.now()).toBeGreaterThan(0)
    }
  })
})
