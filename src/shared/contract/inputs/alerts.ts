import * as z from 'zod/mini'
import type { ConnectionId, NoiseRuleId } from '../../domain/ids'
import { idField, instant, lineField } from '../../events/fields'
import { MOST_GROUPS, MOST_ROWS } from '../alerts'
import { LONGEST_WORD, MOST_WORDS } from '../labelled'
import { noiseMatch } from '../noise-input'

const nothing = z.object({})

const groupName = z.string().check(z.maxLength(500))

const MOST_NEEDING = 1_000

const serviceName = z.string().check(z.trim(), z.minLength(1), z.maxLength(255))

export const alertInputs = {
  'pages:details': z.object({ alert: z.string().check(z.maxLength(300)) }),
  'people:on-call': nothing,
  /** Two letters at least: an account may have thousands of people. */
  'people:find': z.object({
    connection: idField<ConnectionId>(),
    words: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)),
  }),
  'pages:directory': z.object({ connection: idField<ConnectionId>() }),
  'pages:templates': z.object({ connection: idField<ConnectionId>() }),
  'pages:metrics': z.object({ connection: idField<ConnectionId>() }),
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
    dependsOn: z.record(serviceName, z.readonly(z.array(serviceName).check(z.maxLength(100)))).check(
      z.refine(all => Object.keys(all).length <= MOST_NEEDING, {
        error: 'input-many-services',
        params: { most: MOST_NEEDING },
      }),
    ),
  }),
  'alerts:preview': z.object({ match: noiseMatch }),
  /** The client makes the id: a call that comes twice sets one rule. */
  'alerts:hide': z.object({
    rule: idField<NoiseRuleId>(),
    match: noiseMatch,
    reason: lineField,
    until: z.nullable(instant),
    /** An older rule that this one takes the place of, which ends with it. */
    replaces: z.optional(idField<NoiseRuleId>()),
  }),
  'alerts:unhide': z.object({ rule: idField<NoiseRuleId>() }),
} as const
