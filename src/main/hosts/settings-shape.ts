import * as z from 'zod/mini'
import { panelUnits } from '../../shared/contract/panel-units'
import { connectionInput } from '../../shared/contract/parsers'
import type { ConnectionId } from '../../shared/domain/ids'
import { idField, nameField } from '../../shared/events/fields'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import { MINUTE, SECOND } from '../../shared/lib/time'
import type { Settings } from '../engine/ports'

/** The shape of config.json, the same for every host. A field that is missing has its default. */

export const defaultSettings: Settings = {
  me: null,
  connections: [],
  panels: [],
  cancelWindow: 5 * SECOND,
  dependsOn: {},
}

const label = z.string().check(z.trim(), z.minLength(1, 'must not be empty'), z.maxLength(255))

const panelField = z.object({
  id: z.string().check(z.regex(/^[\w.:-]{1,128}$/, 'must be an id')),
  title: label,
  unit: z.enum(panelUnits),
  thresholds: z._default(
    z.array(z.object({ at: z.number(), level: z.enum(['warning', 'critical']) })).check(z.maxLength(10)),
    [],
  ),
  connection: idField<ConnectionId>(),
  datasourceUid: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  fallback: z.optional(idField<ConnectionId>()),
  queries: z
    .array(z.object({ legend: z.string().check(z.maxLength(255)), expr: z.string().check(z.minLength(1)) }))
    .check(z.minLength(1, 'must have at least one query'), z.maxLength(20)),
})

const settingsShape = z.object({
  me: z._default(z.nullable(nameField), defaultSettings.me),
  connections: z._default(z.array(connectionInput).check(z.maxLength(100), oneOfEach()), []),
  panels: z._default(z.array(panelField).check(z.maxLength(100), oneOfEach()), []),
  cancelWindow: z._default(z.number().check(z.int(), z.gte(0), z.lte(10 * MINUTE)), defaultSettings.cancelWindow),
  dependsOn: z._default(z.record(label, z.array(label).check(z.maxLength(100))), {}),
})

/** `field` is a path such as `connections[0].baseUrl`; `(whole file)` where it concerns all of it. */
export interface SettingsFault {
  readonly field: string
  readonly message: string
}

/** Reads what stands in a settings file. Keys that this version does not know are left out. */
export function parseSettings(raw: unknown): Reply<Settings, SettingsFault> {
  // The words are handed in here, because zod's small build has none of its own.
  const read = z.safeParse(settingsShape, raw, { error: z.locales.en().localeError })
  if (read.success) return ok(read.data)
  const issue = read.error.issues[0]
  return fail({ field: fieldPath(issue?.path ?? []), message: issue?.message ?? 'cannot be read' })
}

function fieldPath(path: readonly PropertyKey[]): string {
  const text = path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return text === '' ? '(whole file)' : text.replace(/^\./, '')
}

function oneOfEach() {
  return z.refine<readonly { readonly id: string }[]>(
    list => new Set(list.map(each => each.id)).size === list.length,
    'has the same id twice',
  )
}
