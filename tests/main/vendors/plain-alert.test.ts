import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parserOf } from '../../../src/main/engine/http/json'
import { rowsOf } from '../../../src/main/engine/http/rows'
import { alertSchema, plainAlert } from '../../../src/main/engine/vendors/sent-alerts'
import { asTold, stormOf } from '../../bench/storm/alerts'

const [told] = JSON.parse(asTold(stormOf(1, 0)))

/** Fields as they are, as they should not be, or not there. */
const odd = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.integer(),
  fc.array(fc.oneof(fc.string(), fc.integer())),
  fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())),
)
const other = (good: unknown) => fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: odd })
const status = fc.record(
  { state: other('active'), silencedBy: other([]), inhibitedBy: other(['a']), mutedBy: other([]) },
  { requiredKeys: [] },
)
const alert = fc.record(
  {
    ...{ fingerprint: other('f1'), labels: other(told.labels), annotations: other({}), startsAt: other('2026-01-01') },
    ...{
      generatorURL: other('http://p'),
      status: fc.oneof(status, odd),
      valueString: other('x'),
      receivers: other([]),
    },
  },
  { requiredKeys: [] },
)

describe('an alert of the usual form', () => {
  it('is read without the schema', () => {
    const { receivers: _, endsAt: _end, updatedAt: _updated, ...read } = told
    expect(plainAlert(told)).toEqual(read)
  })

  it('is read as the schema reads it, and so is any other', () => {
    const [quick, slow] = [rowsOf(alertSchema, plainAlert), rowsOf(alertSchema)].map(rows =>
      parserOf('alertmanager', rows),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(alert, odd)), rows => {
        const list = JSON.parse(JSON.stringify(rows))
        expect(quick?.(list)).toEqual(slow?.(list))
      }),
      { numRuns: 500 },
    )
  })
})
