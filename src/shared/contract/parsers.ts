import * as z from 'zod/mini'
import { MOST_PICTURES, PICTURE_LIMIT } from '../domain/attachment'
import { verdicts } from '../domain/checkpoint'
import type {
  ActId,
  CheckpointId,
  ConnectionId,
  EntryId,
  HandoffId,
  IncidentId,
  LinkId,
  NoiseRuleId,
  ResponderId,
  TeamId,
  UpdateId,
} from '../domain/ids'
import { typedKinds } from '../domain/timeline'
import { actField } from '../events/act-field'
import { checkpointAnswers } from '../events/checkpoint-held'
import { detectionField, linkKindField, servicesField } from '../events/fact-fields'
import {
  customRoleField,
  dutiesField,
  hashField,
  idField,
  instant,
  lettersField,
  lineField,
  nameField,
  remarkField,
  roleKeyField,
  severityField,
  statusField,
  titleField,
  updateContentField,
} from '../events/fields'
import { stepField } from '../events/first-step-marked'
import { timeSourceField, turningPointField } from '../events/time-fields'
import { templateField, typedFieldsField, wordingField } from '../events/update-drafted'
import { typedFactsField } from '../events/update-facts-typed'
import { MOST_GROUPS, MOST_ROWS } from './alerts'
import { PIECE } from './attachments'
import { cadenceField } from './cadence'
import { connectionLimits } from './connections'
import { MOST_DASHBOARD_TEXT, MOST_PANELS } from './dashboards'
import { cancelWindows } from './engine-settings'
import { optionalFeeds } from './feeds'
import { LONGEST_WORD, MOST_WORDS } from './labelled'
import { baselineDays } from './metrics'
import { noiseMatch } from './noise-input'
import { TYPED_LIMIT } from './typed-text'
import { vendors } from './vendors'

/** Parsers of every call's input. Whatever a screen sends is `unknown` until one of these has read it. */

const incident = idField<IncidentId>()
const nothing = z.object({})
/** Ids of people: their names, in small letters. */
const heard = z.array(z.string().check(z.maxLength(80)) as unknown as z.ZodMiniType<ResponderId, ResponderId>)

const httpUrl = z.string().check(
  z.trim(),
  z.maxLength(connectionLimits.address),
  z.refine(text => {
    const url = URL.parse(text)
    return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  }, 'must be an address that begins with https:// or http://, without a user name in it'),
)

const idList = z.readonly(z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(128))).check(z.maxLength(200)))

export const connectionInput = z.object({
  id: idField<ConnectionId>(),
  vendor: z.enum(vendors),
  name: nameField,
  baseUrl: httpUrl,
  from: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.from))),
  pageId: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.pageId))),
  annotate: z.optional(z.boolean()),
  unread: z.optional(z.readonly(z.array(z.enum(optionalFeeds)).check(z.maxLength(optionalFeeds.length)))),
  channel: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.channel))),
  warRoom: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.warRoom))),
  reaction: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.reaction))),
  everySeconds: z.optional(z.number().check(z.gte(1), z.lte(3_600))),
  services: z.optional(idList),
  teams: z.optional(idList),
  urgencies: z.optional(z.readonly(z.array(z.enum(['high', 'low'])).check(z.maxLength(2)))),
  severities: z.optional(z.record(z.string().check(z.maxLength(120)), severityField)),
  publicUrl: z.optional(httpUrl),
  caFile: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.caFile))),
})

const groupName = z.string().check(z.maxLength(500))
const serviceName = z.string().check(z.trim(), z.minLength(1, 'must not be empty'), z.maxLength(255))

const tokenInput = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(connectionLimits.token)))

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

const placeWord = z.discriminatedUnion('say', [
  z.object({ say: z.literal('this'), externalId: z.string().check(z.minLength(1), z.maxLength(128)) }),
  z.object({ say: z.literal('new') }),
  z.object({ say: z.literal('look-again') }),
])

/** Where in a picture a piece begins. */
const pictureOffset = z.number().check(z.int(), z.nonnegative(), z.lte(PICTURE_LIMIT))

