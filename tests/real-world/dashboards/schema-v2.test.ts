import { describe, expect, it } from 'vitest'
import { imported, panelsIn, pinned, reasonsOf, resolved, specsOf } from './a-dashboard'

/** As Grafana writes a resource since 12, with the parts that matter here. */
const query = (expr: string, part: object = {}) => ({
  kind: 'PanelQuery',
  spec: {
    refId: 'A',
    hidden: false,
    query: {
      kind: 'DataQuery',
      group: 'prometheus',
      version: 'v0',
      datasource: { name: 'prom-1' },
      spec: { expr, legendFormat: '{{pod}}' },
    },
    ...part,
  },
})
const panel = (id: number, title: string, part: object = {}) => ({
  kind: 'Panel',
  spec: {
    id,
    title,
    data: {
      kind: 'QueryGroup',
      spec: { queries: [query('up')], transformations: [], queryOptions: {}, ...part },
    },
    vizConfig: {
      kind: 'VizConfig',
      group: 'timeseries',
      version: '12.3.0',
      spec: { options: {}, fieldConfig: { defaults: { unit: 'timeticks' }, overrides: [] } },
    },
  },
})
const at = (name: string, x: number, y: number, part: object = {}) => ({
  kind: 'GridLayoutItem',
  spec: { x, y, width: 12, height: 8, element: { kind: 'ElementReference', name }, ...part },
})
const grid = (...items: object[]) => ({ kind: 'GridLayout', spec: { items } })
const row = (title: string, layout: object, part: object = {}) => ({
  kind: 'RowsLayoutRow',
  spec: { title, collapse: true, layout, ...part },
})
const rows = (...its: object[]) => ({ kind: 'RowsLayout', spec: { rows: its } })
const tab = (title: string, layout: object, part: object = {}) => ({
  kind: 'TabsLayoutTab',
  spec: { title, layout, ...part },
})
const resource = (elements: object, layout: object, variables: object[] = []) => ({
  apiVersion: 'dashboard.grafana.app/v2beta1',
  kind: 'Dashboard',
  metadata: { name: 'shop-1' },
  spec: { title: 'Shop', elements, layout, variables },
})
const repeat = (value: string) => ({ repeat: { mode: 'variable', value } })

