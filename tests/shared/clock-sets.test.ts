import { describe, expect, it } from 'vitest'
import { pausedUntil } from '../../src/shared/domain/checkpoint'
import { sinceBy } from '../../src/shared/domain/clock-sets'
import type { CheckpointId } from '../../src/shared/domain/ids'
import { eventRegistry as events } from '../../src/shared/events/registry'
import { MINUTE } from '../../src/shared/lib/time'
import { ada, armed, declared, engineItself, minute, recordOf } from '../support/folded-incident'

const set = (at: number, by: number) => events['clock-set'].draft({ by: by * MINUTE }, minute(at), engineItself)

describe('[CW8] a time before the clock was set', () => {
  it('is as far back as time has passed since, and never after the clock was set', () => {
    expect(sinceBy(minute(10), [{ at: minute(60), by: 40 * MINUTE }])).toBe(minute(50))
    expect(sinceBy(minute(55), [{ at: minute(60), by: 40 * MINUTE }])).toBe(minute(60))
    expect(sinceBy(minute(70), [{ at: minute(60), by: 40 * MINUTE }])).toBe(minute(70))
    expect(sinceBy(minute(70), [{ at: minute(60), by: -40 * MINUTE }])).toBe(minute(70))
    expect(sinceBy(minute(50), [{ at: minute(60), by: -40 * MINUTE }])).toBe(minute(50))
    const there = { at: minute(70), by: 60 * MINUTE }
    const back = { at: minute(11), by: -60 * MINUTE }
    expect(sinceBy(minute(2), [there, back])).toBe(minute(2))
    expect(sinceBy(minute(30), [there, back])).toBe(minute(30))
  })
})

describe('[CW9] a pause of the checkpoint', () => {
  const paused = () => {
    const { checkpoint } = recordOf([declared(), armed(1, 15)]).incident
    if (checkpoint.state === 'off') throw new Error('There is no checkpoint')
    const body = { checkpoint: checkpoint.id as CheckpointId, was: checkpoint.dueAt, reason: 'waiting for the vendor' }
    const times = { dueAt: minute(45), pausedUntil: minute(40) }
    return [declared(), armed(1, 15), events['checkpoint-postponed'].draft({ ...body, ...times }, minute(5), ada)]
  }
  const checkpointAfter = (...more: Parameters<typeof recordOf>[0]) =>
    recordOf([...paused(), ...more]).incident.checkpoint

  it('lasts as long as it was to last, whichever way the clock is set', () => {
    expect(checkpointAfter(set(70, 60))).toMatchObject({ dueAt: minute(105), postponed: { pausedUntil: minute(100) } })
    expect(pausedUntil(checkpointAfter(set(70, 60)), minute(70))).toBe(minute(100))
    expect(checkpointAfter(set(-52, -60))).toMatchObject({
      dueAt: minute(-15),
      postponed: { pausedUntil: minute(-20) },
    })
  })

  it('that was over by then stays over', () => {
    expect(checkpointAfter(set(120, 60))).toMatchObject({ dueAt: minute(45), postponed: { pausedUntil: minute(40) } })
  })

  it('goes by the clock of the machine on which it was paused, and no other', () => {
    const setOn = (setBy: string) => {
      const machines = ['a', 'a', 'a', setBy]
      const stamped = [...paused(), set(70, 60)].map((draft, n) => {
        const origin = machines[n] ?? ''
        const counter = machines.slice(0, n + 1).filter(one => one === origin).length
        return { ...draft, stamp: { ms: draft.at, n: 0, origin, counter, seen: { a: 3 } } }
      })
      return recordOf(stamped).incident
    }
    expect(setOn('a')).toMatchObject({ checkpoint: { dueAt: minute(105), postponed: { pausedUntil: minute(100) } } })
    expect(setOn('b')).toMatchObject({ checkpoint: { dueAt: minute(45), postponed: { pausedUntil: minute(40) } } })
    // It is in the log all the same.
    for (const setBy of ['a', 'b']) expect(setOn(setBy).clockSets).toHaveLength(1)
  })
})
