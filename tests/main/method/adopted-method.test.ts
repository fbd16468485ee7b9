import { describe, expect, it } from 'vitest'
import { adoptable, methodQueries } from '../../../src/main/engine/method/method-store'
import { type Cadence, defaultCadence } from '../../../src/shared/domain/cadence'
import { deadlinesOf } from '../../../src/shared/domain/deadlines'
import {
  checkpointSpan,
  firstCheckpointSpan,
  firstUpdateSpan,
  updateSpan,
} from '../../../src/shared/domain/method/method-rules'
import { type Severity, severities } from '../../../src/shared/domain/severity'
import { answersOfFixed } from '../../../src/shared/events/checkpoint-held'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { commandBench } from '../../support/engine-parts'
import * as story from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { shippedMethod, shippedRules } from '../../support/shipped-method'

const view = shippedMethod().current()
const answers = answersOfFixed({ tried: '', trying: '', rollbackPlan: '', morePeople: '', stillImpacted: '' })
const faster: Cadence = {
  checkpointMinutes: { 'SEV-1': 10, 'SEV-2': 10, 'SEV-3': 10, 'SEV-4': 60 },
  firstUpdateMinutes: { 'SEV-1': 3, 'SEV-2': 10, 'SEV-3': 30, 'SEV-4': null },
  updateMinutes: { 'SEV-1': 15, 'SEV-2': 30, 'SEV-3': 60, 'SEV-4': null },
}

function declared(severity: Severity) {
  let method = shippedRules
  const bench = commandBench(scratchFolder(), { method: () => method })
  const incident = () => {
    const record = bench.ledger.record(bench.incident)
    if (record === null) throw new Error('It was not declared')
    return record.incident
  }
  const run: typeof bench.run = (name, input) => {
    const reply = bench.run(name, input)
    expect(reply).toMatchObject({ ok: true })
    return reply
  }
  run('incident:declare', { title: 'Cards fail', severity, impact: '' })
  const hold = () => {
    const { checkpoint } = incident()
    if (checkpoint.state === 'off') throw new Error('No checkpoint is armed')
    run('checkpoint:hold', { checkpoint: checkpoint.id, answers, verdict: 'continue' })
  }
  const change = (to: typeof method) => {
    method = to
  }
  return { ...bench, attempt: bench.run, run, incident, hold, change }
}

describe('the method that ships, by severity', () => {
  // Minutes: first checkpoint, next, after two hours, first customer update, next.
  it.each<[Severity, readonly (number | null)[]]>([
    ['SEV-1', [15, 15, 30, 5, 30]],
    ['SEV-2', [15, 15, 30, 30, 60]],
    ['SEV-3', [15, 30, 30, 60, 120]],
    ['SEV-4', [null, null, null, 0, null]],
  ])('[CP1] [CP2] [UP1] [UP2] of a %s', (severity, minutes) => {
    const incident = { method: shippedRules }
    const spans = [
      firstCheckpointSpan(incident, severity),
      checkpointSpan(incident, severity, 2 * HOUR - 1, defaultCadence),
      checkpointSpan(incident, severity, 2 * HOUR, defaultCadence),
      firstUpdateSpan(incident, severity, defaultCadence),
      updateSpan(incident, severity, defaultCadence),
    ]
    expect(spans.map(span => (span === null ? null : span / MINUTE))).toEqual(minutes)
  })

  it.each<[Severity, readonly (number | null)[]]>([
    ['SEV-1', [5, 10, 0, 30]],
    ['SEV-2', [15, 30, 30, 30]],
    ['SEV-3', [30, 60, 120, 30]],
    ['SEV-4', [120, 240, null, 30]],
  ])('has targets and the stability of a %s', (severity, minutes) => {
    const { acknowledge, firstResponse, commander, stable } = shippedRules.rules.levels[severity]
    expect([acknowledge, firstResponse, commander, stable]).toEqual(minutes)
  })

  it('is a few kB in the log', () => {
    expect(JSON.stringify(shippedRules).length).toBeLessThan(6_000)
  })
})

