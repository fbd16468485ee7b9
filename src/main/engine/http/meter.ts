import { type Millis, SECOND } from '../../../shared/lib/time'
import type { HttpClient } from './types'

/**
 * The rate limit that a vendor has left for us, by its own headers. `resetsIn` is counted from the answer that had it.
 */
export interface RateBudget {
  readonly limit: number
  readonly remaining: number
  readonly resetsIn: Millis
}

/** What went through one account. */
export interface Meter {
  /** Of the newest answer; null: it said nothing. */
  budget(): RateBudget | null
  /** Requests so far. */
  asked(): number
}

export interface MeteredHttp extends Meter {
  readonly http: HttpClient
}

/** Counts the requests of one account, and reads from each answer how many more the vendor allows. */
export function meterHttp(http: HttpClient): MeteredHttp {
  let budget: RateBudget | null = null
  let asked = 0
  return {
    budget: () => budget,
    asked: () => asked,
    http: {
      request: async (request, signal) => {
        asked += 1
        const reply = await http.request(request, signal)
        if (reply.ok) budget = readBudget(reply.value.headers)
        return reply
      },
    },
  }
}

/**
 * `ratelimit-limit`, `-remaining`, `-reset` in seconds to wait (PagerDuty; draft-ietf-httpapi-ratelimit-headers-06), or
 * the same with `x-` in front, whose reset may be an instant in epoch seconds: counted from the vendor's own `Date`.
 * Null unless all three are there and make sense.
 */
export function readBudget(headers: Headers): RateBudget | null {
  const read = (name: string) => wholeNumber(headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`))
  const [limit, remaining, reset] = [read('limit'), read('remaining'), read('reset')]
  if (limit === null || limit < 1 || remaining === null || reset === null) return null
  const resetsIn = reset < EPOCH ? reset * SECOND : reset * SECOND - Date.parse(headers.get('date') ?? '')
  return Number.isFinite(resetsIn) ? { limit, remaining, resetsIn: Math.max(0, resetsIn) } : null
}

/** No span in seconds is that long, and no instant of today that short. */
const EPOCH = 1_000_000_000

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null
}
