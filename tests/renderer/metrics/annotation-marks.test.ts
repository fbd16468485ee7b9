import { describe, expect, it } from 'vitest'
import { annotationMarks } from '../../../src/renderer/features/metrics/chart-marks'
import type { Annotation } from '../../../src/shared/contract/metrics'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'

const note = (at: number, text: string, tags: readonly string[] = []): Annotation => ({
  ...{ id: `gf/${at}`, connection: 'gf' as ConnectionId, text, tags, at, until: null },
})

describe("notes on the vendor's charts", () => {
  it('[MT6] are the newest ones, numbered from the oldest, with their tags', () => {
    const marks = annotationMarks(
      [9, 8, 7, 6, 5, 4, 3].map(at => note(at, `note ${at}`, at === 9 ? ['chaos', 'eu'] : [])),
      [],
    )
    expect(marks.map(({ at, label, kind }) => [at, label, kind])).toEqual(
      [4, 5, 6, 7, 8, 9].map((at, place) => [at, `A${place + 1}`, 'note']),
    )
    expect(marks.at(-1)?.text).toBe('note 9 (chaos, eu)')
  })

  it('[MT6] are no second mark of what another system told in the same minute', () => {
    const told = [
      { at: 0, label: 'R1', text: 'payments-api v2.41.0: New ledger (payments-api)', kind: 'deploy' as const },
    ]
    const marks = annotationMarks(
      [
        note(900, 'payments-api v2.41.0: new ledger', ['deploy']),
        note(1_000, 'Load test begins'),
        note(MINUTE + 1, 'payments-api v2.41.0: new ledger'),
        note(1_100, '…'),
      ],
      told,
    )
    expect(marks.map(({ text }) => text)).toEqual(['Load test begins', '…', 'payments-api v2.41.0: new ledger'])
  })
})
