import * as z from 'zod/mini'
import { MOST_PICTURES, PICTURE_LIMIT, pictureTypes } from '../domain/attachment'
import type { Audience } from '../domain/audience'
import { readers } from '../domain/channels/channel-kind'
import { channelVendors } from '../domain/channels/channel-kinds'
import type { ConnectionId, ContentHash, CustomRoleId, ResponderId } from '../domain/ids'
import { roles } from '../domain/people'
import { severities } from '../domain/severity'
import { statuses } from '../domain/status'
import { componentStatuses, publicImpacts, stages } from '../domain/update'
import { dropControls } from '../lib/controls'

/** Parsers of the fields that several kinds of event, and the calls, share. Limits are in code points. */

export const LINE_LIMIT = 10_000
export const TITLE_LIMIT = 255
export const NAME_LIMIT = 80
/** Statuspage's own limit of an update's body. */
export const BODY_LIMIT = 25_000

export function idField<Id extends string>(): z.ZodMiniType<Id, Id> {
  return z.string().check(z.regex(/^[\w.:-]{1,128}$/, 'input-id')) as unknown as z.ZodMiniType<Id, Id>
}

export const hashField = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'input-sha256')) as unknown as z.ZodMiniType<
  ContentHash,
  ContentHash
>

/** Id of an origin: of a key, or of a record of before there were keys. */
export const originField = z.string().check(z.regex(/^(?:legacy-)?[0-9a-f]{32}$/, 'must be the id of an origin'))

export const instant = z.number().check(z.int(), z.nonnegative(), z.lte(8_640_000_000_000_000))
export const severityField = z.enum(severities)
export const statusField = z.enum(statuses)
export const titleField = z.string().check(z.trim(), z.minLength(1), z.maxLength(TITLE_LIMIT))
export const lineField = z.string().check(z.trim(), z.minLength(1), z.maxLength(LINE_LIMIT))
/** Text that may be empty. */
/** Rules of the check, by name: a newer version may have others. */
export const rulesField = z.readonly(z.array(z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/))).check(z.maxLength(100)))
export const remarkField = z.string().check(z.trim(), z.maxLength(LINE_LIMIT))
export const nameField = z.string().check(z.trim(), z.minLength(1), z.maxLength(NAME_LIMIT))

/**
 * [HT4] A name as a person types it: hidden characters would make two of one name. In the log a name is read unchanged.
 */
export const typedNameField = z
  .string()
  .check(z.overwrite(dropControls), z.trim(), z.minLength(1), z.maxLength(NAME_LIMIT))

export const attachmentField = z.object({
  hash: hashField,
  type: z.enum(pictureTypes),
  size: z.number().check(z.int(), z.gte(1), z.lte(PICTURE_LIMIT)),
})

export const attachmentsField = z.readonly(z.array(attachmentField).check(z.maxLength(MOST_PICTURES)))

export const channelField = z.object({
  vendor: z.enum(channelVendors),
  connection: idField<ConnectionId>(),
  target: z.string().check(z.minLength(1), z.maxLength(128)),
  label: z.string().check(z.maxLength(255)),
  readers: z.optional(z.enum(readers)),
})

/** Code points of a named audience's name: `NAME_LIMIT`. */
const anAudience = z.regex(/^(?:customers|colleagues|named:\S(?:.{0,78}\S)?)$/u, 'must be an audience')

export const audienceField = z.string().check(anAudience) as unknown as z.ZodMiniType<Audience, Audience>

/** [HT4] The same as a client sends it: its name was typed by a person. */
export const typedAudienceField = z
  .string()
  .check(z.overwrite(dropControls), z.trim(), anAudience) as unknown as z.ZodMiniType<Audience, Audience>

export const publicCandidateField = z.object({
  externalId: z.string().check(z.minLength(1), z.maxLength(128)),
  name: z.string(),
  status: z.string(),
  openedAt: instant,
  lastUpdate: z.string(),
})

export const updateContentField = z.object({
  stage: z.enum(stages),
  channel: channelField,
  title: titleField,
  body: z.string().check(z.trim(), z.minLength(1), z.maxLength(BODY_LIMIT)),
  status: statusField,
  components: z.record(z.string(), z.enum(componentStatuses)),
  before: z.optional(z.record(z.string(), z.enum(componentStatuses))),
  notify: z.boolean(),
  nextUpdateAt: z.nullable(instant),
  impact: z.optional(z.enum(publicImpacts)),
})

export const linkedPageField = z.object({
  connection: idField<ConnectionId>(),
  externalId: z.string().check(z.minLength(1), z.maxLength(128)),
  title: z.string().check(z.maxLength(2_000)),
  service: z.nullable(z.string().check(z.maxLength(500))),
  url: z.nullable(z.string().check(z.maxLength(2_000))),
})

export const responderField = z.object({
  id: z.string() as unknown as z.ZodMiniType<ResponderId, ResponderId>,
  name: nameField,
})

/** A UUID and nothing else, because it is used as a key of records: `__proto__` would be an id too. */
export const customRoleField = z.uuid() as unknown as z.ZodMiniType<CustomRoleId, CustomRoleId>
/** One of the four roles, or the id of one that the incident has of its own. */
export const roleKeyField = z.union([z.enum(roles), customRoleField])

export const respondersField = z.readonly(z.array(responderField).check(z.maxLength(60)))

/** Of a role of an incident's own: typed to mean it, so short and without a space. */
export const lettersField = z
  .string()
  .check(z.trim(), z.toUpperCase(), z.regex(/^[\p{Lu}\d]{2,3}$/u, 'input-role-letters'))
export const dutiesField = z.readonly(z.array(lineField).check(z.maxLength(8)))
