import { describe, expect, it } from 'vitest'
import { shapeAnswer } from '../../../src/main/engine/feeds/shape'
import type { PanelAnswer } from '../../../src/main/engine/feeds/types'
import type { PanelStep } from '../../../src/shared/contract/panel-steps'

const line = (name: string, values: (number | null)[]) => ({ name, times: values.map((_, at) => at), values })
const answer = (part: Partial<PanelAnswer>): PanelAnswer => ({
  panel: 'p',
  series: [],
  problem: '',
  warnings: [],
  ...part,
})
const names = (...its: string[]) => ({ by: 'names', names: its }) as const

describe('what a panel shows of an answer', () => {
  it('[FE14] renames, drops and orders lines, and gives some another unit', () => {
    const steps: readonly PanelStep[] = [
      { do: 'drop', what: names('c') },
      { do: 'order', names: ['b'] },
      { do: 'unit', what: { by: 'pattern', pattern: '^b', flags: '' }, unit: 'bytes' },
      { do: 'rename', what: { by: 'pattern', pattern: '^(.*)$', flags: '' }, to: 'host $1' },
      { do: 'rename', what: names('host a'), to: 'First $1', whole: true },
    ]
    const shaped = shapeAnswer(
      { unit: 'count', steps },
      answer({ series: [line('a', [1]), line('b', [2]), line('c', [3])] }),
    )
    expect(shaped.series.map(({ name, unit }) => [name, unit])).toEqual([
      ['host b', 'bytes'],
      ['First $1', undefined],
    ])
  })

  it('[FE14] combines lines at each instant, gaps left out', () => {
    const steps = [{ do: 'combine', figure: 'mean', name: 'Mean', alone: true }] as const
    const shaped = shapeAnswer(
      { unit: 'count', steps },
      answer({ series: [line('a', [1, null, null]), line('b', [3, 4, null])] }),
    )
    expect(shaped.series).toEqual([{ name: 'Mean', times: [0, 1, 2], values: [2, 4, null] }])
  })

  it('[FE14] joins the rows of several queries, numbers what both have, sorts, and gives values their unit', () => {
    const frames = [
      { columns: ['pod', 'node', 'Value #A'], rows: [['x', 'n1', 1]] },
      {
        columns: ['pod', 'node', 'Value #B'],
        rows: [
          ['y', 'n2', 5],
          ['x', 'n1', 2],
        ],
      },
    ]
    const steps = [
      { do: 'join', by: 'pod' },
      { do: 'drop', what: names('node 2') },
      { do: 'sort', by: 'pod', descending: true },
    ] as const
    expect(shapeAnswer({ unit: 'bytes', shown: 'table', steps }, answer({ frames })).table).toEqual({
      columns: [
        { name: 'pod' },
        { name: 'node 1' },
        { name: 'Value #A', unit: 'bytes' },
        { name: 'Value #B', unit: 'bytes' },
      ],
      rows: [
        ['y', null, null, 5],
        ['x', 'n1', 1, 2],
      ],
      more: 0,
    })
  })

  it('[FE14] shows at most 100 rows and says how many are left out', () => {
    const rows = Array.from({ length: 130 }, (_, at) => [`pod-${at}`, at])
    const { table } = shapeAnswer(
      { unit: 'count', shown: 'table' },
      answer({ frames: [{ columns: ['pod', 'Value'], rows }] }),
    )
    expect([table?.rows.length, table?.more]).toEqual([100, 30])
  })

  it('[FE14] reduces lines to rows, and shows the names of lines that live', () => {
    const series = [line('a', [1, 5, 3]), line('b', [null])]
    const steps = [{ do: 'reduce', figures: ['max', 'last'] }] as const
    expect(shapeAnswer({ unit: 'seconds', steps }, answer({ series })).table?.rows).toEqual([
      ['a', 5, 3],
      ['b', null, null],
    ])
    expect(shapeAnswer({ unit: 'count', shown: 'names' }, answer({ series })).table?.rows).toEqual([['a']])
  })
})
