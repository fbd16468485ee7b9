import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importDashboard } from '../../../src/main/engine/dashboards/import'
import { documentAt, panelsOf } from './fixture'

const folder = process.env.QUARTERDECK_DASHBOARDS ?? '../shared/dashboards'
const absent = existsSync(folder) ? '' : ` (skipped: there is no folder ${folder})`

describe.skipIf(absent !== '')(`real dashboards${absent}`, () => {
  it.each([
    ['node-exporter-full', { listed: 141, rows: 16, lines: 125, table: 0, names: 0, unsupported: 0, variables: 4 }],
    ['k8s-views-global', { listed: 30, rows: 4, lines: 26, table: 0, names: 0, unsupported: 0, variables: 4 }],
    ['k8s-views-pods', { listed: 29, rows: 4, lines: 16, table: 3, names: 6, unsupported: 0, variables: 6 }],
  ])('[DB7] %s imports whole', (name, counts) => {
    const dashboard = importDashboard(documentAt(join(folder, `${name}.json`)), { through: 'prometheus' })
    const panels = panelsOf(dashboard)
    const supported = panels.filter(panel => panel.reason === '')
    const shown = (how: string) => supported.filter(panel => panel.shown === how).length
    expect({
      listed: dashboard.listed,
      rows: dashboard.rows.length,
      lines: shown('lines'),
      table: shown('table'),
      names: shown('names'),
      unsupported: panels.length - supported.length,
      variables: dashboard.variables.length,
    }).toEqual(counts)
    expect(panels.length + dashboard.rows.length).toBe(dashboard.listed)
    for (const panel of supported) {
      expect(panel.queries.length, panel.title).toBeGreaterThan(0)
      expect(panel.queries.every(query => query.expr !== '')).toBe(true)
    }
  })
})
