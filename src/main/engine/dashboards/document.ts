import * as z from 'zod/mini'
import { MOST_DASHBOARD_TEXT } from '../../../shared/contract/dashboards'
import type { Fault } from '../../../shared/contract/faults'
import { withoutByteOrderMark } from '../../../shared/lib/file-text'
import { ok, type Reply } from '../../../shared/lib/reply'
import { refused } from '../record/decision'

import { withConstants } from './inputs'
import type { RawDashboardRow } from './schema'
import { asJsonObject, dashboardSchema, panelSchema, type RawDashboard, type RawPanel, rowSchema } from './schema'
import { classicOfV2, isSchemaV2 } from './schema-v2'

/**
 * Copies that Grafana made of repeated panels and rows, and saved beside their originals, with what the variables held
 * then. It drops them when it loads the dashboard and makes new ones of the original; so do we.
 * @see https://github.com/grafana/grafana/issues/17887 for what exports hold
 */

function originals(panels: readonly RawPanel[]): readonly RawPanel[] {
  return panels.filter(panel => !isCopy(panel))
}

function isCopy({ repeat, repeatPanelId, repeatedByRow }: RawPanel): boolean {
  return typeof repeatPanelId === 'number' && (!repeat || repeatedByRow === true)
}

/** Of schemas before 16. */
function isCopiedRow({ repeat, repeatRowId }: RawDashboardRow): boolean {
  return typeof repeatRowId === 'number' && !repeat
}

/** The source of the dashboard's text does not matter: file, API answer and resource are recognized by their shape. */

/** Panels that are read of one dashboard. */
const MOST_PANELS = 2_000

export interface DocumentRow {
  readonly title: string
  /** The variable that it is repeated for. */
  readonly repeat: string | null
  readonly panels: readonly RawPanel[]
}

export interface DashboardDocument {
  readonly raw: RawDashboard
  readonly rows: readonly DocumentRow[]
  /** Every panel that the file lists, rows among them. */
  readonly listed: number
}

export function readDashboardText(text: string): Reply<DashboardDocument, Fault> {
  if (text.length > MOST_DASHBOARD_TEXT) return refused('dashboard-too-large', { most: MOST_DASHBOARD_TEXT })
  try {
    return readDashboard(JSON.parse(withoutByteOrderMark(text)))
  } catch {
    return refused('dashboard-not-json')
  }
}

/** A dashboard as exported, as Grafana's API wraps it, or as a resource of Grafana 12. */
export function readDashboard(body: unknown): Reply<DashboardDocument, Fault> {
  const found = unwrapped(body)
  if (found === null) return refused('dashboard-without-panels')
  const written = withConstants(found)
  const model = isSchemaV2(written) ? classicOfV2(written, asJsonObject(asJsonObject(body)?.metadata)?.name) : written
  const read = z.safeParse(dashboardSchema, model)
  if (!read.success || (read.data.panels === undefined && read.data.rows === undefined))
    return refused('dashboard-without-panels')
  const { panels = [], rows = [] } = read.data
  const documentRows = [...oldRows(rows), ...newRows(panels)]
  const listed = documentRows.reduce((count, row) => count + row.panels.length, 0) + headsOf(rows, panels)
  if (listed > MOST_PANELS) return refused('dashboard-too-many-panels', { most: MOST_PANELS })
  return ok({ raw: read.data, rows: documentRows, listed })
}

function unwrapped(body: unknown): Readonly<Record<string, unknown>> | null {
  const outer = asJsonObject(body)
  if (outer === null) return null
  return (
    asJsonObject(outer.dashboard) ?? (typeof outer.apiVersion === 'string' ? asJsonObject(outer.spec) : null) ?? outer
  )
}

/** Schemas before 16: rows that hold their panels. */
function oldRows(rows: readonly unknown[]): readonly DocumentRow[] {
  return rows.flatMap(raw => {
    const row = z.safeParse(rowSchema, raw)
    if (!row.success) return []
    if (isCopiedRow(row.data)) return []
    const { title = '', repeat = null, panels = [] } = row.data
    return [{ title, repeat, panels: originals(panels.map(readPanel)) }]
  })
}

/** Since schema 16: one list, in which a panel of type `row` begins a row; a collapsed one holds its panels itself. */
function newRows(panels: readonly unknown[]): readonly DocumentRow[] {
  const rows: { title: string; repeat: string | null; panels: RawPanel[] }[] = []
  for (const panel of originals(panels.map(readPanel))) {
    if (panel.type === 'row') {
      const { title = '', repeat = null } = panel
      rows.push({ title, repeat: repeat ?? null, panels: [...originals((panel.panels ?? []).map(readPanel))] })
      continue
    }
    if (rows.length === 0) rows.push({ title: '', repeat: null, panels: [] })
    rows.at(-1)?.panels.push(panel)
  }
  return rows
}

/** Rows that the file lists, whether panels stand in them or behind them. */
function headsOf(rows: readonly unknown[], panels: readonly unknown[]): number {
  const heads = originals(panels.map(readPanel)).filter(panel => panel.type === 'row')
  return heads.length + rows.filter(row => !isCopiedRow(z.parse(rowSchema, asJsonObject(row) ?? {}))).length
}

/** What is no object at all is a panel without anything, which its reason says. */
function readPanel(raw: unknown): RawPanel {
  return z.parse(panelSchema, asJsonObject(raw) ?? {})
}
