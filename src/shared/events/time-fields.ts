import * as z from 'zod/mini'
import { type TimeSource, timeSourceKinds, turningPoints } from '../domain/stated-time'
import { instant } from './fields'

export const timeSourceField = z.object({
  kind: z.enum(timeSourceKinds),
  name: z.string().check(z.maxLength(500)),
})

export const turningPointField = z.enum(turningPoints)

export const confirmedTimeBody = z.object({ at: instant, source: timeSourceField })

const sourceNoun: Readonly<Record<TimeSource['kind'], string>> = {
  page: 'page',
  alert: 'alert',
  chart: 'chart',
  declared: 'when it was declared',
  resolved: 'when it was resolved',
  person: '',
}

/** `page “High error rate”`, for the record; empty where somebody simply knew. */
export function timeSourceSummary({ kind, name }: TimeSource): string {
  return name === '' ? sourceNoun[kind] : `${sourceNoun[kind]} “${name}”`
}
