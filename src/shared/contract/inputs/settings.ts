import * as z from 'zod/mini'
import { readers } from '../../domain/channels/channel-kind'
import { networks } from '../../domain/channels/networks'
import type { ConnectionId } from '../../domain/ids'
import { repairTimes } from '../../domain/lint/lint-finding'
import { audienceFile } from '../../domain/method/audience-file'
import { mirrorModes } from '../../domain/mirror'
import { severities } from '../../domain/severity'
import { idField, severityField, typedNameField } from '../../events/fields'
import { cadenceField } from '../cadence'
import { connectionLimits } from '../connections'
import { cancelWindows } from '../engine-settings'
import { optionalFeeds } from '../feeds'
import { LONGEST_SOUGHT } from '../record-search'
import { vendors } from '../vendors'

const nothing = z.object({})

const httpUrl = z
  .string()
  .check(z.trim(), z.maxLength(connectionLimits.address), z.refine(isServer(/^https?:$/), 'input-web-address'))

/** Whether an address has one of these schemes, and neither a user nor a password in it. */
function isServer(schemes: RegExp): (text: string) => boolean {
  return text => {
    const url = URL.parse(text)
    return url !== null && schemes.test(url.protocol) && url.username === '' && url.password === ''
  }
}

const idList = z.readonly(z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(128))).check(z.maxLength(200)))

const isWebServer = isServer(/^https?:$/)
const isMailServer = isServer(/^smtps?:$/)

export const connectionInput = z
  .object({
    id: idField<ConnectionId>(),
    vendor: z.enum(vendors),
    name: typedNameField,
    baseUrl: z.string().check(z.trim(), z.maxLength(connectionLimits.address)),
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
    sender: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.sender))),
    recipients: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.recipients))),
    user: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.user))),
    network: z.optional(z.enum(networks)),
    readers: z.optional(z.enum(readers)),
    caFile: z.optional(z.string().check(z.trim(), z.maxLength(connectionLimits.caFile))),
  })
  .check(({ value: { vendor, baseUrl }, issues }) => {
    const [isGood, message] =
      vendor === 'email' ? [isMailServer, 'input-mail-server'] : [isWebServer, 'input-web-address']
    if (!isGood(baseUrl)) issues.push({ code: 'custom', path: ['baseUrl'], message, input: baseUrl })
  })

const tokenInput = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(connectionLimits.token)))

const settingFields = {
  me: z.optional(z.nullable(typedNameField)),
  cancelWindow: z.optional(z.number().check(z.refine(span => cancelWindows.includes(span)))),
  cadence: z.optional(cadenceField),
  approvalFor: z.optional(z.readonly(z.array(severityField).check(z.maxLength(severities.length)))),
  holdingApproval: z.optional(z.boolean()),
  mirror: z.optional(z.enum(mirrorModes)),
  repairTime: z.optional(z.enum(repairTimes)),
}

export const settingInputs = {
  'services:names': nothing,
  'services:pagerduty': nothing,
  'method:read': nothing,
  'settings:read': nothing,
  'record:backups': nothing,
  'record:search': z.object({ typed: z.string().check(z.maxLength(LONGEST_SOUGHT)) }),
  'record:back-up': nothing,
  'record:verify': nothing,
  'settings:change': z.object({
    ...settingFields,
    audiences: z.optional(z.nullable(audienceFile)),
    was: z.optional(z.object({ ...settingFields, audiences: z.optional(audienceFile) })),
  }),
  'connections:list': nothing,
  'connections:save': z.object({ connection: connectionInput, token: tokenInput, key: z.optional(tokenInput) }),
  'connections:remove': z.object({ connection: idField<ConnectionId>() }),
  'connections:test': z.object({ connection: connectionInput, token: tokenInput, key: z.optional(tokenInput) }),
} as const
