import * as z from 'zod/mini'
import type { ConnectionId } from '../../domain/ids'
import { baselineDays, panelFacts } from '../../domain/method/panel-meaning'
import { idField } from '../../events/fields'
import { MOST_DASHBOARD_TEXT, MOST_PANELS } from '../dashboards'

const short = z.string().check(z.maxLength(500))

const dashboardFrom = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('grafana'), connection: idField<ConnectionId>(), uid: short.check(z.minLength(1)) }),
  /** A file's text, and the connection that its panels are to be read through. */
  z.object({
    kind: z.literal('file'),
    connection: idField<ConnectionId>(),
    text: z.string().check(z.maxLength(MOST_DASHBOARD_TEXT)),
  }),
])

/** Values of variables, by name. */
const chosen = z.record(z.string().check(z.maxLength(100)), z.array(short).check(z.maxLength(200)))

const panelId = z.string().check(z.maxLength(128))

/** [GT1] As config.json stores it, and as a client sends it. */
export const panelMeaningField = z.object({
  fact: z.enum(panelFacts),
  baseline: z.nullable(z.enum(baselineDays)),
  times: z.number().check(z.gte(1), z.lte(100)),
  limit: z.nullable(z.number()),
})

export const metricInputs = {
  'panels:baseline': z.object({ day: z.enum(baselineDays) }),
  'dashboards:search': z.object({
    connection: idField<ConnectionId>(),
    words: z.string().check(z.trim(), z.maxLength(200)),
    page: z.number().check(z.int(), z.gte(1), z.lte(1_000)),
  }),
  'dashboards:open': z.object({ from: dashboardFrom, chosen }),
  'dashboards:pin': z.object({
    from: dashboardFrom,
    chosen,
    panels: z.array(z.string().check(z.regex(/^\d{1,4}\.\d{1,4}$/))).check(z.minLength(1), z.maxLength(2_000)),
  }),
  'dashboards:unpin': z.object({ panels: z.array(panelId).check(z.maxLength(MOST_PANELS)) }),
  'dashboards:mean': z.object({
    ...{ panel: panelId, means: z.nullable(panelMeaningField) },
    /** What the client showed of it: two people must not overwrite each other unnoticed. */
    was: z.nullable(panelMeaningField),
  }),
} as const
