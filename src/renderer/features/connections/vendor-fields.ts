import type { Connection } from '../../../shared/contract/connections'
import type { OptionalFeed } from '../../../shared/contract/feeds'
import { secretAddressVendors, type Vendor } from '../../../shared/contract/vendors'
import { pastedAddress, pastedPublicAddress } from '../../../shared/domain/pasted-address'

export type ExtraField = 'from' | 'pageId' | 'channel' | 'sender' | 'recipients' | 'user'

export interface VendorForm {
  /** The usual address. */
  readonly baseUrl: string
  readonly extras?: readonly ExtraField[]
  /** What else it can read; a person may leave it to another system. */
  readonly reads?: readonly OptionalFeed[]
  /** What is sent is signed. */
  readonly signed?: true
  /** A person says who reads it. */
  readonly readers?: true
  /** No server is asked: there is no address and no token. */
  readonly offline?: true
  /** It may do without a token. */
  readonly open?: true
  /** Nothing is read through it. */
  readonly sendsOnly?: true
}

/** The settings that each vendor's connection needs besides a token. */
export const formOfVendor: Readonly<Record<Vendor, VendorForm>> = {
  pagerduty: { baseUrl: 'https://api.pagerduty.com', extras: ['from'] },
  grafana: { baseUrl: 'https://grafana.example.com', reads: ['alerts', 'rules', 'annotations'] },
  prometheus: { baseUrl: 'http://127.0.0.1:9090', reads: ['alerts', 'rules'] },
  alertmanager: { baseUrl: 'http://127.0.0.1:9093' },
  statuspage: { baseUrl: 'https://api.statuspage.io', extras: ['pageId'] },
  slack: { baseUrl: 'https://slack.com', extras: ['channel'] },
  'slack-webhook': { baseUrl: 'https://hooks.slack.com', sendsOnly: true },
  teams: { baseUrl: 'https://teams.microsoft.com', sendsOnly: true },
  email: {
    baseUrl: 'smtp://mail.example.com:587',
    ...{ extras: ['sender', 'recipients', 'user'], readers: true, sendsOnly: true, open: true },
  },
  webhook: {
    baseUrl: 'https://webhook.invalid',
    ...{ signed: true, readers: true, sendsOnly: true },
  },
  'by-hand': { baseUrl: 'https://by-hand.invalid', offline: true, readers: true, sendsOnly: true },
}

export function optionalReads(vendor: Vendor): readonly OptionalFeed[] {
  return formOfVendor[vendor].reads ?? []
}

/** The typed values as a connection: empty optional fields, and those of another vendor, are left out. */
export function typedConnection(copied: Connection): Connection {
  const typed = { ...copied, ...addressesOf(copied) }
  const { id, vendor, name, everySeconds, severities, annotate, readers, network } = typed
  const form = formOfVendor[vendor]
  const baseUrl = secretAddressVendors.includes(vendor) || form.offline ? form.baseUrl : typed.baseUrl
  const unread = optionalReads(vendor).filter(what => typed.unread?.includes(what))
  return {
    ...{ id, vendor, name, baseUrl },
    ...writtenExtras(form, typed),
    ...(form.offline ? {} : written('caFile', typed.caFile)),
    ...(vendor === 'by-hand' && network !== undefined && { network }),
    ...(everySeconds !== undefined && !form.sendsOnly && { everySeconds }),
    ...(form.readers && readers !== undefined && { readers }),
    ...(unread.length > 0 && { unread }),
    ...(vendor === 'grafana' && annotate === true && { annotate }),
    ...(vendor === 'statuspage' ? written('publicUrl', typed.publicUrl) : {}),
    ...(vendor === 'slack'
      ? { ...written('warRoom', typed.warRoom), ...written('reaction', bareReaction(typed.reaction)) }
      : {}),
    ...(vendor === 'pagerduty' ? { ...chosen(typed), ...(severities !== undefined && { severities }) } : {}),
  }
}

/** [CO2] Parses a copied address: where to send requests, and the page or channel that it shows, unless typed. */
function addressesOf({ vendor, baseUrl, publicUrl, pageId, channel }: Connection): Partial<Connection> {
  const found = pastedAddress(vendor, baseUrl)
  const given = (text: string | undefined) => (text?.trim() ? text : undefined)
  return {
    baseUrl: found.baseUrl,
    ...(publicUrl?.trim() ? { publicUrl: pastedPublicAddress(publicUrl) } : {}),
    pageId: given(pageId) ?? found.pageId,
    channel: given(channel) ?? found.channel,
  }
}

/** The address in use, if it is not the typed one; null: as typed. */
export function understoodAddress({ vendor, baseUrl }: Connection): string | null {
  const found = pastedAddress(vendor, baseUrl).baseUrl
  return found === baseUrl.trim().replace(/\/+$/, '') ? null : found
}

/** People write a reaction as they see it: `:pushpin:`. */
export function bareReaction(reaction: string | undefined): string | undefined {
  return reaction?.replaceAll(':', '')
}

function writtenExtras({ extras = [] }: VendorForm, typed: Connection): Partial<Connection> {
  const all: Partial<Connection> = {}
  for (const extra of extras) Object.assign(all, written(extra, typed[extra]))
  return all
}

function written(
  field: ExtraField | 'caFile' | 'publicUrl' | 'warRoom' | 'reaction',
  text: string | undefined,
): Partial<Connection> {
  const value = text?.trim() ?? ''
  return value === '' ? {} : { [field]: value }
}

function chosen({ services = [], teams = [], urgencies = [] }: Connection): Partial<Connection> {
  return {
    ...(services.length > 0 && { services }),
    ...(teams.length > 0 && { teams }),
    ...(urgencies.length > 0 && { urgencies }),
  }
}
