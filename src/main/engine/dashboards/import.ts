import * as z from 'zod/mini'
import { plainLine } from '../http/plain-text'
import type { DashboardDocument } from './document'
import type { ImportedDashboard, ImportedPanel } from './imported'
import { importPanel } from './panel'
import type { QuerySurroundings } from './queries'
import { asJsonObject, panelSchema, type RawPanel } from './schema'
import { importVariables } from './variables'

export interface ImportOptions {
  /** What its panels will be read through. */
  readonly through: 'grafana' | 'prometheus'
  /** Models of library panels that the dashboard itself does not hold, by uid. */
  readonly libraries?: ReadonlyMap<string, unknown>
}

/** Understands a dashboard: each of its panels ends as one that can be read, or with a reason why not. */
export function importDashboard(document: DashboardDocument, options: ImportOptions): ImportedDashboard {
  const { raw, listed } = document
  const variables = importVariables(raw)
  const inputs = Object.fromEntries(
    (raw.__inputs ?? []).flatMap(({ name, type, pluginId }) =>
      type === 'datasource' && pluginId ? [[name, pluginId]] : [],
    ),
  )
  const rows = document.rows.map(row => ({
    ...row,
    panels: row.panels.map(panel => withLibrary(panel, raw.__elements, options.libraries)),
  }))
  const all = rows.flatMap(row => row.panels)
  const around: QuerySurroundings = {
    through: options.through,
    typeOf: name => {
      const variable = variables.find(one => one.name === name)
      return variable?.kind === 'datasource' ? variable.query : (inputs[name] ?? null)
    },
    panel: id => all.find(panel => panel.id === id),
  }
  return {
    uid: raw.uid ?? null,
    title: plainLine(raw.title ?? '', 200) || 'Dashboard without a title',
    schemaVersion: raw.schemaVersion ?? null,
    variables,
    inputs,
    listed,
    rows: rows.map(({ title, repeat, panels }, at) => ({
      title: plainLine(title, 200),
      repeat: repeat || null,
      panels: panels.map((panel, place): ImportedPanel => importPanel(panel, `${at}.${place}`, around)),
    })),
  }
}

/** Library panels that a dashboard refers to and does not hold, by uid. */
export function missingLibraries({ raw, rows }: DashboardDocument): readonly string[] {
  const held = asJsonObject(raw.__elements) ?? {}
  const uids = rows
    .flatMap(row => row.panels)
    .flatMap(panel => (panel.type === undefined ? [panel.libraryPanel?.uid ?? ''] : []))
  return [...new Set(uids)].filter(uid => uid !== '' && !Object.hasOwn(held, uid))
}

/** The place in the dashboard is the panel's own; all else comes from the library. */
function withLibrary(
  panel: RawPanel,
  elements: unknown,
  libraries: ReadonlyMap<string, unknown> | undefined,
): RawPanel {
  const uid = panel.libraryPanel?.uid
  if (panel.type !== undefined || uid === undefined) return panel
  const held = asJsonObject(elements)
  const element = held !== null && Object.hasOwn(held, uid) ? asJsonObject(held[uid])?.model : libraries?.get(uid)
  const model = asJsonObject(element)
  if (model === null) return panel
  const { id, repeat, title, libraryPanel } = panel
  const read = z.parse(panelSchema, model)
  return { ...read, id: id ?? read.id, repeat: repeat ?? read.repeat, title: title || read.title, libraryPanel }
}
