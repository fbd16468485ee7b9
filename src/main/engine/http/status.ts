import { coded } from '../../../shared/contract/coded-text'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../shared/contract/faults'
import { secretAddressVendors, type Vendor, vendorName } from '../../../shared/contract/vendors'
import { HOUR, type Millis, SECOND } from '../../../shared/lib/time'
import { webPageTitle } from './json'
import { plainLine } from './plain-text'
import { HIDDEN } from './secret-traces'
import type { HttpAnswer } from './types'

/** Finds the vendor's own words in the body of an error; null: none there. */
export type Words = (body: unknown) => string | null

/** Longer than this is a mistake or a trap: a feed must not fall silent for a day on one header. */
export const LONGEST_WAIT: Millis = HOUR

/**
 * What a status other than 2xx means. 401 and 403: `token-refused`. 429, and 420 as Statuspage sent it before 2021:
 * `rate-limited`. All else: `vendor-error`. Each with the vendor's own words where it gave any.
 */
export function faultOfStatus(vendor: Vendor, answer: HttpAnswer, words: Words): VendorFault {
  const { status } = answer
  // The status first in the text: people search for it, and a narrow line must not cut it off.
  const why = coded(meaningOf(status, vendor), { status, vendor: vendorName[vendor], said: saidBy(answer, words) })
  if (status === 401 || status === 403) return { kind: 'token-refused', status, ...why }
  if (status === 429 || status === 420) return { kind: 'rate-limited', retryAfter: waitAsked(answer.headers), ...why }
  return { kind: 'vendor-error', status, ...why }
}

function meaningOf(status: number, vendor: Vendor) {
  // [UP16] Who posts to a secret address has no token.
  if ((status === 401 || status === 403) && secretAddressVendors.includes(vendor)) return 'address-refuses'
  if (status === 401) return 'vendor-refused-token'
  if (status === 403) return 'vendor-forbids'
  if (status === 404) return 'vendor-knows-nothing'
  if (status === 429 || status === 420) return 'vendor-slow-down'
  return status >= 500 ? 'vendor-trouble' : 'vendor-refused'
}

function saidBy(answer: HttpAnswer, words: Words): FaultValue {
  const title = webPageTitle(answer.text)
  if (title === '') return { code: 'said-page' }
  const said = title ?? plainLine(words(jsonOrText(answer.text)) ?? '', 500)
  // Text from which a part of the token was removed may have the rest of it, written in a way that nobody thought of.
  if (said.includes(HIDDEN)) return { code: 'said-token' }
  if (title !== null) return { code: 'said-titled-page', values: { title } }
  return said === '' ? '' : { code: 'said-words', values: { words: said } }
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Not a failure: some vendors and most proxies send errors in plain text.
    return text
  }
}

/**
 * The wait that the headers ask for: `Retry-After` in seconds or as a date, else `ratelimit-reset` in seconds
 * (PagerDuty). Null: none asked. A date is counted from the vendor's own `Date`, since clocks differ.
 */
export function waitAsked(headers: Headers): Millis | null {
  const after = headers.get('retry-after')
  const wait = seconds(after) ?? untilDate(after, headers.get('date')) ?? seconds(headers.get('ratelimit-reset'))
  return wait === null ? null : Math.min(LONGEST_WAIT, Math.max(0, wait))
}

function seconds(text: string | null): Millis | null {
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Math.round(Number(text) * SECOND) : null
}

function untilDate(text: string | null, now: string | null): Millis | null {
  const span = Date.parse(text ?? '') - Date.parse(now ?? '')
  return Number.isNaN(span) ? null : span
}
