import * as z from 'zod/mini'
import { parserOf } from '../../http/json'

export const parseStatus = parserOf('alertmanager', z.object({ versionInfo: z.object({ version: z.string() }) }))

/** Alertmanager's words: a bare JSON text or plain text; its gateway's, `message`. */
export function alertmanagerMessage(body: unknown): string | null {
  if (typeof body === 'string') return body
  const result = z.safeParse(z.object({ message: z.string() }), body)
  return result.success ? result.data.message : null
}
