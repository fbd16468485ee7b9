import * as z from 'zod/mini'
import { toldHow } from '../../domain/audience-clocks'
import { LONGEST_CADENCE } from '../../domain/cadence'
import type { EventId, IncidentId, OutboxItemId, UpdateId } from '../../domain/ids'
import { lintRules } from '../../domain/lint/lint-finding'
import { paces } from '../../domain/update-pace'
import { actField, updateEditField } from '../../events/act-field'
import { verdictField } from '../../events/edit-judged'
import {
  BODY_LIMIT,
  channelField,
  hashField,
  idField,
  instant,
  LINE_LIMIT,
  lineField,
  remarkField,
  severityField,
  statusField,
  TITLE_LIMIT,
  typedAudienceField,
  updateContentField,
} from '../../events/fields'
import { templateField, typedFieldsField, wordingField } from '../../events/update-drafted'
import { typedFactsField } from '../../events/update-facts-typed'
import { WAIVER_REASON_LIMIT } from '../../events/update-publishing'
import { MOST_CHANNELS } from '../comms'

const incident = idField<IncidentId>()

const nothing = z.object({})

const placeWord = z.discriminatedUnion('say', [
  z.object({ say: z.literal('this'), externalId: z.string().check(z.minLength(1), z.maxLength(128)) }),
  z.object({ say: z.literal('new') }),
  z.object({ say: z.literal('look-again') }),
])

/** What one message says in one channel. */
const rendition = {
  update: idField<UpdateId>(),
  content: updateContentField,
  /** Null: the caller knows of no draft with this id. */
  was: z.optional(z.nullable(updateContentField)),
  /** [UP9] Whom it is meant for; absent: as before, or all readers of its channel. */
  audience: z.optional(typedAudienceField),
  /** [CM22] How the text was made; absent: by hand. */
  wording: z.optional(wordingField),
}