/** A screen of its own at which somebody types: a browser's profile, or the desktop's window. */
const screen = idField<string>()

/** A field of a screen; null: it belongs to no incident. */
const typedPlace = { incident: z.nullable(incident), screen, field: z.string().check(z.minLength(1), z.maxLength(600)) }

/** Such as `impact` or `update:ID`: the same name on every screen means the same thing. */
const editedThing = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

/** [ED1] What an edit began from, as it was read: whatever was there, also nothing. */
const earlierText = z.string().check(z.maxLength(100_000))

/** Values of variables, by name. */
const chosen = z.record(z.string().check(z.maxLength(100)), z.array(short).check(z.maxLength(200)))

/** [ED1] Who held a role when somebody began to fill it; null: nobody. */
const earlierHolder = z.optional(z.nullable(nameField))

/** Of a role that an incident has of its own, all that is typed. */
const roleWords = { name: nameField, letters: lettersField, duties: dutiesField, operates: z.boolean() }

const teamWords = { name: nameField, lead: nameField, members: z.readonly(z.array(nameField).check(z.maxLength(60))) }

const handoffDocument = z.object({
  incident,
  handoff: idField<HandoffId>(),
  format: z.enum(['markdown', 'html']),
})

export const callInputs = {
  'session:hello': z.object({ name: z.nullable(nameField), screen: z.string().check(z.trim(), z.maxLength(80)) }),
  'session:visible': z.object({ visible: z.boolean() }),
  /** What the person at this screen is editing; null: nothing. */
  'session:editing': z.object({ editing: z.nullable(z.object({ incident, what: editedThing })) }),
  'log:follow': z.object({ incident, after: z.number().check(z.int(), z.nonnegative()) }),
  'log:unfollow': z.object({ incident }),
  'incident:declare': z.object({ incident, title: titleField, severity: severityField, impact: remarkField }),
  'incident:take': z.object({ incident, alert: z.string().check(z.maxLength(300)), severity: severityField }),
  'incident:link-page': z.object({ incident, alert: z.string().check(z.maxLength(300)) }),
  /** A PagerDuty incident that is linked. */
  'incident:unlink': z.object({
    incident,
    connection: idField<ConnectionId>(),
    externalId: z.string().check(z.maxLength(300)),
  }),
  'incident:rename': z.object({ incident, title: titleField, was: z.optional(earlierText) }),
  'incident:change-severity': z.object({
    incident,
    to: severityField,
    reason: remarkField,
    was: z.optional(severityField),
  }),
  'incident:change-status': z.object({
    incident,
    to: statusField,
    reason: remarkField,
    was: z.optional(statusField),
  }),
  'incident:state-impact': z.object({ incident, impact: lineField, was: z.optional(earlierText) }),
  /** When customers began to feel it, or no longer did. */
  'incident:confirm-time': z.object({ incident, of: turningPointField, at: instant, source: timeSourceField }),
  /** The address as it was typed: the engine answers what is wrong with it. */
  'incident:add-link': z.object({
    incident,
    link: idField<LinkId>(),
    kind: linkKindField,
    label: z.string().check(z.trim(), z.maxLength(200)),
    address: z.string().check(z.maxLength(10_000)),
  }),
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
  'roles:assign': z.object({ incident, role: roleKeyField, name: nameField, was: earlierHolder }),
  'roles:release': z.object({ incident, role: roleKeyField, was: earlierHolder }),
  /** Null: nobody stands in any more. */
  'roles:deputise': z.object({ incident, role: roleKeyField, name: z.nullable(nameField), was: earlierHolder }),
  'roles:define': z.object({
    incident,
    role: customRoleField,
    ...roleWords,
    was: z.optional(z.nullable(z.object(roleWords))),
  }),
  'roles:drop': z.object({ incident, role: customRoleField, was: earlierHolder }),
  'roles:mark-step': z.object({ incident, role: roleKeyField, step: stepField, done: z.boolean() }),
  /** Whoever is in neither list was not heard. */
  'roles:call-roll': z.object({ incident, present: heard, absent: heard }),
  /** Forms a sub-team, or gives it this name, this lead and these members. */
  'teams:set': z.object({
    incident,
    team: idField<TeamId>(),
    ...teamWords,
    was: z.optional(z.nullable(z.object(teamWords))),
  }),
  'teams:end': z.object({
    incident,
    team: idField<TeamId>(),
    was: z.optional(z.object(teamWords)),
  }),
  'timeline:append': z.object({
    incident,
    entry: idField<EntryId>(),
    kind: z.enum(typedKinds),
    text: lineField,
    /** When it happened; null: when it was entered. */
    occurredAt: z.nullable(instant),
    /** [TL10] When it was entered, on the engine's clock as the screen knows it; null: when it arrives. */
    enteredAt: z.optional(z.nullable(instant)),
    pinned: z.boolean(),
    /** Pictures that were kept before. */
    attachments: z.optional(z.array(hashField).check(z.maxLength(MOST_PICTURES))),
  }),
  'timeline:correct': z.object({
    incident,
    entry: idField<EntryId>(),
    text: lineField,
    was: z.optional(earlierText),
  }),
  'timeline:retract': z.object({ incident, entry: idField<EntryId>(), reason: remarkField }),
  /** One piece of a picture, in their order; the hash is that of the whole. */
  'attachments:keep': z.object({
    hash: hashField,
    size: z.number().check(z.int(), z.gte(1), z.lte(PICTURE_LIMIT)),
    offset: pictureOffset,
    data: z.string().check(z.maxLength((PIECE / 3) * 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64')),
  }),
  'attachments:read': z.object({ hash: hashField, offset: pictureOffset }),
  /** [TL9] What is half typed in a field of a screen, and since when by its clock. */
  'typed-text:write': z.object({ ...typedPlace, text: z.string().check(z.maxLength(TYPED_LIMIT)), at: instant }),
  'typed-text:read': z.object(typedPlace),
  /** The message's id is the new line's: accepted twice, it is written once. */
  'proposals:accept': z.object({ incident, proposal: idField<string>(), kind: z.enum(typedKinds) }),
  'proposals:dismiss': z.object({ incident, proposal: idField<string>() }),
  'checkpoint:hold': z.object({
    incident,
    checkpoint: idField<CheckpointId>(),
    answers: checkpointAnswers,
    verdict: z.enum(verdicts),
  }),
  'comms:templates': nothing,
  'comms:fill': z.object({
    incident,
    template: templateField,
    fields: typedFieldsField,
    nextUpdateAt: z.nullable(instant),
  }),
  'comms:draft': z.object({
    incident,
    update: idField<UpdateId>(),
    content: updateContentField,
    /** Null: the caller knows of no draft with this id. */
    was: z.optional(z.nullable(updateContentField)),
    /** Product and symptom as the writer typed them; absent: they typed neither. */
    facts: z.optional(typedFactsField),
    /** [CM22] How the words came about; absent: by hand. */
    wording: z.optional(wordingField),
  }),
  'comms:discard': z.object({ incident, update: idField<UpdateId>() }),
  'comms:publish': z.object({
    incident,
    update: idField<UpdateId>(),
    /** [UP8] Updates that the writer knows to be out or on their way; absent: the caller looked at none. */
    seen: z.optional(z.array(idField<UpdateId>()).check(z.maxLength(10_000))),
  }),
  'comms:cancel': z.object({ incident, update: idField<UpdateId>() }),
  /** A person's word on an update that the engine could not settle. */
  'comms:settle': z.object({
    incident,
    update: idField<UpdateId>(),
    word: z.enum(['it-is-out', 'send-again', 'give-up']),
  }),
  /** [UP6] A person's word on which public incident a held update goes on with. */
  'comms:place': z.object({ incident, update: idField<UpdateId>(), word: placeWord }),
  'acts:ask': z.object({ incident, act: idField<ActId>(), what: actField }),
  /** A person's word on an act that the engine could not settle, or could not do: then to try it again. */
  'acts:settle': z.object({
    incident,
    act: idField<ActId>(),
    word: z.enum(['it-is-done', 'send-again', 'give-up']),
  }),
  'handoff:write': z.object({ incident, handoff: idField<HandoffId>() }),
  'handoff:sources': nothing,
  'handoff:read': handoffDocument,
  'handoff:save': handoffDocument,
  'panels:baseline': z.object({ day: z.enum(baselineDays) }),
  'pages:details': z.object({ alert: z.string().check(z.maxLength(300)) }),
  'services:names': nothing,
  'people:on-call': nothing,
  /** Two letters at least: an account may have thousands of people. */
  'people:find': z.object({
    connection: idField<ConnectionId>(),
    words: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)),
  }),
  'pages:directory': z.object({ connection: idField<ConnectionId>() }),
  'pages:templates': z.object({ connection: idField<ConnectionId>() }),
  'feeds:refresh': nothing,
  'feeds:catch-up': nothing,
  'settings:read': nothing,
  'settings:change': z.object({
    me: z.optional(z.nullable(nameField)),
    cancelWindow: z.optional(z.number().check(z.refine(span => cancelWindows.includes(span)))),
    cadence: z.optional(cadenceField),
  }),
  'alerts:group': z.object({
    group: groupName,
    offset: z.number().check(z.int(), z.nonnegative()),
    limit: z.number().check(z.int(), z.gte(1), z.lte(200)),
  }),
  'alerts:pages': z.object({ groups: z.readonly(z.array(groupName).check(z.maxLength(MOST_GROUPS))) }),
  'alerts:labelled': z.object({
    words: z.readonly(
      z.array(z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD))).check(z.maxLength(MOST_WORDS)),
    ),
  }),
  'alerts:rows': z.object({
    /** Of the last answer; empty: none yet. */
    epoch: z.string().check(z.maxLength(64)),
    since: z.number().check(z.int(), z.nonnegative()),
  }),
  'alerts:first': z.object({
    origin: z.optional(z.enum(['page', 'alert'])),
    state: z.optional(z.enum(['firing', 'acknowledged', 'pending', 'suppressed'])),
    since: z.optional(instant),
    unhidden: z.optional(z.boolean()),
    order: z.enum(['loudest', 'newest']),
    limit: z.number().check(z.int(), z.gte(1), z.lte(MOST_ROWS)),
  }),
  'alerts:names': nothing,
  'alerts:read': z.object({ alert: z.string().check(z.maxLength(300)) }),
  'alerts:rules': nothing,
  'alerts:silences': nothing,
  'alerts:dependencies': nothing,
  'alerts:depend': z.object({
    dependsOn: z
      .record(serviceName, z.readonly(z.array(serviceName).check(z.maxLength(100))))
      .check(z.refine(all => Object.keys(all).length <= 1_000, 'must be 1,000 services at most')),
  }),
  'alerts:preview': z.object({ match: noiseMatch }),
  /** The screen makes the id: a call that comes twice sets one rule. */
  'alerts:hide': z.object({
    rule: idField<NoiseRuleId>(),
    match: noiseMatch,
    reason: lineField,
    until: z.nullable(instant),
    /** An older rule that this one takes the place of, which ends with it. */
    replaces: z.optional(idField<NoiseRuleId>()),
  }),
  'alerts:unhide': z.object({ rule: idField<NoiseRuleId>() }),
  'connections:list': nothing,
  'connections:save': z.object({ connection: connectionInput, token: tokenInput }),
  'connections:remove': z.object({ connection: idField<ConnectionId>() }),
  'connections:test': z.object({ connection: connectionInput, token: tokenInput }),
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
  'dashboards:unpin': z.object({ panels: z.array(z.string().check(z.maxLength(128))).check(z.maxLength(MOST_PANELS)) }),
  'world:enter-drill': z.object({
    drill: z.string().check(z.regex(/^[\w-]{1,64}$/)),
    speed: z.number().check(z.gte(0.1), z.lte(600)),
    /** From its beginning, with a record of its own, also where one is running. */
    anew: z._default(z.boolean(), false),
  }),
  'world:leave-drill': nothing,
} as const
