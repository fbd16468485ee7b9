import * as z from 'zod/mini'
import { type ConfirmedTime, type TimeSource, timeSourceKinds, turningPoints } from '../domain/stated-time'
import { utcClock } from '../lib/time'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { instant } from './fields'
import { withMore } from './line'

export const timeSourceField = z.object({
  kind: z.enum(timeSourceKinds),
  name: z.string().check(z.maxLength(500)),
})

export const turningPointField = z.enum(turningPoints)

export const confirmedTimeBody = z.object({ at: instant, source: timeSourceField })

/** `PagerDuty incident “High error rate”`; empty where a person knew. */
export function timeSourceSummary({ kind, name }: TimeSource): string {
  return kind === 'person' && name === '' ? '' : t(texts.incidentLines.sources[kind], { name })
}

export function confirmedTimeText(text: string, { at, source }: Pick<ConfirmedTime, 'at' | 'source'>): string {
  return withMore(t(text, { time: utcClock(at).slice(0, 5) }), timeSourceSummary(source))
}
