import { describe, expect, it } from 'vitest'
import { shapeAnswer } from '../../../src/main/engine/feeds/shape'
import type { AnswerRows } from '../../../src/main/engine/feeds/types'
import { parseSettings } from '../../../src/main/hosts/settings-shape'
import { panelsIn, pinned, reasonsOf, specsOf } from './a-dashboard'

type Transformation = readonly [id: string, options: object]

const table = (transformations: readonly Transformation[], part: object = {}) => ({
  type: 'table',
  title: 'T',
  targets: ['A', 'B'].map(refId => ({ refId, expr: 'up', instant: true, format: 'table' })),
  transformations: transformations.map(([id, options]) => ({ id, options })),
  ...part,
})

const workflows: readonly AnswerRows[] = [
  {
    columns: ['workflow', 'Runs', 'Succeeded'],
    rows: [
      ['ci', 10, 7],
      ['ci', 5, 2],
      ['nightly', 4, 4],
      ['docs', null, 1],
    ],
  },
]

/** What the panel shows of an answer, as it was pinned and kept in config.json. */
async function shownOf(panel: object, frames: readonly AnswerRows[], list: object[] = []) {
  const [spec] = specsOf(await pinned({ panels: [panel], templating: { list } }))
  if (spec === undefined) throw new Error('The panel cannot be pinned')
  const kept = parseSettings(JSON.parse(JSON.stringify({ panels: [spec], connections: [], me: null, cancelWindow: 0 })))
  if (!kept.ok) throw new Error(kept.fault.message)
  const answer = { panel: spec.id, series: [], frames, problem: '', warnings: [] }
  const shaped = shapeAnswer(kept.value.panels[0] ?? spec, answer).table
  return { columns: shaped?.columns.map(column => column.name), rows: shaped?.rows }
}

const failures = [
  'calculateField',
  { mode: 'binary', alias: 'Failures', binary: { left: 'Runs', operator: '-', right: 'Succeeded' } },
] as const

