import { readFileSync } from 'node:fs'
import { type DashboardDocument, readDashboardText } from '../../../src/main/engine/dashboards/document'
import { type ImportOptions, importDashboard } from '../../../src/main/engine/dashboards/import'
import type { ImportedDashboard, ImportedPanel } from '../../../src/main/engine/dashboards/imported'
import { allInEnglish } from '../../support/in-english'

export function documentAt(file: string | URL): DashboardDocument {
  const read = readDashboardText(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(read.fault.message)
  return read.value
}

export function fixture(name: string): DashboardDocument {
  return documentAt(new URL(`../../fixtures/dashboards/${name}.json`, import.meta.url))
}

export function imported(name: string, options: ImportOptions = { through: 'prometheus' }): ImportedDashboard {
  return allInEnglish(importDashboard(fixture(name), options))
}

export function panelsOf(dashboard: ImportedDashboard): readonly ImportedPanel[] {
  return dashboard.rows.flatMap(row => row.panels)
}

export function rawFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/dashboards/${name}.json`, import.meta.url), 'utf8'))
}
