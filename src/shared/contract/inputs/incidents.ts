import * as z from 'zod/mini'
import { verdicts } from '../../domain/checkpoint'
import { documentFormats, documentKinds, LONGEST_WORDS, MOST_PATTERNS } from '../../domain/document-kinds'
import type { CheckpointId, ConnectionId, EventId, HandoffId, IncidentId, LinkId } from '../../domain/ids'
import { MOST_LINKS } from '../../domain/incident-facts'
import { milestoneNames } from '../../domain/milestone'
import { entryKinds } from '../../domain/timeline'
import { checkpointAnswersField } from '../../events/checkpoint-answers'
import { detectionField, linkKindField, servicesField } from '../../events/fact-fields'
import { idField, instant, lineField, remarkField, severityField, statusField, titleField } from '../../events/fields'
import { figureFields } from '../../events/figure-stated'
import { timeSourceField, turningPointField } from '../../events/time-fields'

/** Minutes that a checkpoint can be put off: four hours. */
const MOST_POSTPONED = 240

const incident = idField<IncidentId>()

const nothing = z.object({})

/** [ED1] What an edit began from, as it was read: whatever was there, also nothing. */
export const earlierText = z.string().check(z.maxLength(100_000))

/** [RD1] */
export const redactionField = z.object({
  people: z.boolean(),
  hosts: z.boolean(),
  patterns: z.readonly(
    z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_WORDS))).check(z.maxLength(MOST_PATTERNS)),
  ),
  kinds: z.readonly(z.array(z.enum(entryKinds)).check(z.maxLength(entryKinds.length))),
})

const handoffDocument = z.object({
  incident,
  handoff: idField<HandoffId>(),
  format: z.enum(documentFormats),
  /** Absent: the handoff itself. */
  document: z.optional(z.enum(documentKinds)),
  /** Absent: nothing is left out. */
  without: z.optional(redactionField),
})

/** [DI1] What is known of how it began when it is declared; absent or null: not stated. */
const beginning = {
  started: z.optional(z.nullable(z.object({ at: instant, source: timeSourceField }))),
  detection: z.optional(z.nullable(detectionField)),
}

/** The address as it was typed: the engine answers what is wrong with it. */
const typedLink = {
  link: idField<LinkId>(),
  kind: linkKindField,
  label: z.string().check(z.trim(), z.maxLength(200)),
  address: z.string().check(z.maxLength(10_000)),
}

/** [DI5] What it affects and where else to look when it is declared; absent or empty: not stated. */
const facts = {
  services: z.optional(servicesField),
  links: z.optional(z.readonly(z.array(z.object(typedLink)).check(z.maxLength(MOST_LINKS)))),
}

export const incidentInputs = {
  'incident:declare': z.object({
    ...{ incident, title: titleField, severity: severityField, impact: remarkField },
    ...beginning,
    ...facts,
  }),
  'incident:take': z.object({
    ...{ incident, alert: z.string().check(z.maxLength(300)), severity: severityField },
    impact: z.optional(remarkField),
    /** [DI7] Open incidents of this alert that the person knows of and declares another besides. */
    besides: z.optional(z.readonly(z.array(incident).check(z.maxLength(100)))),
    ...beginning,
    ...facts,
  }),
  'incident:link-page': z.object({ incident, alert: z.string().check(z.maxLength(300)) }),
  /** A PagerDuty incident that is linked. */
  'incident:unlink': z.object({
    incident,
    connection: idField<ConnectionId>(),
    externalId: z.string().check(z.maxLength(300)),
  }),
  'record:admit-ahead': z.object({ incident }),
  'incident:rename': z.object({ incident, title: titleField, was: z.optional(earlierText) }),
  'incident:change-severity': z.object({
    incident,
    to: severityField,
    reason: remarkField,
    was: z.optional(severityField),
  }),
  /** [RS7] The prompt that was shown. */
  'incident:decline-prompt': z.object({ incident, prompt: idField<EventId>() }),
  /** The version that was offered. */
  'incident:adopt-method': z.object({ incident, version: z.string().check(z.maxLength(100)) }),
  'incident:change-status': z.object({
    incident,
    to: statusField,
    reason: remarkField,
    was: z.optional(statusField),
  }),
  'incident:state-impact': z.object({ incident, impact: lineField, was: z.optional(earlierText) }),
  /** [IM1] Null is withdrawn; `was`: the statement that the client showed. */
  'incident:state-figure': z.object({ incident, ...figureFields }),
  /** When customers began to feel it, or no longer did. */
  'incident:confirm-time': z.object({ incident, of: turningPointField, at: instant, source: timeSourceField }),
  /** Null: it was not reached; `was`: what the client showed of it. */
  'incident:state-milestone': z.object({
    incident,
    milestone: z.enum(milestoneNames),
    at: z.nullable(instant),
    was: z.nullable(instant),
  }),
  'incident:add-link': z.object({ incident, ...typedLink }),
  'incident:remove-link': z.object({ incident, link: idField<LinkId>() }),
  'incident:state-services': z.object({
    incident,
    services: servicesField,
    was: z.optional(z.nullable(servicesField)),
  }),
  'incident:state-detection': z.object({
    incident,
    detection: detectionField,
    was: z.optional(z.nullable(detectionField)),
  }),
  'checkpoint:hold': z.object({
    incident,
    checkpoint: idField<CheckpointId>(),
    answers: checkpointAnswersField,
    verdict: z.enum(verdicts),
  }),
  'checkpoint:postpone': z.object({
    ...{ incident, checkpoint: idField<CheckpointId>(), was: instant, pause: z.boolean(), reason: lineField },
    minutes: z.int().check(z.gte(1), z.lte(MOST_POSTPONED)),
  }),
  'checkpoint:resume': z.object({ incident, checkpoint: idField<CheckpointId>() }),
  'checkpoint:add': z.object({ incident, checkpoint: idField<CheckpointId>(), answers: checkpointAnswersField }),
  'handoff:write': z.object({ incident, handoff: idField<HandoffId>() }),
  'handoff:sources': nothing,
  'handoff:read': handoffDocument,
  'handoff:save': handoffDocument,
} as const
