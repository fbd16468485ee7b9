import * as z from 'zod/mini'

/**
 * The parts of Grafana's dashboard JSON that matter here, from schema 1 to 42. A field of another kind than expected
 * counts as absent: dashboards are written by many versions and by hand, and one odd field must not lose the rest.
 * What an absent field means for a panel is said on that panel.
 */

function lax<S extends z.ZodMiniType>(schema: S) {
  return z.catch(z.optional(schema), undefined)
}

const anything = z.optional(z.unknown())
const text = lax(z.string())
const flag = lax(z.boolean())
const number = lax(z.number())
const list = lax(z.array(z.unknown()))
const names = z.catch(z.array(z.string()), [])

const property = z.object({ id: z.string(), value: anything })
const override = z.object({
  matcher: z.object({ id: z.string(), options: anything }),
  properties: z.catch(z.array(property), []),
})

export const thresholdStep = z.object({ color: text, value: z.catch(z.nullish(z.number()), null) })

const defaults = z.object({
  unit: text,
  decimals: number,
  min: number,
  max: number,
  displayName: text,
  mappings: list,
  thresholds: lax(z.object({ mode: text, steps: z.catch(z.array(thresholdStep), []) })),
  custom: lax(z.object({ thresholdsStyle: lax(z.object({ mode: text })) })),
})

const options = z.object({
  reduceOptions: lax(z.object({ calcs: names, values: flag, fields: text })),
  colorMode: text,
  textMode: text,
  // Of a heatmap, and of a text.
  calculate: flag,
  yAxis: lax(z.object({ unit: text })),
  mode: text,
  content: text,
})

export const panelSchema = z.object({
  id: number,
  title: text,
  type: text,
  repeat: lax(z.nullable(z.string())),
  repeatPanelId: number,
  repeatedByRow: flag,
  collapsed: flag,
  panels: list,
  libraryPanel: lax(z.object({ uid: text, name: text })),
  datasource: anything,
  targets: list,
  fieldConfig: lax(z.object({ defaults: lax(defaults), overrides: z.catch(z.array(override), []) })),
  options: lax(options),
  transformations: lax(z.array(z.object({ id: z.string(), disabled: flag, filter: anything, options: anything }))),
  interval: lax(z.nullable(z.string())),
  timeFrom: lax(z.nullable(z.string())),
  timeShift: lax(z.nullable(z.string())),
  // Of the panels before Grafana 7.
  format: text,
  decimals: number,
  valueName: text,
  yaxes: lax(z.array(z.object({ format: text, decimals: number }))),
  y_formats: lax(z.array(z.string())),
  thresholds: anything,
  colors: names,
  colorValue: flag,
  colorBackground: flag,
  dataFormat: text,
  yAxis: lax(z.object({ format: text })),
  mode: text,
  content: text,
})

export const targetSchema = z.object({
  refId: text,
  expr: text,
  legendFormat: text,
  hide: flag,
  interval: text,
  datasource: anything,
  panelId: number,
})

export const rowSchema = z.object({
  title: text,
  panels: list,
  repeat: lax(z.nullable(z.string())),
  repeatRowId: number,
})

const option = z.object({ text: anything, value: anything })

export const variableSchema = z.object({
  name: z.string().check(z.regex(/^\w{1,100}$/)),
  type: z.string(),
  label: lax(z.nullable(z.string())),
  query: anything,
  definition: text,
  valuesFormat: text,
  regex: text,
  sort: number,
  multi: flag,
  includeAll: flag,
  allValue: lax(z.nullable(z.string())),
  current: lax(option),
  options: lax(z.array(option)),
  datasource: anything,
  filters: list,
  // Of a switch.
  enabledValue: text,
  disabledValue: text,
})

const input = z.object({ name: z.string(), type: text, pluginId: text, value: anything })

export const dashboardSchema = z.object({
  title: text,
  uid: lax(z.nullable(z.string())),
  schemaVersion: number,
  panels: list,
  rows: list,
  templating: lax(z.object({ list })),
  __inputs: lax(z.array(input)),
  __elements: anything,
})

export type RawDashboard = z.output<typeof dashboardSchema>
export type RawPanel = z.output<typeof panelSchema>
export type RawDashboardRow = z.output<typeof rowSchema>
export type RawVariable = z.output<typeof variableSchema>
export type RawOverride = z.output<typeof override>
export type RawStep = z.output<typeof thresholdStep>

/** A JSON object, or null. */
export function asJsonObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null
}

export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}
