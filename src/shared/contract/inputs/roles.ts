import * as z from 'zod/mini'
import type { IncidentId, ResponderId, TeamId } from '../../domain/ids'
import {
  customRoleField,
  dutiesField,
  idField,
  instant,
  lettersField,
  nameField,
  roleKeyField,
  typedNameField,
} from '../../events/fields'
import { stepField } from '../../events/first-step-marked'

const incident = idField<IncidentId>()

/** Ids of people: their names, in small letters. */
const heard = z.array(z.string().check(z.maxLength(80)) as unknown as z.ZodMiniType<ResponderId, ResponderId>)

/** [ED1] Who held a role when a person began to edit it; null: nobody. */
const earlierHolder = z.optional(z.nullable(nameField))

/** Of a role that an incident has of its own, all that is typed. */
const roleWords = { name: nameField, letters: lettersField, duties: dutiesField, operates: z.boolean() }

const teamWords = {
  name: typedNameField,
  lead: typedNameField,
  members: z.readonly(z.array(typedNameField).check(z.maxLength(60))),
}

export const roleInputs = {
  /** [FT3] The commander continues; `since`: when the one who was asked took command. */
  'roles:continue': z.object({ incident, since: instant }),
  'roles:assign': z.object({ incident, role: roleKeyField, name: typedNameField, was: earlierHolder }),
  'roles:release': z.object({ incident, role: roleKeyField, was: earlierHolder }),
  /** Null: there is no deputy any more. */
  'roles:deputise': z.object({ incident, role: roleKeyField, name: z.nullable(typedNameField), was: earlierHolder }),
  'roles:define': z.object({
    incident,
    role: customRoleField,
    ...roleWords,
    name: typedNameField,
    was: z.optional(z.nullable(z.object(roleWords))),
  }),
  'roles:drop': z.object({ incident, role: customRoleField, was: earlierHolder }),
  'roles:mark-step': z.object({ incident, role: roleKeyField, step: stepField, done: z.boolean() }),
  /** A person in neither list was not heard. */
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
} as const
