import * as z from 'zod/mini'
import { codedPart } from '../../../shared/contract/coded-text'
import type { CodedPart, FaultCode, FaultValue } from '../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../shared/contract/faults'
import { type Vendor, vendorName } from '../../../shared/contract/vendors'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { plainLine } from './plain-text'

/** Reads a vendor's answer, of which nothing is known yet. */
export type Parser<T> = (body: unknown) => Reply<T, VendorFault>

/** A parser that answers the schema's value, or `unreadable-answer` with the vendor and the first field that is wrong. */
export function parserOf<S extends z.ZodMiniType>(vendor: Vendor, schema: S): Parser<z.output<S>> {
  return body => {
    const result = z.safeParse(schema, body)
    if (result.success) return ok(result.data)
    return fail(unreadable('answer-unexpected', { vendor: vendorName[vendor], wrong: firstWrong(result.error.issues) }))
  }
}

/** The JSON of an answer's text; a web page, a cut answer and an empty one are different faults. */
export function parseJson(vendor: Vendor, text: string): Reply<unknown, VendorFault> {
  const fault = noData(vendor, text)
  if (fault !== null) return fail(fault)
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    return fail(noJson(vendor))
  }
}

/** Why an answer's text cannot be data; null: it may be. */
export function noData(vendor: Vendor, text: string): VendorFault | null {
  const name = vendorName[vendor]
  const page = webPageTitle(text)
  if (page !== null) {
    const title: FaultValue = page === '' ? '' : { code: 'page-title', values: { title: page } }
    return unreadable('answer-page', { vendor: name, title })
  }
  return /\S/.test(text) ? null : unreadable('answer-empty', { vendor: name })
}

export function noJson(vendor: Vendor): VendorFault {
  // The reason that JSON.parse gives quotes the answer, which is of no use to a person here.
  return unreadable('answer-not-json', { vendor: vendorName[vendor] })
}

/** Title of an HTML page, empty where it has none; null: not HTML. */
export function webPageTitle(text: string): string | null {
  const start = text.slice(0, 20_000)
  if (!/^\s*(<!--[^>]*-->\s*)?<(!doctype html|html|head|body|\?xml)\b/i.test(start)) return null
  return plainLine(/<title[^>]*>([^<]*)/i.exec(start)?.[1] ?? '', 120)
}

function unreadable(code: FaultCode, values: Readonly<Record<string, FaultValue>>): VendorFault {
  return { kind: 'unreadable-answer', ...codedPart({ code, values }) }
}

/** Names the first field that does not fit, and what is wrong with it. */
export function firstWrong(issues: readonly z.core.$ZodIssue[]): CodedPart {
  const issue = issues[0]
  if (issue === undefined) return { code: 'whole-unknown' }
  if (issue.path.length === 0) return wholeWrong(issue)
  const field = plainLine(issue.path.join('.'), 120)
  const odd: CodedPart = { code: 'field-value', values: { field } }
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'field-type', values: { field, wanted: { code: jsonTypes[issue.expected] ?? 'json-other' } } }
    case 'custom':
      return isFlaw(issue.message) ? { code: 'field-that', values: { field, flaw: { code: issue.message } } } : odd
    default:
      return odd
  }
}

/** Of an answer, or of a row of it, of another kind altogether, such as `null`. */
function wholeWrong(issue: z.core.$ZodIssue): CodedPart {
  if (issue.code !== 'invalid_type') return { code: 'whole-unknown' }
  return { code: issue.expected === 'array' ? 'whole-no-list' : 'whole-no-fields' }
}

const jsonTypes: Readonly<Record<string, FaultCode>> = {
  string: 'json-string',
  number: 'json-number',
  int: 'json-number',
  boolean: 'json-boolean',
  array: 'json-array',
  tuple: 'json-array',
  object: 'json-object',
  record: 'json-object',
}

/** A schema of ours names its flaw by a code; what zod says of another is no text of ours. */
function isFlaw(message: string): message is 'flaw-time' | 'flaw-labels' {
  return message === 'flaw-time' || message === 'flaw-labels'
}