describe('an incident and its method', () => {
  it.each(severities)('[MA1] a %s is declared with the rules that it is run by', severity => {
    const { incident, clock } = declared(severity)
    expect(incident().method).toEqual(shippedRules)
    const dueAt = (minutes: number | null) => (minutes === null ? null : clock.now() + minutes * MINUTE)
    const { firstCheckpoint, firstUpdate, firstResponse, commander } = shippedRules.rules.levels[severity]
    const times = Object.fromEntries(deadlinesOf(incident()).map(one => [one.kind, one.dueAt]))
    expect(times).toEqual({
      ...{ checkpoint: dueAt(firstCheckpoint), update: dueAt(firstUpdate), respond: dueAt(firstResponse) },
      ...(commander !== null && { engage: dueAt(commander) }),
    })
  })

  it('[CP2] checkpoints of a long incident are half an hour apart', () => {
    const { incident, hold, clock } = declared('SEV-1')
    hold()
    expect(incident().checkpoint).toMatchObject({ dueAt: clock.now() + 15 * MINUTE })
    clock.advance(2 * HOUR)
    hold()
    expect(incident().checkpoint).toMatchObject({ dueAt: clock.now() + 30 * MINUTE })
  })

  it('[CP2] a SEV-4 has none: it says so, raising sets one, and after lowering the one that is held is the last', () => {
    const { incident, run, hold, clock } = declared('SEV-4')
    expect(deadlinesOf(incident()).find(({ kind }) => kind === 'checkpoint')).toMatchObject({
      pausedBecause: 'not-needed',
    })
    run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(incident().checkpoint).toMatchObject({ dueAt: clock.now() + 15 * MINUTE })
    run('incident:change-severity', { to: 'SEV-4', reason: '' })
    expect(incident().checkpoint.state).toBe('waiting')
    hold()
    expect(incident().checkpoint).toEqual({ state: 'off' })
    expect(incident().checkpointsHeld).toHaveLength(1)
  })

  it('[CP2] a SEV-4 that is reopened has none', () => {
    const { incident, run } = declared('SEV-4')
    run('incident:change-status', { to: 'resolved', reason: '' })
    run('incident:change-status', { to: 'investigating', reason: '' })
    expect(incident().checkpoint).toEqual({ state: 'off' })
  })

  it('[MA1] goes on by its own method when the files change', () => {
    const { incident, hold, change, clock } = declared('SEV-2')
    change(adoptable(view, faster))
    hold()
    expect(incident().method).toEqual(shippedRules)
    expect(incident().checkpoint).toMatchObject({ dueAt: clock.now() + 15 * MINUTE })
  })

  it('[MA2] one that was declared before there were methods keeps its cadence', () => {
    const { incident } = story.recordOf([story.declared({ severity: 'SEV-4' })])
    expect(incident.method).toBeNull()
    for (const severity of severities) {
      const minutes = defaultCadence.checkpointMinutes[severity] ?? 0
      expect(firstCheckpointSpan(incident, severity)).toBe(15 * MINUTE)
      expect(checkpointSpan(incident, severity, 5 * HOUR, defaultCadence)).toBe(minutes * MINUTE)
    }
    expect(firstUpdateSpan(incident, 'SEV-1', defaultCadence)).toBe(15 * MINUTE)
  })

  it('[MA3] changes over where a person says so: it is in the log, and clocks only come nearer', () => {
    const { incident, run, attempt, change, clock, ledger } = declared('SEV-3')
    const newer = adoptable(view, faster)
    change(newer)
    run('incident:adopt-method', { version: newer.version })
    expect(incident().method).toEqual(newer)
    expect(incident().checkpoint).toMatchObject({ dueAt: clock.now() + 10 * MINUTE })
    expect(incident().nextUpdateDueAt).toBe(clock.now() + 30 * MINUTE)
    const lines = ledger
      .record(incident().id)
      ?.timeline()
      .map(({ text }) => text)
    expect(lines).toContain(
      `Method changed to Quarterdeck, version ${newer.version} (from version ${shippedRules.version})`,
    )
    change(shippedRules)
    run('incident:adopt-method', { version: shippedRules.version })
    expect(incident().checkpoint).toMatchObject({ dueAt: clock.now() + 10 * MINUTE })
    expect(attempt('incident:adopt-method', { version: shippedRules.version })).toMatchObject({
      fault: { kind: 'refused', code: 'same-method' },
    })
    expect(attempt('incident:adopt-method', { version: newer.version })).toMatchObject({
      fault: { kind: 'conflict', code: 'method-changed-meanwhile' },
    })
  })

  it('[MA4] a screen is answered the version that a declaration gets, with the cadence of the settings', () => {
    for (const chosen of [undefined, faster]) {
      const reply = methodQueries(shippedMethod(), () => chosen)['method:read']({}, undefined as never)
      expect(reply).toMatchObject({ ok: true, value: { version: view.version, adoptable: adoptable(view, chosen) } })
    }
  })
})
