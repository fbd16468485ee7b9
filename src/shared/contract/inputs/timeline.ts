import * as z from 'zod/mini'
import { MOST_PICTURES, PICTURE_LIMIT } from '../../domain/attachment'
import type { EntryId, IncidentId } from '../../domain/ids'
import { typedKinds } from '../../domain/timeline'
import { hashField, idField, instant, lineField, nameField, remarkField, typedNameField } from '../../events/fields'
import { PIECE } from '../attachments'
import { TYPED_LIMIT } from '../typed-text'
import { earlierText } from './incidents'
import { strategyItemField } from './strategy'

const incident = idField<IncidentId>()

/** Where in a picture a piece begins. */
const pictureOffset = z.number().check(z.int(), z.nonnegative(), z.lte(PICTURE_LIMIT))

/** A place where a person types: a browser's profile, or the desktop's window. */
const screen = idField<string>()

/** A text field of a client; null: it belongs to no incident. */
const typedPlace = { incident: z.nullable(incident), screen, field: z.string().check(z.minLength(1), z.maxLength(600)) }

export const timelineInputs = {
  'timeline:append': z.object({
    incident,
    entry: idField<EntryId>(),
    kind: z.enum(typedKinds),
    text: lineField,
    /** When it happened; null: when it was entered. */
    occurredAt: z.nullable(instant),
    /** [TL10] When it was entered, on the engine's clock as the client knows it; null: when it arrives. */
    enteredAt: z.optional(z.nullable(instant)),
    pinned: z.boolean(),
    /** Pictures that were stored before. */
    attachments: z.optional(z.array(hashField).check(z.maxLength(MOST_PICTURES))),
    /** [SG4] What the line puts on the strategy board, with the line's id. */
    strategy: z.optional(strategyItemField),
  }),
  'timeline:correct': z.object({
    incident,
    entry: idField<EntryId>(),
    text: lineField,
    was: z.optional(earlierText),
  }),
  'timeline:retract': z.object({ incident, entry: idField<EntryId>(), reason: remarkField }),
  'timeline:erase': z.object({ incident, entry: idField<EntryId>(), standIn: typedNameField, reason: lineField }),
  'people:erase-name': z.object({ incident, name: nameField, standIn: typedNameField, reason: lineField }),
  /** One piece of a picture, in their order; the hash is that of the whole. */
  'attachments:keep': z.object({
    hash: hashField,
    size: z.number().check(z.int(), z.gte(1), z.lte(PICTURE_LIMIT)),
    offset: pictureOffset,
    data: z.string().check(z.maxLength((PIECE / 3) * 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'input-base64')),
  }),
  'attachments:read': z.object({ hash: hashField, offset: pictureOffset }),
  /** [TL9] The unsent text in a field of a client, and since when by its clock. */
  'typed-text:write': z.object({ ...typedPlace, text: z.string().check(z.maxLength(TYPED_LIMIT)), at: instant }),
  'typed-text:read': z.object(typedPlace),
  /** The message's id is the new line's: accepted twice, it is written once. */
  'proposals:accept': z.object({ incident, proposal: idField<string>(), kind: z.enum(typedKinds) }),
  'proposals:dismiss': z.object({ incident, proposal: idField<string>() }),
} as const
