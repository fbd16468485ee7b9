import { describe, expect, it } from 'vitest'
import { imported, panelsIn, pinned, reasonsOf, resolved, specsOf } from './a-dashboard'

const graph = (part: object) => ({
  type: 'timeseries',
  title: 'Errors',
  targets: [{ refId: 'A', expr: 'up' }],
  ...part,
})
const asking = (expr: string) => graph({ targets: [{ refId: 'A', expr }] })

describe('[DB14] a dashboard exported for sharing', () => {
  const constant = { name: 'prefix', type: 'constant', query: '${VAR_PREFIX}', current: { value: '${VAR_PREFIX}' } }
  const input = { name: 'VAR_PREFIX', type: 'constant', label: 'Prefix', value: 'shop_' }
  const model = (inputs: unknown[]) => ({
    __inputs: inputs,
    templating: { list: [constant] },
    panels: [asking('rate(${prefix}errors[5m])'), asking('${VAR_PREFIX}up')],
  })

  it('asks with the constants that it brings along', async () => {
    const specs = specsOf(await pinned(model([input])))
    expect(specs.map(spec => spec.queries[0]?.expr)).toEqual(['rate(shop_errors[5m])', 'shop_up'])
  })

  it('asks for a constant that it leaves open instead of asking for its name', async () => {
    for (const inputs of [[], [{ ...input, value: '' }], [{ ...input, value: null }]]) {
      expect(await resolved(model(inputs))).toMatchObject([
        { chosen: [], problem: 'The file leaves its value (VAR_PREFIX) to you' },
      ])
      expect(reasonsOf(await pinned(model(inputs)))).toEqual([
        'It needs $prefix, which has no value here',
        'It needs $VAR_PREFIX, which has no value here',
      ])
    }
    const typed = await pinned(model([]), { chosen: { prefix: ['web_'] } })
    expect(specsOf(typed)[0]).toMatchObject({ queries: [{ expr: 'rate(web_errors[5m])' }] })
  })

  it('keeps a constant that holds a dollar as it is', async () => {
    const specs = specsOf(await pinned(model([{ ...input, value: '$&$1_' }])))
    expect(specs[0]?.queries[0]?.expr).toBe('rate($&$1_errors[5m])')
  })
})

describe('[DB14] copies of repeated panels that an export holds', () => {
  const copy = { repeatPanelId: 2, repeatIteration: 1_600_000_000_000 }
  const scoped = { host: { text: 'web-1', value: 'web-1', selected: true } }

  it('are made anew from the original and not taken for panels of their own', async () => {
    const host = {
      name: 'host',
      type: 'custom',
      multi: true,
      query: 'web-1,web-2',
      current: { value: ['web-1', 'web-2'] },
    }
    const panels = [
      graph({ id: 2, repeat: 'host', scopedVars: scoped, title: 'CPU of $host' }),
      graph({ id: 7, ...copy, scopedVars: scoped, title: 'CPU of $host' }),
      graph({ id: 8, ...copy, repeat: null, title: 'CPU of $host' }),
    ]
    const outcomes = specsOf(await pinned({ templating: { list: [host] }, panels }))
    expect(outcomes.map(spec => spec.title)).toEqual(['CPU of web-1', 'CPU of web-2'])
  })

  it('of rows go too, open, collapsed and of old schemas', () => {
    const row = (part: object, panels: object[] = []) => ({ type: 'row', title: 'Host $host', panels, ...part })
    const model = {
      panels: [
        row({ id: 1, repeat: 'host' }),
        graph({ id: 2 }),
        row({ id: 9, repeat: null, ...copy, repeatPanelId: 1 }),
        graph({ id: 10, ...copy, repeatedByRow: true }),
        row({ id: 11, ...copy, repeatPanelId: 1 }, [graph({ id: 12, ...copy, repeat: 'disk', repeatedByRow: true })]),
      ],
    }
    expect(imported(model)).toMatchObject({ listed: 2, rows: [{ repeat: 'host', panels: [{ id: 2 }] }] })
    const old = {
      rows: [
        { title: 'Host', repeat: 'host', repeatRowId: null, panels: [graph({ id: 1 })] },
        { title: 'Host', repeat: null, repeatRowId: 1, repeatIteration: 5, panels: [graph({ id: 2, ...copy })] },
      ],
    }
    expect(imported(old).rows.map(one => one.panels.map(panel => panel.id))).toEqual([[1]])
  })

  it('says how many copies of a panel are not taken', async () => {
    const hosts = Array.from({ length: 40 }, (_, at) => `web-${at}`)
    const host = {
      name: 'host',
      type: 'query',
      multi: true,
      query: 'label_values(up, host)',
      current: { value: hosts },
    }
    const outcomes = await pinned(
      { templating: { list: [host] }, panels: [graph({ repeat: 'host' })] },
      { values: hosts },
    )
    expect(specsOf(outcomes)).toHaveLength(24)
    expect(reasonsOf(outcomes)).toEqual(['Of its 40 copies the first 24 are taken: choose fewer values'])
  })
})

describe('a unit of a dashboard', () => {
  it('of SNMP’s ticks is a hundredth of a second', () => {
    const [panel] = panelsIn({ panels: [graph({ fieldConfig: { defaults: { unit: 'timeticks' } } })] })
    expect(panel).toMatchObject({ unit: 'centiseconds', notes: [] })
  })
})