describe('[DB18] a dashboard of schema v2', () => {
  it('has its panels where the layout places them, with their queries, units and repeats', async () => {
    const pods = {
      kind: 'CustomVariable',
      spec: { name: 'pod', query: 'a,b', multi: true, current: { value: ['a', 'b'] } },
    }
    const elements = {
      'panel-1': panel(1, 'Up since', { queryOptions: { interval: '1m' } }),
      'panel-2': panel(2, 'Pod $pod', {
        queries: [query('up{pod="$pod"}'), query('limit', { refId: 'B', hidden: true })],
      }),
      'panel-3': panel(3, 'Unplaced'),
    }
    const layout = rows(row('', grid(at('panel-1', 0, 0))), row('Pods', grid(at('panel-2', 0, 0, repeat('pod')))))
    const model = resource(elements, layout, [pods])
    expect(imported(model)).toMatchObject({
      title: 'Shop',
      uid: 'shop-1',
      rows: [
        { title: '', panels: [{ id: 1, unit: 'centiseconds' }] },
        { title: 'Pods', panels: [{ id: 2, repeat: 'pod' }] },
      ],
    })
    expect(imported(model).rows[0]?.panels[0]?.queries).toMatchObject([
      { ref: 'A', expr: 'up', legend: '{{pod}}', minStep: '1m', source: { type: 'prometheus', uid: 'prom-1' } },
    ])
    expect(specsOf(await pinned(model)).map(spec => [spec.title, spec.queries.length, spec.queries[0]?.expr])).toEqual([
      ['Up since', 1, 'up'],
      ['Pod a', 1, 'up{pod="a"}'],
      ['Pod b', 1, 'up{pod="b"}'],
    ])
  })

  it('is read from top to bottom and left to right, through tabs, rows, automatic grids and drafts’ rows', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const elements = Object.fromEntries(names.map((name, id) => [name, panel(id, name.toUpperCase())]))
    const auto = {
      kind: 'AutoGridLayout',
      spec: { items: [{ kind: 'AutoGridLayoutItem', spec: { element: { name: 'd' } } }] },
    }
    const old = { kind: 'GridLayoutRow', spec: { y: 0, collapsed: true, title: 'Old', elements: [at('e', 0, 1)] } }
    const tabs = [
      tab('First', rows(row('In it', grid(at('b', 12, 0), at('c', 0, 8), at('a', 0, 0))))),
      tab('Auto', auto),
      tab('', grid(old)),
    ]
    const found = imported(resource(elements, { kind: 'TabsLayout', spec: { tabs } }))
    expect(found.rows.map(one => [one.title, one.panels.map(its => its.title)])).toEqual([
      ['First · In it', ['A', 'B', 'C']],
      ['Auto', ['D']],
      ['Old', ['E']],
    ])
  })

  it('repeats rows, and says where a row is repeated twice', async () => {
    const list = ['ns', 'pod'].map(name => ({
      kind: 'CustomVariable',
      spec: { name, query: 'x,y', multi: true, current: { value: ['x', 'y'] } },
    }))
    const elements = { a: panel(1, 'In $ns'), b: panel(2, 'Twice') }
    const twice = tab('T', rows(row('R', grid(at('b', 0, 0)), repeat('pod'))), repeat('ns'))
    const tabs = [tab('S', grid(at('a', 0, 0)), repeat('ns')), twice]
    const outcomes = await pinned(resource(elements, { kind: 'TabsLayout', spec: { tabs } }, list))
    expect(specsOf(outcomes).map(spec => spec.title)).toEqual(['In x', 'In y'])
    expect(reasonsOf(outcomes)).toEqual(['Panels of type “in a row that is repeated twice” are not supported'])
  })

  it('has every kind of variable', async () => {
    const source = {
      kind: 'DataQuery',
      group: 'prometheus',
      datasource: { name: 'prom-1' },
      spec: { query: 'label_values(up, pod)' },
    }
    const list = [
      {
        kind: 'QueryVariable',
        spec: { name: 'pod', query: source, regex: '', sort: 'alphabeticalDesc', current: { value: '' } },
      },
      {
        kind: 'QueryVariable',
        spec: {
          name: 'old',
          query: { kind: 'prometheus', spec: { __legacyStringValue: 'label_values(up, pod)' } },
          datasource: { type: 'prometheus', uid: 'p' },
        },
      },
      { kind: 'DatasourceVariable', spec: { name: 'ds', pluginId: 'prometheus', regex: '' } },
      { kind: 'ConstantVariable', spec: { name: 'const', query: '7' } },
      { kind: 'TextVariable', spec: { name: 'text', query: 't' } },
      { kind: 'IntervalVariable', spec: { name: 'span', query: '1m,5m' } },
      { kind: 'SwitchVariable', spec: { name: 'on', enabledValue: '1', disabledValue: '0', current: '0' } },
      { kind: 'AdhocVariable', spec: { name: 'by', filters: [{ key: 'a', operator: '=', value: 'b' }] } },
      { kind: 'GroupByVariable', spec: { name: 'group' } },
      { kind: 'NewVariable', spec: {} },
    ]
    const found = await resolved(resource({}, grid(), list), { values: ['a', 'c', 'b'] })
    expect(found.map(({ variable, chosen, problem }) => [variable.name, chosen[0], problem])).toEqual([
      ['pod', 'c', ''],
      ['old', 'a', ''],
      ['ds', 'main', ''],
      ['const', '7', ''],
      ['text', 't', ''],
      ['span', '1m', ''],
      ['on', '0', ''],
      ['by', undefined, 'Its filters are not applied'],
      ['group', undefined, 'Variables of type “GroupByVariable” are not supported'],
    ])
  })

  it('keeps its transformations, library panels and other types, and says what it cannot', () => {
    const moved = { kind: 'Transformation', group: 'organize', spec: { options: { excludeByName: { b: true } } } }
    const draft = { kind: 'labelsToRows', spec: { id: 'labelsToRows', options: {} } }
    const text = panel(3, 'Text')
    const elements = {
      a: panel(1, 'Moved', { transformations: [moved] }),
      b: panel(2, 'Odd', { transformations: [draft] }),
      c: { ...text, spec: { ...text.spec, vizConfig: { kind: 'canvas', spec: {} } } },
      d: { kind: 'LibraryPanel', spec: { id: 4, title: 'Lib', libraryPanel: { uid: 'l', name: 'Lib' } } },
    }
    const found = panelsIn(resource(elements, grid(...['a', 'b', 'c', 'd', 'gone'].map((name, y) => at(name, 0, y)))))
    expect(found[0]?.steps).toEqual([{ do: 'drop', what: { by: 'names', names: ['b'] } }])
    expect(found.map(one => one.reason)).toEqual([
      '',
      'Its transformation “labelsToRows” is not supported',
      'Panels of type “canvas” are not supported',
      'It is the library panel “Lib”, which this file does not hold',
      'Panels of type “missing element” are not supported',
    ])
  })

  it('loses no panel to a layout that is not known, and none to damage', () => {
    const elements = { a: panel(1, 'A'), b: null, c: 7, d: {} }
    for (const layout of [{ kind: 'Spiral', spec: {} }, {}, { kind: 'RowsLayout', spec: { rows: [null, 7, {}] } }])
      expect(imported(resource(elements, layout)).rows).toMatchObject([
        { title: 'Placed elsewhere', panels: [{ title: 'A' }, {}, {}, {}] },
      ])
    let deep: object = grid(at('a', 0, 0))
    for (let level = 0; level < 5_000; level += 1) deep = rows(row('r', deep))
    expect(panelsIn(resource(elements, deep)).map(one => one.title)).toContain('A')
    expect(imported(resource({}, grid())).rows).toEqual([])
  })
})
