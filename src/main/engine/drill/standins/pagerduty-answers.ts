import type { StandInAnswer } from './server'

/** PagerDuty's forms of an answer: errors with its own codes, and pages of a list. */

export function pagerDutyRefusal(
  status: number,
  code: number,
  message: string,
  errors?: readonly string[],
): StandInAnswer {
  return { status, body: { error: { message, code, ...(errors && { errors }) } } }
}

export function invalid(error: string): StandInAnswer {
  return pagerDutyRefusal(400, 2001, 'Invalid Input Provided', [error])
}

export const pagerDutyNotFound: StandInAnswer = pagerDutyRefusal(404, 2100, 'Not Found')

/** PagerDuty refuses to page deeper. */
const DEEPEST = 10_000

/** One page of a list, by `limit` (25, at most 100) and `offset`; `total` is null unless asked for. */
export function paged<Item>(
  name: string,
  query: URLSearchParams,
  items: readonly Item[],
  json: (item: Item) => object,
): StandInAnswer {
  const [limit, offset] = [wholeNumber(query.get('limit') ?? '25'), wholeNumber(query.get('offset') ?? '0')]
  if (limit === undefined || limit < 1 || limit > 100) return invalid('Limit must be between 1 and 100')
  if (offset === undefined) return invalid('Offset must be greater than or equal to 0')
  if (offset + limit > DEEPEST) return invalid('Offset and limit together must not exceed 10000')
  const page = items.slice(offset, offset + limit).map(json)
  const more = offset + limit < items.length
  const total = query.get('total') === 'true' ? items.length : null
  return { status: 200, body: { [name]: page, limit, offset, total, more } }
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
