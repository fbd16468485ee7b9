import { everyText } from './every-text'
import { asJsonObject } from './schema'

/**
 * What an export "for sharing" asks its importer for. Grafana writes `${NAME}` in place of each use of a constant's
 * value, the constant variable itself included, and puts the value in `__inputs`.
 * @see https://grafana.com/docs/grafana/latest/dashboards/share-dashboards-panels/ "Export for sharing externally"
 */

type Model = Readonly<Record<string, unknown>>

/** The model with its own constants filled in. One without a value stays unchanged. */
export function withConstants(model: Model): Model {
  const constants = new Map(constantsOf(model).filter(([, value]) => value !== ''))
  if (constants.size === 0) return model
  const { __inputs, ...rest } = model
  const fill = (text: string) => text.replace(/\$\{(\w+)\}/g, (whole, name: string) => constants.get(name) ?? whole)
  return { ...asJsonObject(everyText(rest, fill)), __inputs }
}

function constantsOf({ __inputs }: Model): readonly (readonly [string, string])[] {
  return (Array.isArray(__inputs) ? __inputs : []).flatMap(raw => {
    const { name, type, value } = asJsonObject(raw) ?? {}
    if (typeof name !== 'string' || type !== 'constant') return []
    return [[name, typeof value === 'string' || typeof value === 'number' ? String(value) : ''] as const]
  })
}

/** Name of the input whose value is missing in a variable's value; null: it has a value of its own. */
export function openInput(value: string): string | null {
  return /^\$\{(VAR_\w+)\}$/.exec(value)?.[1] ?? null
}
