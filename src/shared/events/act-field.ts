import * as z from 'zod/mini'
import { SLACK_CHANNEL_LIMIT } from '../domain/channel-name'
import type { ConnectionId, UpdateId } from '../domain/ids'
import { componentStatuses } from '../domain/update'
import { maintenanceSteps, type VendorRequest } from '../domain/vendor-request'
import { BODY_LIMIT, idField, instant, remarkField, rulesField, titleField } from './fields'

/** Parser of a request to another system. Limits are the vendors' own where they have one, see the names. */

const SLACK_TOPIC_LIMIT = 250
/** Slack advises 4,000; PagerDuty names no limit for notes and status updates, so it has to do for them too. */
export const MESSAGE_LIMIT = 4_000

const connection = idField<ConnectionId>()
/** With the name that people know it by. */
export const thing = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(128)),
  name: z.string().check(z.maxLength(2_000)),
})
export const message = z.string().check(z.trim(), z.minLength(1), z.maxLength(MESSAGE_LIMIT))
const body = z.string().check(z.trim(), z.minLength(1), z.maxLength(BODY_LIMIT))

const onPage = { connection, page: thing }
const inChat = { connection, channel: thing }
const step = z.optional(z.literal(true))

export const updateEditField = z.object({
  ...{ kind: z.literal('update-edit'), connection, publicIncident: thing, update: idField<UpdateId>() },
  ...{ published: instant, before: body, body, displayedAt: z.optional(instant), why: message },
  entry: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  vendor: z.optional(z.literal('slack')),
  anyway: z.optional(z.object({ overrode: rulesField, reason: remarkField })),
})

export const actField: z.ZodMiniType<VendorRequest, VendorRequest> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page-acknowledge'), ...onPage }),
  z.object({
    kind: z.literal('page-resolve'),
    ...onPage,
    resolution: z.string().check(z.trim(), z.maxLength(MESSAGE_LIMIT)),
  }),
  z.object({ kind: z.literal('page-snooze'), ...onPage, until: instant }),
  z.object({
    kind: z.literal('page-reassign'),
    ...onPage,
    to: z.object({ ...thing.shape, type: z.enum(['user', 'policy']) }),
  }),
  z.object({ kind: z.literal('page-escalate'), ...onPage, level: z.number().check(z.int(), z.gte(1), z.lte(20)) }),
  z.object({
    kind: z.literal('page-add-responders'),
    ...onPage,
    users: z.array(thing).check(z.minLength(1), z.maxLength(20)),
    message,
  }),
  z.object({ kind: z.literal('page-note'), ...onPage, text: message }),
  z.object({ kind: z.literal('page-status-update'), ...onPage, message }),
  z.object({
    kind: z.literal('page-create'),
    connection,
    service: thing,
    title: titleField,
    urgency: z.enum(['high', 'low']),
    details: z.string().check(z.trim(), z.maxLength(MESSAGE_LIMIT)),
    policy: z.optional(thing),
    priority: z.optional(thing),
  }),
  z.object({ kind: z.literal('annotation'), connection, text: message, at: instant }),
  z.object({
    kind: z.literal('chat-open'),
    connection,
    name: z.string().check(z.regex(/^[a-z0-9_-]+$/, 'input-channel-name'), z.maxLength(SLACK_CHANNEL_LIMIT)),
    private: z.boolean(),
  }),
  z.object({ kind: z.literal('chat-topic'), ...inChat, topic: z.string().check(z.maxLength(SLACK_TOPIC_LIMIT)) }),
  z.object({ kind: z.literal('chat-post'), ...inChat, text: message, step }),
  z.object({ kind: z.literal('chat-pin'), ...inChat, message: z.string().check(z.regex(/^\d+\.\d+$/)), step }),
  z.object({ kind: z.literal('chat-invite'), ...inChat, person: thing }),
  z.object({ kind: z.literal('chat-archive'), ...inChat }),
  z.object({
    ...{ kind: z.literal('chat-lines'), ...inChat, since: instant, skipped: z.number().check(z.int(), z.gte(0)) },
    lines: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(100)),
  }),
  z.object({
    kind: z.literal('components-set'),
    connection,
    components: z
      .array(
        z.object({ ...thing.shape, status: z.enum(componentStatuses), before: z.optional(z.enum(componentStatuses)) }),
      )
      .check(z.minLength(1), z.maxLength(200)),
  }),
  z.object({
    kind: z.literal('maintenance-schedule'),
    connection,
    title: titleField,
    body,
    from: instant,
    until: instant,
    components: z.array(thing).check(z.maxLength(200)),
    notify: z.boolean(),
  }),
  z.object({
    kind: z.literal('maintenance-move'),
    connection,
    maintenance: thing,
    to: z.enum(maintenanceSteps),
    body,
    components: z.array(thing).check(z.maxLength(200)),
    notify: z.boolean(),
  }),
  z.object({ kind: z.literal('postmortem-publish'), connection, publicIncident: thing, body, notify: z.boolean() }),
  z.object({ kind: z.literal('metric-point'), connection, metric: thing, at: instant, value: z.number() }),
  updateEditField,
])
