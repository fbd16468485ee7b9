import { describe, expect, it } from 'vitest'
import { evidenceText } from '../../../src/renderer/features/gate/gate-evidence'
import type { ResponderId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import type { GateEvidence } from '../../../src/shared/domain/method/gate'
import type { GateWord } from '../../../src/shared/domain/resolution'
import { MINUTE } from '../../../src/shared/lib/time'

const now = 100 * MINUTE
const by = { kind: 'person', responder: { id: 'bo' as ResponderId, name: 'Bo' } } as const
const word: GateWord = { answer: 'met', note: '', by, at: now - 2 * MINUTE }

const fact = (change: Partial<FactNow>): FactNow => ({
  ...{
    fact: 'errors',
    baseline: null,
    times: 2,
    limit: null,
    panel: 'e',
    title: 'Errors',
    unit: 'percent',
    value: 0.4,
  },
  ...{ at: now, current: true, usual: null, counted: 0.4, state: 'normal', normalSince: now, ...change },
})

const rows: readonly (readonly [GateEvidence, string])[] = [
  [{ kind: 'facts', facts: [fact({}), fact({ title: 'p95', value: null })] }, 'Errors 0.4\u202f% · p95 has no value'],
  [{ kind: 'facts', facts: [fact({ usual: 0.3 })] }, 'Errors 0.4\u202f% (usually 0.3\u202f%)'],
  [{ kind: 'facts', facts: [fact({ limit: 1 })] }, 'Errors 0.4\u202f% (SLO 1\u202f%)'],
  [
    { kind: 'facts', facts: [fact({ limit: 1, usual: 0.3, at: now - 5 * MINUTE, current: false })] },
    'Errors 0.4\u202f% (usually 0.3\u202f%, SLO 1\u202f%), 5 min old',
  ],
  [
    { kind: 'promises', promises: [{ service: 'api', objective: { availability: 99.9, errors: 0.5 } }], over: false },
    'SLO of api: 99.9 % available, errors below 0.5 %',
  ],
  [
    {
      kind: 'promises',
      promises: ['api', 'db'].map(service => ({ service, objective: { latency: 500 } })),
      over: true,
    },
    'SLO of api: p95 below 500 ms; SLO of db: p95 below 500 ms: it is over that, so say whether it holds',
  ],
  [{ kind: 'no-panel' }, 'No pinned panel measures it: say so, or let one say what it measures (p).'],
  [{ kind: 'alerts', firing: 0, first: '' }, 'None of its services or linked PagerDuty incidents fires.'],
  [{ kind: 'alerts', firing: 1, first: 'Disk' }, '1 fires: Disk'],
  [{ kind: 'alerts', firing: 7, first: 'Disk' }, '7 fire, such as Disk'],
  [{ kind: 'alerts-unknown', why: 'no-services' }, 'No services are named (K), so its alerts are unknown.'],
  [{ kind: 'alerts-unknown', why: 'not-read' }, 'Alerts are not read now.'],
  [{ kind: 'report', at: now - 12 * MINUTE }, 'The last report came 12 min ago.'],
  [{ kind: 'no-report' }, 'No report was written down.'],
  [{ kind: 'stable', since: now - 3 * MINUTE, minutes: 30 }, 'Nothing came back for 3 min; 30 min are needed.'],
  [{ kind: 'stable', since: null, minutes: 30 }, 'It has not held for 30 min: it is not normal now.'],
  [{ kind: 'word', word, counts: true }, 'Bo said yes 2 min ago'],
  [{ kind: 'word', word, counts: false }, 'Bo said yes 2 min ago, who is not the tech lead'],
  [
    { kind: 'word', word: { ...word, answer: 'unmet', note: 'two fail' }, counts: true },
    'Bo said no 2 min ago: two fail',
  ],
]

describe('[GT4] the evidence of a criterion', () => {
  it.each(rows)('%j', (evidence, said) => {
    expect(evidenceText(evidence, now)).toBe(said)
  })
})
