import * as z from 'zod/mini'
import { panelMeaningField } from '../../../shared/contract/inputs/metrics'
import { panelUnits } from '../../../shared/contract/panel-units'
import { componentStatuses } from '../../../shared/domain/update'
import { MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import { referenceComplaints } from './scenario-references'

/** The format of a scenario file, as described in resources/drills/README.md. Unknown fields are refused: a typing
 * error would otherwise leave a part of the story out without a word. */

const words = z.string().check(z.trim(), z.minLength(1))
const key = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,64}$/, 'input-scenario-name'))

/** `mm:ss` after the start, minutes unbounded, `-` for before → milliseconds. */
const offset = z.pipe(
  z.string().check(z.regex(/^-?\d{1,4}:[0-5]\d$/, 'input-story-time')),
  z.transform((text): Millis => {
    const [minutes = '0', seconds = '0'] = text.replace('-', '').split(':')
    const span = Number(minutes) * MINUTE + Number(seconds) * SECOND
    return text.startsWith('-') ? -span : span
  }),
)

const finite = z.number()

const signal = z.strictObject({
  keyframes: z.array(z.tuple([offset, finite])).check(z.minLength(1)),
  /** Half the width of the band that the noise stays in, in the signal's own unit. */
  noise: z.number().check(z.nonnegative()),
  min: z.optional(finite),
  max: z.optional(finite),
})

const panel = z.strictObject({
  id: key,
  title: words,
  unit: z.enum(panelUnits),
  thresholds: z.array(z.strictObject({ at: finite, level: z.enum(['warning', 'critical']) })),
  /** What it means, and what is normal. */
  means: z.optional(panelMeaningField),
  queries: z
    .array(z.strictObject({ legend: words, expr: words, signal: key, labels: z.record(key, z.string()) }))
    .check(z.minLength(1)),
})

const watcher = z.enum(['prometheus', 'grafana'])

/** A rule that cannot be worked out, and says why. */
const blindRule = z.strictObject({ name: key, by: watcher, place: words, from: offset, problem: words })

/** From when to when an alert is on. */
const episode = { pending: offset, firing: offset, until: offset }

const alert = z.strictObject({
  name: key,
  /** Who watches for it. */
  by: z._default(watcher, 'prometheus'),
  severity: z.enum(['critical', 'warning', 'info']),
  labels: z.record(key, z.string()),
  summary: words,
  signal: key,
  ...episode,
  /** Times at which it comes back, after the first and in their order. */
  again: z._default(z.array(z.strictObject(episode)), []),
})

const page = z.strictObject({
  id: key,
  title: words,
  details: words,
  service: key,
  urgency: z.enum(['high', 'low']),
  at: offset,
  until: offset,
})

const pagerduty = z.strictObject({
  /** The user that the drill's own calls are made for. */
  actAs: key,
  services: z.array(z.strictObject({ id: key, name: words })),
  users: z.array(z.strictObject({ id: key, name: words, email: z.email(), onCallFor: z.nullable(key) })),
  pages: z.array(page),
  /** What people write on the pages. */
  notes: z._default(z.array(z.strictObject({ at: offset, page: key, by: key, text: words })), []),
})

const statuspage = z.strictObject({
  id: key,
  name: words,
  components: z.array(
    z.strictObject({ id: key, name: words, description: words, status: z.optional(z.enum(componentStatuses)) }),
  ),
  /** Texts that the page's owners have prepared. */
  templates: z.optional(
    z.array(
      z.strictObject({
        id: key,
        name: words,
        title: words,
        body: words,
        status: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
      }),
    ),
  ),
})

const slack = z.strictObject({
  team: words,
  /** Channel that the drill's updates go to. */
  updates: key,
  /** Channel where the drill's incident is talked about, until it has one of its own. */
  warRoom: z.optional(key),
  channels: z.array(z.strictObject({ id: key, name: key, topic: words })),
  messages: z.array(z.strictObject({ at: offset, channel: key, from: words, text: words })),
})

export const scenarioSchema = z
  .strictObject({
    format: z.literal(1, 'input-scenario-format'),
    title: words,
    briefing: words,
    people: z.array(z.strictObject({ name: words, knows: words })).check(z.minLength(1)),
    /** Seeds the noise; the same seed draws the same charts. */
    seed: z.number().check(z.int(), z.nonnegative()),
    length: offset,
    /** Where a new drill opens: shortly before the first page, so that nobody waits for the story. */
    opensAt: z._default(offset, 0),
    deploys: z.array(z.strictObject({ at: offset, service: words, version: words, note: words })),
    /** What people noted on Grafana's charts. */
    notes: z._default(z.array(z.strictObject({ at: offset, text: words, tags: z.array(words) })), []),
    signals: z.record(key, signal),
    panels: z.array(panel).check(z.minLength(1)),
    alerts: z.array(alert),
    blindRules: z._default(z.array(blindRule), []),
    pagerduty,
    statuspage,
    slack,
  })
  .check(({ value, issues }) => {
    for (const complaint of referenceComplaints(value)) issues.push({ code: 'custom', input: value, ...complaint })
  })
