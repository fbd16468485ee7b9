import * as z from 'zod/mini'
import type { Vendor } from '../../../shared/contract/views'
import { SECOND, utcClock } from '../../../shared/lib/time'
import { parserOf } from '../http/json'
import { plainLine } from '../http/plain-text'
import { idText, instantOf, isoTime, maybeText } from './fields'

const silence = z.object({ id: idText, endsAt: isoTime, createdBy: maybeText, comment: maybeText })
export type Silence = z.output<typeof silence>
export const silencesParser = (vendor: Vendor) => parserOf(vendor, z.array(silence))

type Ids = readonly string[] | null | undefined

/** An alert's standing, as much of it as says who keeps it quiet. */
export interface Hushed {
  readonly status: { readonly silencedBy?: Ids; readonly inhibitedBy?: Ids; readonly mutedBy?: Ids }
}

export function isSilenced({ status }: Hushed): boolean {
  return (status.silencedBy ?? []).length > 0
}

/** [AM1] Why nobody hears of an alert: whose silence and until when, or another alert; empty where it is heard. */
export function hushOf({ status }: Hushed, silences: readonly Silence[]): string {
  const own = silences.filter(({ id }) => status.silencedBy?.includes(id))
  // The one that lasts longest keeps it quiet, however many there are.
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