describe('[DB19] transformations of tables', () => {
  it('compute, group and filter one after the other', async () => {
    const fields = {
      workflow: { operation: 'groupby', aggregations: [] },
      Failures: { operation: 'aggregate', aggregations: ['sum', 'count'] },
    }
    const filters = [{ fieldName: 'Failures (sum)', config: { id: 'greater', options: { value: 3 } } }]
    const steps = [
      failures,
      ['groupBy', { fields }],
      ['filterByValue', { type: 'include', match: 'any', filters }],
    ] as const
    expect(await shownOf(table(steps), workflows)).toEqual({
      columns: ['workflow', 'Failures (sum)', 'Failures (count)'],
      rows: [['ci', 6, 2]],
    })
  })

  it('leave a cell empty where a number is missing or cannot be computed', async () => {
    const quotient = (left: unknown, right: unknown) =>
      [
        'calculateField',
        { mode: 'binary', alias: 'x', replaceFields: true, binary: { left, operator: '/', right } },
      ] as const
    const byName = (options: string) => ({ matcher: { id: 'byName', options } })
    expect((await shownOf(table([quotient(byName('Runs'), { fixed: '0' })]), workflows)).rows).toEqual([
      [null],
      [null],
      [null],
      [null],
    ])
    expect((await shownOf(table([quotient('Runs', '2')]), workflows)).rows).toEqual([[5], [2.5], [2], [null]])
    expect((await shownOf(table([quotient('Nope', '2')]), workflows)).columns).toEqual([
      'workflow',
      'Runs',
      'Succeeded',
    ])
  })

  it('combine the numbers of each row, all or those that are named', async () => {
    const all = ['calculateField', { mode: 'reduceRow', reduce: { reducer: 'sum' } }] as const
    const some = [
      'calculateField',
      { mode: 'reduceRow', reduce: { reducer: 'max', include: ['Runs'] }, alias: 'Most' },
    ] as const
    const { columns, rows } = await shownOf(table([all, some]), workflows)
    expect(columns).toEqual(['workflow', 'Runs', 'Succeeded', 'sum', 'Most'])
    expect(rows?.map(row => row.slice(3))).toEqual([
      [17, 10],
      [7, 5],
      [8, 4],
      [1, null],
    ])
  })

  it.each([
    ['equal', { value: 'ci' }, 'workflow', ['ci', 'ci']],
    ['notEqual', { value: 'ci' }, 'workflow', ['nightly', 'docs']],
    ['equal', { value: '10' }, 'Runs', ['ci']],
    ['greaterOrEqual', { value: '5' }, 'Runs', ['ci', 'ci']],
    ['lower', { value: 5 }, 'Runs', ['nightly']],
    ['lowerOrEqual', { value: 4 }, 'Runs', ['nightly']],
    ['between', { from: 4, to: 5 }, 'Runs', ['ci', 'nightly']],
    ['isNull', {}, 'Runs', ['docs']],
    ['isNotNull', {}, 'Runs', ['ci', 'ci', 'nightly']],
    ['regex', { value: '^(ci|docs)$' }, 'workflow', ['ci', 'ci', 'docs']],
    ['substring', { value: 'IGHT' }, 'workflow', ['nightly']],
    ['notSubstring', { value: 'ight' }, 'workflow', ['ci', 'ci', 'docs']],
  ])('keep the rows whose value is %s %o', async (id, options, fieldName, kept) => {
    const filters = [{ fieldName, config: { id, options } }]
    const names = async (type: string) =>
      (await shownOf(table([['filterByValue', { type, match: 'any', filters }]]), workflows)).rows?.map(row => row[0])
    expect(await names('include')).toEqual(kept)
    expect((await names('exclude'))?.length).toBe(4 - kept.length)
  })

  it('take all tests together, fill variables in, and say when one has no value', async () => {
    const filters = [
      { fieldName: 'workflow', config: { id: 'equal', options: { value: '$name' } } },
      { fieldName: 'Runs', config: { id: 'greater', options: { value: 5 } } },
      { fieldName: 'Not there', config: { id: 'isNull', options: {} } },
    ]
    const panel = table([['filterByValue', { type: 'include', match: 'all', filters }]])
    const name = { name: 'name', type: 'custom', query: 'ci,docs', current: { value: 'ci' } }
    expect((await shownOf(panel, workflows, [name])).rows).toEqual([['ci', 10, 7]])
    expect(reasonsOf(await pinned({ panels: [panel] }))).toEqual(['It needs $name, which has no value here'])
  })

  it('join by a field, outer and inner, and lose no row that has the same key', async () => {
    const frames: readonly AnswerRows[] = [
      {
        columns: ['pod', 'Value #A'],
        rows: [
          ['a', 1],
          ['b', 2],
        ],
      },
      {
        columns: ['pod', 'disk', 'Value #B'],
        rows: [
          ['a', 'x', 3],
          ['a', 'y', 4],
          ['c', 'z', 5],
        ],
      },
    ]
    const joined = (mode: string) => shownOf(table([['joinByField', { byField: 'pod', mode }]]), frames)
    const inner = [
      ['a', 1, 'x', 3],
      ['a', 1, 'y', 4],
    ]
    expect(await joined('inner')).toEqual({ columns: ['pod', 'Value #A', 'disk', 'Value #B'], rows: inner })
    expect((await joined('outerTabular')).rows).toEqual([...inner, ['b', 2, null, null], ['c', null, 'z', 5]])
  })

  it('are done with each query’s rows where they stand before the join', async () => {
    const frames: readonly AnswerRows[] = [
      {
        columns: ['pod', 'Value #A'],
        rows: [
          ['a', 1],
          ['a', 2],
          ['b', 9],
        ],
      },
      { columns: ['pod', 'Value #B'], rows: [['a', 5]] },
    ]
    const fields = {
      pod: { operation: 'groupby' },
      'Value #A': { operation: 'aggregate', aggregations: ['max'] },
      'Value #B': { operation: 'aggregate', aggregations: ['lastNotNull', 'uniqueValues'] },
    }
    const steps = [
      ['groupBy', { fields }],
      ['joinByField', { byField: 'pod', mode: 'outer' }],
    ] as const
    expect(await shownOf(table(steps), frames)).toEqual({
      columns: ['pod', 'Value #A (max)', 'Value #B (lastNotNull)', 'Value #B (uniqueValues)'],
      rows: [
        ['a', 2, 5, '5'],
        ['b', 9, null, null],
      ],
    })
  })

  it.each<readonly [string, Transformation, object]>([
    [
      'a reducer that is not known',
      ['groupBy', { fields: { a: { operation: 'groupby' }, b: { operation: 'aggregate', aggregations: ['p95'] } } }],
      {},
    ],
    ['groups over time', ['groupBy', { fields: { a: { operation: 'groupby' } } }], { targets: [{ expr: 'up' }] }],
    ['nothing to group by', ['groupBy', {}], {}],
    [
      'a test that is not known',
      ['filterByValue', { filters: [{ fieldName: 'a', config: { id: 'closest', options: {} } }] }],
      {},
    ],
    [
      'a pattern that could run for long',
      ['filterByValue', { filters: [{ fieldName: 'a', config: { id: 'regex', options: { value: '(a+)+$' } } }] }],
      {},
    ],
    ['a mode that is not known', ['calculateField', { mode: 'windowFunctions' }], {}],
    [
      'a field by its type',
      [
        'calculateField',
        {
          mode: 'binary',
          binary: { left: { matcher: { id: 'byType', options: 'number' } }, operator: '+', right: '1' },
        },
      ],
      {},
    ],
  ])('say that they are not followed: %s', (_name, transformation, part) => {
    const [panel] = panelsIn({ panels: [table([transformation], part)] })
    expect(panel?.reason).toBe(`Its transformation “${transformation[0]}” is not supported`)
  })
})

