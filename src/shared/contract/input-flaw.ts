import type * as z from 'zod/mini'
import * as english from '../texts/english'
import type { CodedPart, FaultCode } from './fault-codes'

type Issue = z.core.$ZodIssue

/**
 * [FA2] What is wrong with a field of an input from outside: its limit and what was given. Texts are described by their
 * length: they may be long, or secret.
 * @param issue undefined: nothing is known but that it does not fit
 * @param input all of what was parsed
 */
export function flawOf(issue: Issue | undefined, input: unknown): CodedPart {
  if (issue === undefined) return { code: 'input-wrong' }
  if (isCode(issue.message)) return { code: issue.message, values: issue.code === 'custom' ? issue.params : undefined }
  const given = valueAt(input, issue.path)
  switch (issue.code) {
    case 'invalid_type':
      return given === undefined ? { code: 'input-missing' } : wrongType(issue.expected, given)
    case 'too_big':
      return tooMuch(Number(issue.maximum), given)
    case 'too_small':
      return tooLittle(Number(issue.minimum), given)
    case 'invalid_value':
      return { code: 'input-choice', values: { choices: issue.values.slice(0, MOST_CHOICES).join(', ') } }
    case 'unrecognized_keys':
      return { code: 'input-unknown-field' }
    default:
      return { code: 'input-wrong' }
  }
}

const MOST_CHOICES = 12

/** A schema names its own flaw by its code; any other message is zod's, and says nothing to people. */
function isCode(message: string): message is FaultCode {
  return Object.hasOwn(english.faults, message)
}

function wrongType(expected: string, given: unknown): CodedPart {
  const wanted = wantedTypes[expected]
  if (wanted === undefined) return { code: 'input-wrong' }
  return { code: 'input-type', values: { wanted: { code: wanted }, given: { code: typeOf(given) } } }
}

const wantedTypes: Readonly<Record<string, FaultCode>> = {
  string: 'type-text',
  number: 'type-number',
  int: 'type-whole-number',
  boolean: 'type-yes-or-no',
  array: 'type-list',
  tuple: 'type-list',
  object: 'type-fields',
  record: 'type-fields',
}

function typeOf(given: unknown): FaultCode {
  if (given === null) return 'type-nothing'
  if (Array.isArray(given)) return 'type-list'
  return wantedTypes[typeof given] ?? 'type-nothing'
}

function tooMuch(most: number, given: unknown): CodedPart {
  if (typeof given === 'string') return { code: 'input-too-long', values: { most, given: given.length } }
  if (Array.isArray(given)) return { code: 'input-too-many', values: { most, given: given.length } }
  return { code: 'input-too-large', values: { most, given: Number(given) } }
}

function tooLittle(least: number, given: unknown): CodedPart {
  const size = typeof given === 'string' ? given.trim().length : Array.isArray(given) ? given.length : undefined
  if (size === 0) return { code: 'input-empty' }
  if (typeof given === 'string') return { code: 'input-too-short', values: { least, given: given.trim().length } }
  if (size !== undefined) return { code: 'input-too-few', values: { least, given: size } }
  return { code: 'input-too-small', values: { least, given: Number(given) } }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    input,
  )
}
