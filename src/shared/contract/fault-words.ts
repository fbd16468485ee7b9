import { say, sayCount } from '../words/say'
import type { Words } from '../words/words'
import type { Fault } from './faults'

type Texts = Pick<Words, 'faults' | 'ui'>
type Said = {
  readonly code?: string | undefined
  readonly values?: FaultValueMap | undefined
  readonly message: string
}
type FaultValueMap = Readonly<Record<string, string | number>>

/**
 * [FA1] A fault in the language of `texts`: by its code, or in its own message where it has none, as a vendor's has, or
 * where the code is a newer engine's.
 */
export function faultWords(fault: Fault, texts: Texts): string {
  if (fault.kind === 'invalid-input') return wrongFieldWords(fault, texts.ui)
  if (fault.kind === 'storage-unknown') return say(texts.ui.keptUnknown, fault)
  return codeWords(fault, texts.faults)
}

/** What is wrong with a field, under the name that people know it by; the call's own name for it is for programs. */
function wrongFieldWords(
  { field, message }: Extract<Fault, { readonly kind: 'invalid-input' }>,
  ui: Words['ui'],
): string {
  const said = message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message
  const name = fieldName(field, ui.fields)
  return name === '' ? said : say(ui.wrongField, { field: name, message: said })
}

function fieldName(path: string, known: Readonly<Record<string, string>>): string {
  const last = path.split('.').findLast(part => !/^\d*$/.test(part)) ?? ''
  const plain = last.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return known[last] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** [FA1] The text of a code with its values in it. */
export function codeWords({ code, values = {}, message }: Said, texts: Words['faults']): string {
  if (code === undefined || !Object.hasOwn(texts, code)) return message
  const text = texts[code as keyof typeof texts]
  if (typeof text === 'string') return say(text, values)
  // The number is written as the language writes it.
  const { count, ...others } = values
  return sayCount(text, Number(count), others)
}
