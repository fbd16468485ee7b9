import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adoptable } from '../../../src/main/engine/method/method-store'
import { openSettings } from '../../../src/main/hosts/web/settings'
import { callInputs } from '../../../src/shared/contract/parsers'
import { type Cadence, defaultCadence } from '../../../src/shared/domain/cadence'
import { severities } from '../../../src/shared/domain/severity'
import { answersOfFixed } from '../../../src/shared/events/checkpoint-held'
import { MINUTE } from '../../../src/shared/lib/time'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { shippedMethod } from '../../support/shipped-method'

const view = shippedMethod().current()
const ours: Cadence = {
  checkpointMinutes: { 'SEV-1': 10, 'SEV-2': 20, 'SEV-3': 45, 'SEV-4': 240 },
  firstUpdateMinutes: { 'SEV-1': 5, 'SEV-2': 20, 'SEV-3': null, 'SEV-4': 90 },
  updateMinutes: { 'SEV-1': 20, 'SEV-2': null, 'SEV-3': 120, 'SEV-4': null },
}
const answers = answersOfFixed({ tried: '', trying: '', rollbackPlan: '', morePeople: '', stillImpacted: '' })

function benchWith(cadence: Cadence) {
  const bench = commandBench(scratchFolder(), { method: () => adoptable(view, cadence) })
  const head = () => {
    const incident = bench.ledger.record(bench.incident)?.incident
    if (incident === undefined || incident.checkpoint.state === 'off') throw new Error('No checkpoint is armed')
    return { ...incident, checkpoint: incident.checkpoint }
  }
  return { ...bench, head }
}

describe('the rhythm that a team has chosen', () => {
  it.each(severities)('[CP2] arms the next checkpoint of a %s', severity => {
    const { run, head, clock } = benchWith(ours)
    run('incident:declare', { title: 'Payments fail', severity, impact: '' })
    const { checkpoint } = head()
    expect(run('checkpoint:hold', { checkpoint: checkpoint.id, answers, verdict: 'continue' }).ok).toBe(true)
    expect(head().checkpoint.dueAt).toBe(clock.now() + (ours.checkpointMinutes[severity] ?? 0) * MINUTE)
  })

  it.each(severities)('[UP1] asks for the first customer update of a %s', severity => {
    const { run, head, clock } = benchWith(ours)
    run('incident:declare', { title: 'Payments fail', severity, impact: '' })
    const minutes = ours.firstUpdateMinutes[severity]
    expect(head().nextUpdateDueAt).toBe(minutes === null ? null : clock.now() + minutes * MINUTE)
  })

  it('[SV2] brings clocks nearer when the severity is raised, and moves none when it is lowered', () => {
    const { run, head, clock } = benchWith(ours)
    run('incident:declare', { title: 'Payments fail', severity: 'SEV-3', impact: '' })
    run('incident:change-severity', { to: 'SEV-1', reason: 'worse' })
    const raised = head()
    expect(raised.checkpoint.dueAt).toBe(clock.now() + 10 * MINUTE)
    expect(raised.nextUpdateDueAt).toBe(clock.now() + 5 * MINUTE)
    run('incident:change-severity', { to: 'SEV-4', reason: 'better' })
    expect(head().checkpoint.dueAt).toBe(raised.checkpoint.dueAt)
    expect(head().nextUpdateDueAt).toBe(raised.nextUpdateDueAt)
  })

  it('is in the events: a log that was written under another rhythm reads the same', () => {
    let now = ours
    const bench = commandBench(scratchFolder(), { method: () => adoptable(view, now) })
    bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
    const before = bench.ledger.record(bench.incident)?.incident
    now = defaultCadence
    expect(bench.ledger.record(bench.incident)?.incident).toEqual(before)
  })
})

describe('the rhythm in config.json', () => {
  it('is the method’s until a team chooses, and is kept for the next start', () => {
    const folder = scratchFolder()
    expect(openSettings(folder).read().cadence).toBeUndefined()
    openSettings(folder).write({ cadence: ours })
    expect(openSettings(folder).read().cadence).toEqual(ours)
  })

  it('that cannot be is refused with its place, and the file stays', () => {
    const folder = scratchFolder()
    const file = join(folder, 'config.json')
    const text = JSON.stringify({ cadence: { ...ours, checkpointMinutes: { ...ours.checkpointMinutes, 'SEV-2': 0 } } })
    writeFileSync(file, text)
    expect(() => openSettings(folder)).toThrow(/config\.json: cadence\.checkpointMinutes\.SEV-2: /)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it.each([
    ['zero', 0],
    ['less', -15],
    ['part of a minute', 7.5],
    ['more than a week', 10_081],
    ['no number', '15'],
  ])('takes no %s from a screen', (_what, minutes) => {
    const cadence = { ...ours, checkpointMinutes: { ...ours.checkpointMinutes, 'SEV-1': minutes } }
    expect(callInputs['settings:change'].safeParse({ cadence }).success).toBe(false)
    expect(callInputs['settings:change'].safeParse({ cadence: ours }).success).toBe(true)
  })
})