export const messageInputs = {
  'comms:templates': nothing,
  'comms:fill': z.object({
    incident,
    template: templateField,
    fields: typedFieldsField,
    nextUpdateAt: z.nullable(instant),
  }),
  /** [LN27] A text for customers as it is written, draft or not. */
  'comms:lint': z.object({
    incident,
    /** The message it belongs to: what that says in other channels is not what customers read last. */
    message: idField<UpdateId>(),
    /** As they are in their fields, so that a finding's place is a place there. */
    title: z.string().check(z.maxLength(TITLE_LIMIT)),
    body: z.string().check(z.maxLength(BODY_LIMIT)),
    stage: updateContentField.shape.stage,
    /** Where it goes; absent: no channel is chosen yet. */
    channel: z.optional(channelField),
    /** By id. */
    components: updateContentField.shape.components,
    nextUpdateAt: z.nullable(instant),
  }),
  /** [LN30] A draft before it is published, with all of its message; `update` is any of its parts. */
  'comms:check': z.object({ incident, update: idField<UpdateId>() }),
  'comms:draft': z.object({
    incident,
    ...rendition,
    /** [UP10] The same message in other channels; absent: those stay as they are. */
    also: z.optional(z.array(z.object(rendition)).check(z.maxLength(MOST_CHANNELS - 1))),
    /** Product and symptom as the writer typed them; absent: they typed neither. */
    facts: z.optional(typedFactsField),
  }),
  'comms:discard': z.object({ incident, update: idField<UpdateId>() }),
  'comms:publish': z.object({
    incident,
    update: idField<UpdateId>(),
    /** [UP8] Updates that the writer knows to be out or on their way; absent: the caller checked none. */
    seen: z.optional(z.array(idField<UpdateId>()).check(z.maxLength(10_000))),
    /** [UP15] What its writer read, by the hash of each part; absent: the caller read none. */
    read: z.optional(
      z.array(z.object({ update: idField<UpdateId>(), text: hashField })).check(z.maxLength(MOST_CHANNELS)),
    ),
    /** [AP7] The channel's name, typed by a person who goes on without an approval; absent: they do not. */
    alone: z.optional(z.string().check(z.maxLength(255))),
    /** [CM27] What the writer knows of the incident; absent: the caller checked nothing. */
    basis: z.optional(
      z.object({ severity: severityField, status: statusField, impact: z.string().check(z.maxLength(LINE_LIMIT)) }),
    ),
    /** [LN29] What a person lets pass of the text with that hash; absent: nothing. */
    consent: z.optional(
      z.object({
        text: hashField,
        /** Rules whose findings they saw. */
        seen: z.array(z.enum(lintRules)).check(z.maxLength(lintRules.length)),
        /** Why it is published although something blocks it. */
        reason: z.optional(z.string().check(z.trim(), z.maxLength(WAIVER_REASON_LIMIT))),
      }),
    ),
  }),
  /** [AP1] Asks for the approval of a message as it reads now; `update` is any of its parts. */
  'comms:ask-approval': z.object({
    incident,
    update: idField<UpdateId>(),
    /** [AP8] Why it is to be published although the check stops it; absent: nothing stops it. */
    because: z.optional(z.string().check(z.trim(), z.maxLength(WAIVER_REASON_LIMIT))),
  }),
  /** [AP1] `text`: hash of what the person who approves has read. */
  'comms:approve': z.object({
    incident,
    update: idField<UpdateId>(),
    text: hashField,
    /** [AP10] Why it is to leave although the check stops it, as the person who approves has read it; absent: no reason. */
    because: z.optional(z.string().check(z.trim(), z.maxLength(WAIVER_REASON_LIMIT))),
  }),
  /** [AP6] The same text, to be changed first; `note` says how. */
  'comms:send-back': z.object({ incident, update: idField<UpdateId>(), text: hashField, note: remarkField }),
  /** [PE1] [PE5] Other words for what is out: asked for, or proposed where somebody else approves it. */
  'comms:edit': z.object({
    incident,
    act: idField<OutboxItemId>(),
    what: updateEditField,
    /** [LN29] Why it is made although the check stops what it adds; absent: nothing is stopped. */
    because: z.optional(z.string().check(z.trim(), z.maxLength(WAIVER_REASON_LIMIT))),
  }),
  /** [PE5] `text`: hash of the edit that was read. Who proposed it takes it back by sending it back. */
  'comms:judge-edit': z.object({
    incident,
    edit: idField<OutboxItemId>(),
    text: hashField,
    verdict: verdictField,
    note: remarkField,
  }),
  /** [UP12] What was shown: the severity, and what was answered before. */
  'comms:choose-pace': z.object({
    incident,
    pace: z.enum(paces),
    severity: severityField,
    was: z.nullable(z.enum(paces)),
  }),
  /** [AU6] An audience hears later, or not (null), because of this. `was`: what held, as the person saw it. */
  'comms:put-off': z.object({
    incident,
    audience: typedAudienceField,
    minutes: z.nullable(z.number().check(z.int(), z.gte(1), z.lte(LONGEST_CADENCE))),
    reason: lineField,
    was: z.nullable(idField<EventId>()),
  }),
  'comms:wake': z.object({ incident, audience: typedAudienceField, was: idField<EventId>() }),
  /** [AU7] Told in no channel of ours: by whom the call is, at a time that they name. */
  'comms:told-by-hand': z.object({
    incident,
    audience: typedAudienceField,
    how: z.enum(toldHow),
    what: lineField,
    at: instant,
    promise: z.nullable(instant),
  }),
  'comms:cancel': z.object({ incident, update: idField<UpdateId>() }),
  /** A person's word on an update that the engine could not settle. */
  'comms:settle': z.object({
    incident,
    update: idField<UpdateId>(),
    word: z.enum(['it-is-out', 'send-again', 'give-up']),
  }),
  /** [UP6] A person's decision on which public incident a held update continues. */
  'comms:place': z.object({ incident, update: idField<UpdateId>(), word: placeWord }),
  'acts:ask': z.object({ incident, act: idField<OutboxItemId>(), what: actField }),
  /**
   * A person's decision on an item whose outcome the engine could not find, or that it could not send: then to retry
   * it.
   */
  'acts:settle': z.object({
    incident,
    act: idField<OutboxItemId>(),
    word: z.enum(['it-is-done', 'send-again', 'give-up']),
  }),
} as const