describe('[DB19] transformations of lines', () => {
  const chart = (transformations: object[]) => ({
    type: 'timeseries',
    title: 'C',
    targets: [{ refId: 'A', expr: 'up' }],
    transformations,
  })
  const line = (name: string, times: number[], values: (number | null)[]) => ({ name, times, values })

  it('compute a line of two others where both have a value', async () => {
    const options = {
      mode: 'binary',
      alias: 'Share',
      replaceFields: true,
      binary: { left: 'errors', operator: '/', right: 'all' },
    }
    const [spec] = specsOf(
      await pinned({
        panels: [
          chart([
            { id: 'joinByField', options: { byField: 'Time' } },
            { id: 'calculateField', options },
          ]),
        ],
      }),
    )
    const series = [line('errors', [1, 2, 3, 4], [1, 2, null, 4]), line('all', [2, 3, 4], [4, 4, 0])]
    const shaped = shapeAnswer({ unit: 'count', steps: spec?.steps }, { panel: 'p', series, problem: '', warnings: [] })
    expect(shaped.series).toEqual([{ name: 'Share', times: [1, 2, 3, 4], values: [null, 0.5, null, null] }])
  })

  it('sort and filter what they were reduced to', async () => {
    const filters = [{ fieldName: 'Last', config: { id: 'greater', options: { value: 1 } } }]
    const transformations = [
      { id: 'reduce', options: { reducers: ['lastNotNull'] } },
      { id: 'filterByValue', options: { type: 'include', match: 'any', filters } },
      { id: 'sortBy', options: { sort: [{ field: 'Last', desc: true }] } },
    ]
    const [spec] = specsOf(await pinned({ panels: [{ ...chart(transformations), type: 'table' }] }))
    const series = [line('a', [1], [2]), line('b', [1], [1]), line('c', [1], [3])]
    const shaped = shapeAnswer({ unit: 'count', steps: spec?.steps }, { panel: 'p', series, problem: '', warnings: [] })
    expect(shaped.table?.rows).toEqual([
      ['c', 3],
      ['a', 2],
    ])
  })
})

describe('[DB20] a panel that is shifted in time', () => {
  const panel = (timeShift: string, part: object = {}) => ({
    type: 'timeseries',
    title: 'Hits',
    timeShift,
    targets: [{ refId: 'A', expr: 'sum(rate(hits[5m])) # all' }],
    ...part,
  })

  it('asks for that time, and says so in its title and note', async () => {
    const [spec] = specsOf(await pinned({ panels: [panel('1d')] }))
    expect(spec).toMatchObject({
      title: 'Hits (1d earlier)',
      notes: ['All of it is as it was 1d before'],
      queries: [{ expr: 'last_over_time((sum(rate(hits[5m])) # all\n)[10s:10s] offset 1d)' }],
    })
  })

  it('says when it cannot', () => {
    const reasons = ['now-1d', 'yesterday'].map(shift => panelsIn({ panels: [panel(shift)] })[0]?.reason)
    expect(reasons).toEqual(
      ['now-1d', 'yesterday'].map(shift => `It is shifted in time by ${shift}, which is not understood`),
    )
    const logs = panel('1h', { datasource: { type: 'loki', uid: 'l' } })
    expect(panelsIn({ panels: [logs] }, 'grafana')[0]?.reason).toContain('which only a Prometheus can be asked for')
  })
})
