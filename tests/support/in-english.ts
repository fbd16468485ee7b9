import { wordedReason } from '../../src/shared/contract/coded-reason'
import type { FaultValue } from '../../src/shared/contract/fault-codes'
import * as english from '../../src/shared/texts/english'

/** What the engine's reason says in English, as documents and older pages show it. */
export function inEnglish(reason: FaultValue | undefined): string {
  return wordedReason(reason ?? '').reason
}

/** The same of all reasons that are anywhere in a value; what is made of such a value then has their English. */
export function allInEnglish<T>(value: T): T {
  if (Array.isArray(value)) return value.map(allInEnglish) as T
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  if ('code' in value && typeof value.code === 'string' && Object.hasOwn(english.faults, value.code))
    return inEnglish(value as unknown as FaultValue) as T
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, allInEnglish(one)])) as T
}
