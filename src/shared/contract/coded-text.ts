import type { CodedValue } from '../domain/coded'
import * as english from '../texts/english'
import { numberText, t, tCount } from '../texts/t'
import type { Texts } from '../texts/texts'
import type { Coded, CodedPart, FaultCode, FaultValue } from './fault-codes'
import type { Fault, MaybeCoded } from './faults'

type FaultCatalogue = Pick<Texts, 'faults' | 'ui'>
type CodedMessage = {
  readonly code?: string | undefined
  readonly values?: Readonly<Record<string, CodedValue>> | undefined
  readonly message: string
}
type FaultValueMap = Readonly<Record<string, FaultValue>>

/** What says a fault by its code. `message` says the same for logs, the record, and a page that does not know the code. */
export interface CodedText {
  readonly code: FaultCode
  readonly values: FaultValueMap
  readonly message: string
}

/** [FA1] The code of a fault, to be laid into it: `{ kind: 'refused', ...coded('links-full', { most: 20 }) }`. */
export function coded<const Code extends FaultCode>(...[code, values]: Coded<Code>): CodedText {
  return codedPart({ code, values })
}

/** The same of a part that was put together elsewhere. */
export function codedPart({ code, values = {} }: CodedPart): CodedText {
  return { code, values, message: codeText({ code, values, message: code }, english.faults) }
}

/** The text of a fault, without its kind. */
export function codedMessage({ code, values, message }: Worded): Worded {
  return { code, values, message }
}

type Worded = MaybeCoded & Pick<Fault, 'message'>

/** A fault as a part of another one: its code, or a vendor's text. */
export function partOf({ code, values, message }: Worded): FaultValue {
  return code === undefined ? message : { code, values }
}

/**
 * [FA1] A fault in the language of `texts`: by its code, or in its own message where it has none, as a vendor's has, or
 * where the code is a newer engine's.
 */
export function faultTextIn(fault: Fault, texts: FaultCatalogue): string {
  if (fault.kind === 'invalid-input') return wrongFieldWords(fault, texts)
  if (fault.kind === 'storage-unknown') return t(texts.ui.keptUnknown, { message: codeText(fault, texts.faults) })
  return codeText(fault, texts.faults)
}

/** What is wrong with a field, under the name that people know it by; the call's own name for it is for programs. */
function wrongFieldWords(fault: WrongField, { faults, ui }: FaultCatalogue): string {
  const message = flawText(fault, faults)
  const name = fieldName(fault.field, ui.fields)
  return name === '' ? message : t(ui.wrongField, { field: name, message })
}

type WrongField = Extract<Fault, { readonly kind: 'invalid-input' }>

/** What is wrong with a field, without its name. */
export function flawText(fault: WrongField, texts: Texts['faults']): string {
  const said = codeText(fault, texts)
  return said.startsWith(`${fault.field}: `) ? said.slice(fault.field.length + 2) : said
}

function fieldName(path: string, known: Readonly<Record<string, string>>): string {
  const last = path.split('.').findLast(part => !/^\d*$/.test(part)) ?? ''
  const plain = last.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return known[last] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** [FA1] The text of a code with its values in it; the message where the code or one of its values' is not known here. */
export function codeText({ code, values = {}, message }: CodedMessage, texts: Texts['faults']): string {
  if (code === undefined || !isKnown({ code, values }, texts)) return message
  const text = texts[code as keyof typeof texts]
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueWords(value, texts)]))
  if (typeof text === 'string') return t(text, said)
  const { count: _, ...others } = said
  return tCount(text, Number(values.count), others)
}

/** One code within it is newer than the page: then all of it is shown in the engine's own text. */
function isKnown(value: CodedValue, texts: Texts['faults']): boolean {
  if (typeof value !== 'object') return true
  return Object.hasOwn(texts, value.code) && Object.values(value.values ?? {}).every(one => isKnown(one, texts))
}

/** A number is written as the language writes it. */
function valueWords(value: CodedValue, texts: Texts['faults']): string {
  if (typeof value === 'object') return codeText({ ...value, message: value.code }, texts)
  return typeof value === 'number' ? numberText(value) : value
}
