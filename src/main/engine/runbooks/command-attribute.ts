import type { CodedPart } from '../../../shared/contract/fault-codes'
import { type CommandKind, commandKinds } from '../../../shared/domain/runbook'
import { isOneOf, isRecord } from '../../../shared/lib/read-json'

/** What stands after the fence of a block of code: ```` ```sh {"name":"pods","qd-kind":"check"} ````. */
export interface CommandAttribute {
  readonly language: string
  /** Undefined: the block says nothing of it. */
  readonly does: CommandKind | undefined
  readonly name: string | null
  readonly expect: string | null
  readonly dry: string | null
  readonly flaws: readonly AttributeFlaw[]
}

export interface AttributeFlaw {
  /** Characters after the beginning of the text that was read. */
  readonly offset: number
  readonly flaw: CodedPart
}

const OWN_KEYS = ['qd-kind', 'qd-expect', 'qd-dry']
const LONGEST_VALUE = 1_000

/**
 * [RN3] Reads the language and the attribute in JSON, as Runme writes it. Keys of other tools are left alone; of ours
 * one that is unknown or wrong counts as not given, and is named.
 * @param info the rest of the fence's line as it stands in the file
 */
export function readAttribute(info: string): CommandAttribute {
  const [, lead = '', language = ''] = /^(\s*)([^\s{]*)/.exec(info) ?? []
  const begin = lead.length + language.length
  const rest = info.slice(begin)
  const at = begin + rest.length - rest.trimStart().length
  const nothing = { language, does: undefined, name: null, expect: null, dry: null }
  if (!rest.trimStart().startsWith('{')) return { ...nothing, flaws: [] }
  const json = parsed(rest.trim())
  if ('reason' in json) return { ...nothing, flaws: [{ offset: at + json.place, flaw: notJson(json.reason) }] }
  return { language, ...readKeys(json.value, name => at + Math.max(0, rest.trim().indexOf(`"${name}"`))) }
}

function readKeys(keys: Readonly<Record<string, unknown>>, placeOf: (name: string) => number) {
  const flaws: AttributeFlaw[] = []
  const wrong = (name: string, flaw: CodedPart) => {
    flaws.push({ offset: placeOf(name), flaw: { code: 'field-flaw', values: { field: name, flaw } } })
    return null
  }
  const textOf = (name: string) => {
    const value = keys[name] ?? null
    if (value === null) return null
    if (typeof value !== 'string' || value.trim() === '') return wrong(name, { code: 'input-wrong' })
    const most = LONGEST_VALUE
    return value.length > most
      ? wrong(name, { code: 'input-too-long', values: { most, given: value.length } })
      : value.trim()
  }
  for (const name of Object.keys(keys)) {
    if (name.startsWith('qd-') && !OWN_KEYS.includes(name)) wrong(name, { code: 'input-unknown-field' })
  }
  const kind = keys['qd-kind']
  const does = isOneOf(commandKinds, kind) ? kind : undefined
  if (kind !== undefined && does === undefined) {
    wrong('qd-kind', { code: 'input-choice', values: { choices: commandKinds.join(', ') } })
  }
  return { does, name: textOf('name'), expect: textOf('qd-expect'), dry: textOf('qd-dry'), flaws }
}

function parsed(
  text: string,
): { readonly value: Readonly<Record<string, unknown>> } | { reason: string; place: number } {
  try {
    const value: unknown = JSON.parse(text)
    // A text that begins with a brace and is JSON is an object.
    return { value: isRecord(value) ? value : {} }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const place = Number(/at position (\d+)/.exec(reason)?.[1] ?? 0)
    return { reason: reason.replace(/ in JSON at position.*$|, (\.\.\.)?".*$/, ''), place }
  }
}

function notJson(reason: string): CodedPart {
  return { code: 'runbook-attribute', values: { reason } }
}
