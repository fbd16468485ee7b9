import { asJsonObject } from './schema'
import { sourceOfV2, variableOfV2 } from './schema-v2-variables'

/**
 * Dashboards of Grafana 12 and newer: `elements` by name, and a tree of layouts that places them. They are turned into
 * the classic model, which says the same in other places.
 * @see https://grafana.com/docs/grafana/latest/as-code/observability-as-code/schema-v2/
 */

type Json = Readonly<Record<string, unknown>>

/** Deeper than anybody nests tabs and rows. */
const DEEPEST = 12

/** The place of a panel: headings and repeats around it, the outermost first. */
interface Place {
  readonly titles: readonly string[]
  readonly repeats: readonly string[]
}

interface Placed extends Place {
  readonly element: string
  /** The variable that the panel itself is repeated for. */
  readonly repeat: string | null
}

export function isSchemaV2(model: Json): boolean {
  return asJsonObject(model.elements) !== null && asJsonObject(model.layout) !== null
}

/** The same dashboard as schemas before 2 write it. `name` of the resource is its uid. */
export function classicOfV2(spec: Json, name: unknown): Json {
  const elements = asJsonObject(spec.elements) ?? {}
  const { placed, unknown } = placesIn(spec.layout)
  const names = new Set(placed.map(one => one.element))
  // An unknown layout hides no panel: its panels come at the end.
  const rest = unknown ? Object.keys(elements).filter(element => !names.has(element)) : []
  const all = [
    ...placed,
    ...rest.map(element => ({ element, titles: ['Placed elsewhere'], repeats: [], repeat: null })),
  ]
  const rows = Map.groupBy(all, ({ titles, repeats }) => JSON.stringify([titles, repeats]))
  return {
    title: spec.title,
    uid: typeof name === 'string' ? name : null,
    templating: { list: listIn(spec.variables).map(variableOfV2) },
    panels: [...rows.values()].flatMap(its => rowOf(its, elements)),
  }
}

function rowOf(placed: readonly Placed[], elements: Json): readonly Json[] {
  const { titles = [], repeats = [] } = placed[0] ?? {}
  const nested = repeats.length > 1
  const panels = placed.flatMap(one => {
    const element = Object.hasOwn(elements, one.element) ? asJsonObject(elements[one.element]) : null
    const panel = element === null ? { title: one.element, type: 'missing element' } : panelOfV2(element)
    // One variable is all that a row of ours can be repeated for; the panel says so, instead of showing all values.
    return [{ ...panel, repeat: one.repeat, ...(nested ? { type: 'in a row that is repeated twice' } : {}) }]
  })
  return [{ type: 'row', title: titles.filter(title => title !== '').join(' · '), repeat: repeats[0] ?? null, panels }]
}

function panelOfV2(element: Json): Json {
  const spec = asJsonObject(element.spec) ?? {}
  const { id, title } = spec
  if (element.kind === 'LibraryPanel') return { id, title, libraryPanel: spec.libraryPanel }
  const shown = asJsonObject(spec.vizConfig) ?? {}
  const { options, fieldConfig } = asJsonObject(shown.spec) ?? {}
  const data = asJsonObject(asJsonObject(spec.data)?.spec) ?? {}
  const { interval, timeFrom, timeShift } = asJsonObject(data.queryOptions) ?? {}
  return {
    id,
    title,
    // In the first drafts of the schema the kind itself was the type of panel.
    type: shown.kind === 'VizConfig' ? shown.group : shown.kind,
    options,
    fieldConfig,
    targets: listIn(data.queries).map(targetOfV2),
    transformations: listIn(data.transformations).map(transformationOfV2),
    ...{ interval, timeFrom, timeShift },
  }
}

function targetOfV2(raw: unknown): Json {
  const spec = asJsonObject(asJsonObject(raw)?.spec) ?? {}
  const query = asJsonObject(spec.query) ?? {}
  return {
    ...asJsonObject(query.spec),
    refId: spec.refId,
    hide: spec.hidden === true,
    datasource: sourceOfV2(query, spec),
  }
}

function transformationOfV2(raw: unknown): Json {
  const { kind, group, spec } = asJsonObject(raw) ?? {}
  const { id, disabled, filter, options } = asJsonObject(spec) ?? {}
  return { id: id ?? group ?? kind, disabled, filter, options }
}

function placesIn(layout: unknown): { readonly placed: readonly Placed[]; readonly unknown: boolean } {
  const placed: Placed[] = []
  let unknown = false
  const walk = (raw: unknown, place: Place, depth: number): void => {
    const { kind, spec } = asJsonObject(raw) ?? {}
    const inside = asJsonObject(spec) ?? {}
    const parts = [...listIn(inside.rows), ...listIn(inside.tabs)]
    const items = listIn(inside.items)
    if (depth > DEEPEST || !/^(Rows|Tabs|Grid|AutoGrid|ResponsiveGrid)Layout$/.test(String(kind))) {
      unknown = true
      return
    }
    for (const part of parts) {
      const its = asJsonObject(asJsonObject(part)?.spec) ?? {}
      walk(its.layout, inPart(place, its), depth + 1)
    }
    for (const item of items.toSorted(byPlace)) placed.push(...itemsOf(item, place))
  }
  walk(layout, { titles: [], repeats: [] }, 0)
  return { placed, unknown }
}

function inPart({ titles, repeats }: Place, its: Json): Place {
  const repeat = repeatOf(its.repeat)
  return {
    titles: [...titles, typeof its.title === 'string' ? its.title : ''],
    repeats: repeat === null ? repeats : [...repeats, repeat],
  }
}

/** A panel, or a row of the first drafts, which lay in the grid and held its panels. */
function itemsOf(raw: unknown, place: Place): readonly Placed[] {
  const spec = asJsonObject(asJsonObject(raw)?.spec) ?? {}
  const { name } = asJsonObject(spec.element) ?? {}
  if (typeof name === 'string') return [{ ...place, element: name, repeat: repeatOf(spec.repeat) }]
  return listIn(spec.elements)
    .toSorted(byPlace)
    .flatMap(one => itemsOf(one, inPart(place, spec)))
}

function repeatOf(raw: unknown): string | null {
  const { value } = asJsonObject(raw) ?? {}
  return typeof value === 'string' && value !== '' ? value : null
}

/** From top to bottom, from left to right; grids that place by themselves keep their order. */
function byPlace(a: unknown, b: unknown): number {
  const at = (raw: unknown, axis: 'x' | 'y') => Number(asJsonObject(asJsonObject(raw)?.spec)?.[axis] ?? 0)
  return at(a, 'y') - at(b, 'y') || at(a, 'x') - at(b, 'x')
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
