import * as z from 'zod/mini'
import { cadenceField } from '../../shared/contract/cadence'
import { codedPart } from '../../shared/contract/coded-text'
import { MOST_PANELS } from '../../shared/contract/dashboards'
import { flawOf } from '../../shared/contract/input-flaw'
import { connectionInput } from '../../shared/contract/inputs/settings'
import { repairTimes } from '../../shared/domain/lint/lint-finding'
import { audienceFile } from '../../shared/domain/method/audience-file'
import { mirrorModes } from '../../shared/domain/mirror'
import { severities } from '../../shared/domain/severity'
import { nameField, severityField } from '../../shared/events/fields'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import { MINUTE, SECOND } from '../../shared/lib/time'
import type { Settings } from '../engine/ports'
import { label, panelField } from './panel-shape'

/** The shape of config.json, the same for every host. A field that is missing has its default. */

export const defaultSettings: Settings = {
  me: null,
  connections: [],
  panels: [],
  cancelWindow: 5 * SECOND,
  dependsOn: {},
  approvalFor: ['SEV-1', 'SEV-2'],
}

const settingsShape = z.object({
  me: z._default(z.nullable(nameField), defaultSettings.me),
  connections: z._default(z.array(connectionInput).check(z.maxLength(100), oneOfEach()), []),
  panels: z._default(z.array(panelField).check(z.maxLength(MOST_PANELS), oneOfEach()), []),
  cancelWindow: z._default(z.number().check(z.int(), z.gte(0), z.lte(10 * MINUTE)), defaultSettings.cancelWindow),
  dependsOn: z._default(z.record(label, z.array(label).check(z.maxLength(100))), {}),
  cadence: z.optional(cadenceField),
  approval: z.optional(z.boolean()),
  approvalFor: z.optional(z.array(severityField)),
  holdingApproval: z.optional(z.boolean()),
  audiences: z.optional(z.nullable(audienceFile)),
  mirror: z.optional(z.enum(mirrorModes)),
  repairTime: z.optional(z.enum(repairTimes)),
})

/** `field` is a path such as `connections[0].baseUrl`; `(whole file)` where it concerns all of it. */
export interface SettingsFault {
  readonly field: string
  readonly message: string
}

/** Reads the content of a settings file. Keys that this version does not know are left out. */
export function parseSettings(raw: unknown): Reply<Settings, SettingsFault> {
  const read = z.safeParse(settingsShape, raw)
  if (read.success) return ok({ ...read.data, approvalFor: approvalFor(read.data) })
  const issue = read.error.issues[0]
  return fail({ field: fieldPath(issue?.path ?? []), message: codedPart(flawOf(issue, raw)).message })
}

/** [AP4] One choice for all severities is of an earlier version; whoever made none has what is usual. */
function approvalFor({ approvalFor: chosen, approval }: Pick<Settings, 'approval' | 'approvalFor'>) {
  if (chosen !== undefined || approval === undefined) return chosen ?? defaultSettings.approvalFor
  return approval ? severities : []
}

function fieldPath(path: readonly PropertyKey[]): string {
  const text = path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return text === '' ? '(whole file)' : text.replace(/^\./, '')
}

function oneOfEach() {
  return z.refine<readonly { readonly id: string }[]>(
    list => new Set(list.map(each => each.id)).size === list.length,
    'input-id-twice',
  )
}
