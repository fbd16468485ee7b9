import * as z from 'zod/mini'
import { SECOND, utcClock } from '../../../../shared/lib/time'
import { parserOf } from '../../http/json'
import { plainLine } from '../../http/plain-text'
import { idText, instantOf, isoTime, maybeText } from '../fields'
import type { AlertmanagerAlert } from './parse'

const silence = z.object({ id: idText, endsAt: isoTime, createdBy: maybeText, comment: maybeText })
export type Silence = z.output<typeof silence>
export const parseSilences = parserOf('alertmanager', z.array(silence))

export function isSilenced({ status }: AlertmanagerAlert): boolean {
  return (status.silencedBy ?? []).length > 0
}

/** [AM1] Why nobody hears of an alert: whose silence and until when, or another alert; empty where it is heard. */
export function hushOf({ status }: AlertmanagerAlert, silences: readonly Silence[]): string {
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
