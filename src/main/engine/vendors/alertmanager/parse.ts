import * as z from 'zod/mini'
import { parserOf } from '../../http/json'
import { idText, isoTime, labelSet, maybeText } from '../fields'

const idList = z.nullish(z.array(z.string()))

const alert = z.object({
  fingerprint: idText,
  labels: labelSet,
  annotations: labelSet,
  startsAt: isoTime,
  generatorURL: maybeText,
  status: z.object({ state: z.string(), silencedBy: idList, inhibitedBy: idList, mutedBy: idList }),
})

export type AlertmanagerAlert = z.output<typeof alert>

export const parseAlerts = parserOf('alertmanager', z.array(alert))
export const parseStatus = parserOf('alertmanager', z.object({ versionInfo: z.object({ version: z.string() }) }))

/** Alertmanager's words: a bare JSON text or plain text; its gateway's, `message`. */
export function alertmanagerWords(body: unknown): string | null {
  if (typeof body === 'string') return body
  const result = z.safeParse(z.object({ message: z.string() }), body)
  return result.success ? result.data.message : null
}
