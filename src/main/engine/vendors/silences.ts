import * as z from 'zod/mini'
import type { SilenceRow } from '../../../shared/contract/silences'
import type { Vendor } from '../../../shared/contract/vendors'
import type { ConnectionId } from '../../../shared/domain/ids'
import { rowId } from '../../../shared/domain/row-id'
import { SECOND, utcClock } from '../../../shared/lib/time'
import { parserOf } from '../http/json'
import { plainLine } from '../http/plain-text'
import { rowsOf } from '../http/rows'
import { idText, instantOf, isoTime, maybeText } from './fields'

const matcher = z.object({
  name: z.string(),
  value: z.string(),
  isRegex: z.nullish(z.boolean()),
  /** Absent in Alertmanagers before 0.22, which knew no other. */
  isEqual: z.nullish(z.boolean()),
})
const silence = z.object({
  ...{ id: idText, endsAt: isoTime, createdBy: maybeText, comment: maybeText },
  startsAt: z.nullish(isoTime),
  status: z.nullish(z.object({ state: z.string() })),
  matchers: z.nullish(z.array(matcher)),
})
type Matcher = z.output<typeof matcher>
export type Silence = z.output<typeof silence>
export const silencesParser = (vendor: Vendor) => parserOf(vendor, rowsOf(silence))

type Ids = readonly string[] | null | undefined

/** An alert's status, as far as it says what suppresses it. */
export interface Hushed {
  readonly status: { readonly silencedBy?: Ids; readonly inhibitedBy?: Ids; readonly mutedBy?: Ids }
}

export function isSilenced({ status }: Hushed): boolean {
  return (status.silencedBy ?? []).length > 0
}

/** [AM1] Why nobody hears of an alert: whose silence and until when, or another alert; empty where it is heard. */
export function hushOf({ status }: Hushed, silences: readonly Silence[]): string {
  const own = silences.filter(({ id }) => status.silencedBy?.includes(id))
  // The longest-lasting one counts, however many there are.
  const longest = own.toSorted((a, b) => instantOf(b.endsAt) - instantOf(a.endsAt))[0]
  if (longest !== undefined) return silenceWords(longest)
  if ((status.silencedBy ?? []).length > 0) return 'silenced'
  if ((status.inhibitedBy ?? []).length > 0) return 'inhibited by another alert that fires'
  return (status.mutedBy ?? []).length > 0 ? 'muted by a time interval' : ''
}

function silenceWords({ createdBy, comment, endsAt }: Silence): string {
  const by = plainLine(createdBy ?? '', 80) || 'somebody'
  const why = plainLine(comment ?? '', 200)
  const until = instantOf(endsAt)
  const day = new Date(until).toISOString().slice(0, 10)
  return `silenced by ${by} until ${day} ${utcClock(Math.floor(until / SECOND) * SECOND).slice(0, 5)} UTC${why && `: ${why}`}`
}

/** [AM2] A silence as a person reads it; undefined: it is over. */
export function silenceRow(
  connection: ConnectionId,
  { id, createdBy, comment, startsAt, endsAt, status, matchers }: Silence,
  hushed: readonly Hushed[],
): SilenceRow | undefined {
  if (status?.state === 'expired') return undefined
  return {
    id: rowId(connection, id),
    connection,
    by: plainLine(createdBy ?? '', 80),
    why: plainLine(comment ?? '', 500),
    from: startsAt === null || startsAt === undefined ? 0 : instantOf(startsAt),
    until: instantOf(endsAt),
    matchers: (matchers ?? []).map(matcherText),
    hides: hushed.filter(alert => alert.status.silencedBy?.includes(id)).length,
  }
}

const signs = { equal: ['=', '!='], fits: ['=~', '!~'] } as const

function matcherText({ name, value, isRegex, isEqual }: Matcher): string {
  const sign = signs[isRegex ? 'fits' : 'equal'][isEqual === false ? 1 : 0]
  return plainLine(`${name}${sign}${JSON.stringify(value)}`, 300)
}
