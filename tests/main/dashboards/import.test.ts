import { describe, expect, it } from 'vitest'
import { readDashboard, readDashboardText } from '../../../src/main/engine/dashboards/document'
import { missingLibraries } from '../../../src/main/engine/dashboards/import'
import { MOST_DASHBOARD_TEXT } from '../../../src/shared/contract/dashboards'
import { fixture, imported, panelsOf } from './fixture'

describe('a dashboard’s shape', () => {
  it('[DB1] reads rows of schemas before 16, with their names of data sources, texts as targets and old thresholds', () => {
    const { rows, variables, listed } = imported('old-rows')
    expect(rows.map(row => [row.title, row.panels.length])).toEqual([
      ['Web', 4],
      ['Notes', 2],
    ])
    expect(listed).toBe(8)
    const [requests, errors, free, graphite, text, nothing] = rows.flatMap(row => row.panels)
    expect(requests).toMatchObject({
      reason: '',
      unit: 'per-second',
      thresholds: [
        { at: 100, level: 'warning' },
        { at: 200, level: 'critical' },
      ],
      queries: [{ ref: 'A', legend: '{{instance}}', source: { type: null, uid: 'Main' } }],
    })
    expect(errors).toMatchObject({
      unit: 'percent',
      figure: 'mean',
      thresholds: [
        { at: 1, level: 'warning' },
        { at: 5, level: 'critical' },
      ],
      queries: [{ expr: 'sum(errors)' }],
    })
    expect(free?.thresholds).toEqual([
      { at: 20, level: 'warning', low: true },
      { at: 10, level: 'critical', low: true },
    ])
    expect(graphite?.reason).toContain('data source is no Prometheus (Carbon)')
    expect([text?.reason, nothing?.reason]).toEqual(['It is a text and measures nothing', 'It has no type'])
    expect(variables).toMatchObject([
      { name: 'host', kind: 'query', query: 'label_values(up, instance)', current: ['$__all'] },
      { name: 'span', kind: 'choices', options: [{ value: '1m' }, { value: '5m' }], current: ['5m'] },
    ])
  })

  it('[DB2] reads open and collapsed rows, repeats, inputs and every kind of variable', () => {
    const { rows, variables, inputs, listed } = imported('rows-and-repeats')
    expect(listed).toBe(6)
    expect(inputs).toEqual({ DS_MAIN: 'prometheus' })
    expect(rows.map(row => [row.title, row.repeat, row.panels.map(panel => panel.title)])).toEqual([
      ['', null, ['Running']],
      ['Namespace $ns', 'ns', ['CPU of $pod']],
      ['Open row', null, ['Heat', 'Yesterday (1d earlier)']],
    ])
    expect(variables.map(variable => variable.kind)).toEqual(['choices', 'query', 'filters', 'text', 'text'])
    expect(variables[0]).toMatchObject({
      options: [{ value: 'shop' }, { text: 'Billing', value: 'bill' }],
      allValue: '.*',
    })
    expect(variables[3]).toMatchObject({ current: ['7'] })
    const [running, cpu, heat, yesterday] = rows.flatMap(row => row.panels)
    expect(running).toMatchObject({ figure: 'mean', thresholds: [{ at: 1, level: 'critical', low: true }] })
    expect(cpu).toMatchObject({
      repeat: 'pod',
      unit: 'ratio',
      thresholds: [{ at: 0.8, level: 'warning' }],
      queries: [{ ref: 'A', legend: '' }],
      steps: [{ do: 'rename', what: { by: 'pattern', pattern: '^lim' }, to: 'Limit', whole: true }],
    })
    expect(cpu?.queries).toHaveLength(1)
    expect(heat?.reason).toBe('Panels of type “canvas” are not supported')
    expect(yesterday).toMatchObject({ reason: '', title: 'Yesterday (1d earlier)' })
  })

  it('[DB3] takes library panels from the file or from Grafana, and names those that it has not', () => {
    expect(missingLibraries(fixture('library-panel'))).toEqual(['away'])
    const [held, away] = panelsOf(imported('library-panel'))
    expect(held).toMatchObject({ id: 1, title: 'Held', unit: 'bytes', reason: '' })
    expect(away).toMatchObject({
      title: 'Elsewhere',
      reason: 'It is the library panel “Away”, which this file does not hold',
    })
    const model = { type: 'stat', targets: [{ expr: 'up' }] }
    const found = imported('library-panel', { through: 'grafana', libraries: new Map([['away', model]]) })
    expect(panelsOf(found)[1]).toMatchObject({ title: 'Elsewhere', reason: '', queries: [{ expr: 'up' }] })
  })

  it('[DB4] asks each query of a mixed panel at its own data source, and others through Grafana only', () => {
    const [two, logs, borrowed, random, empty] = panelsOf(imported('mixed-sources'))
    expect(two?.queries.map(query => query.source.uid)).toEqual(['p1'])
    expect(two?.notes).toEqual([
      'Query B is left out: its data source is no Prometheus (loki): it can be read through Grafana only',
      'Query C is left out: it is computed from other queries inside Grafana',
    ])
    expect(logs?.reason).toContain('through Grafana only')
    expect(borrowed).toMatchObject({ shown: 'table', queries: [{ expr: 'up' }] })
    expect([random?.reason, empty?.reason]).toEqual(['It shows Grafana’s own data', 'It asks nothing'])
    const through = panelsOf(imported('mixed-sources', { through: 'grafana' }))
    expect(through[0]?.queries.map(query => [query.ref, query.expr, query.raw])).toEqual([
      ['A', 'up', null],
      ['B', '', { expr: 'sum(rate({app="web"}[1m]))' }],
    ])
    expect(through[1]).toMatchObject({ shown: 'table', queries: [{ raw: { queryType: 'range' } }] })
  })

  it('[DB5] follows plain transformations and overrides, and names what it cannot', () => {
    const [joined, renamed, grouped, slow, mean, reduced, odd] = panelsOf(imported('transformations'))
    expect(joined).toMatchObject({
      shown: 'table',
      steps: [
        { do: 'join', by: 'pod' },
        { do: 'drop', what: { names: ['Time'] } },
        { do: 'order', names: ['pod', 'Value #B'] },
        { do: 'rename', what: { names: ['Value #A'] }, to: 'CPU $1', whole: true },
        { do: 'sort', by: 'pod', descending: true },
        { do: 'unit', what: { names: ['Value #B'] }, unit: 'bytes' },
      ],
    })
    expect(renamed?.queries.map(query => query.ref)).toEqual(['A'])
    expect(renamed?.steps).toEqual([
      { do: 'rename', what: { by: 'pattern', pattern: '^(?:(.*)-prod)$', flags: '' }, to: '$1' },
    ])
    expect(grouped?.reason).toBe('Its transformation “groupBy” is not supported')
    expect(slow?.reason).toBe('Its transformation “renameByRegex” is not supported')
    expect(mean?.steps).toEqual([{ do: 'combine', figure: 'mean', name: 'Together', alone: true }])
    expect(reduced).toMatchObject({ shown: 'lines', steps: [{ do: 'reduce', figures: ['max', 'last'] }] })
    expect(odd).toMatchObject({ unit: 'plain', queries: [{ legend: 'on {{host}}' }] })
    expect(odd?.notes).toEqual([
      'Its unit “flopps” is not known here: plain numbers',
      'A rule that sets the unit of lines by “byFrameRefID” is not followed',
    ])
  })

  it('[DB6] says what is no dashboard', () => {
    expect(readDashboardText('{')).toMatchObject({ fault: { message: expect.stringContaining('Not JSON') } })
    expect(readDashboardText(' '.repeat(MOST_DASHBOARD_TEXT + 1))).toMatchObject({ ok: false })
    for (const other of [null, [], {}, 'x', { dashboard: { title: 't' } }]) expect(readDashboard(other).ok).toBe(false)
  })
})
