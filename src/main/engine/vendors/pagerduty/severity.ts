import * as z from 'zod/mini'
import type { Connection } from '../../../../shared/contract/connections'
import { type Severity, severities } from '../../../../shared/domain/severity'
import { idText, maybeText } from '../fields'
import { pageOf } from './paging'
import type { PagerDutyIncident } from './parse'

const priority = z.object({ id: idText, summary: maybeText, name: maybeText })
export type PagerDutyPriority = z.output<typeof priority>
export const parsePriorities = pageOf('priorities', priority)

/**
 * [PD13] What a page's priority means here: what the connection says of its name; else by its place, since PagerDuty
 * lists the most severe first; else by a name such as P1 or SEV-2. Undefined without a priority, or for one unknown.
 */
export function severityOf(
  incident: PagerDutyIncident,
  priorities: readonly PagerDutyPriority[],
  said: Connection['severities'],
): Severity | undefined {
  const { priority: own } = incident
  if (own === null || own === undefined) return undefined
  const name = own.summary ?? ''
  const told = said !== undefined && Object.hasOwn(said, name) ? said[name] : undefined
  if (told !== undefined) return told
  const place = priorities.findIndex(({ id, name: known, summary }) =>
    own.id === undefined || own.id === null ? (known ?? summary) === name : id === own.id,
  )
  if (place >= 0) return severities[Math.min(place, severities.length - 1)]
  const digit = /^(?:p|sev(?:erity)?[-\s]?)([0-5])\b/i.exec(name)?.[1]
  return digit === undefined ? undefined : severities[Math.min(Math.max(Number(digit) - 1, 0), severities.length - 1)]
}
