import type { VariableOption } from './imported'
import { asJsonObject } from './schema'

/** The values that a dashboard's author wrote for a variable. */

/** `a, b, Name : value`; a comma or colon behind a backslash belongs to the value. */
export function customOptions(query: string): readonly VariableOption[] {
  const parts = query.match(/(?:\\,|[^,])+/g) ?? []
  return parts
    .map(part => part.replaceAll('\\,', ',').trim())
    .filter(part => part !== '')
    .map(part => {
      const pair = /^([\s\S]+?)\s+:\s+([\s\S]+)$/.exec(part)
      return { text: pair?.[1] ?? part, value: pair?.[2] ?? part }
    })
}

/**
 * `valuesFormat: "json"`: a list of values, or of objects with `value`, `text` and properties of their own, which
 * queries name as `${name.property}`. Null: not such a list.
 */
export function jsonOptions(query: string): readonly VariableOption[] | null {
  const list = listIn(query)
  const options = list?.map(optionOf)
  return options === undefined || options.includes(null) ? null : options.filter(option => option !== null)
}

function listIn(query: string): readonly unknown[] | null {
  try {
    const read: unknown = JSON.parse(query)
    return Array.isArray(read) ? read : null
  } catch {
    return null // the variable says that its values cannot be read
  }
}

function optionOf(raw: unknown): VariableOption | null {
  const plain = scalar(raw)
  if (plain !== null) return { text: plain, value: plain }
  const object = asJsonObject(raw)
  const value = scalar(object?.value) ?? scalar(object?.text)
  if (object === null || value === null) return null
  return { text: scalar(object.text) ?? value, value, properties: propertiesOf(object) }
}

/** `{ aws: { region: 'x' } }` is named `aws.region`. One level is what dashboards have. */
function propertiesOf(object: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const pairs = Object.entries(object).flatMap(([name, value]) => {
    const inner = asJsonObject(value)
    return inner === null
      ? [[name, value] as const]
      : Object.entries(inner).map(([part, one]) => [`${name}.${part}`, one] as const)
  })
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => {
      const text = scalar(value)
      return text === null ? [] : [[name, text]]
    }),
  )
}

function scalar(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}
