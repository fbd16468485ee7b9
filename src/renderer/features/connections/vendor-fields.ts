import type { Connection } from '../../../shared/contract/connections'
import type { OptionalFeed, Vendor } from '../../../shared/contract/views'

export type ExtraField = 'from' | 'pageId' | 'channel'

export interface VendorForm {
  readonly baseUrl: string
  /** What kind of token, and where a person gets one; null: none is needed. */
  readonly token: string | null
  readonly extra?: { readonly field: ExtraField; readonly label: string; readonly description: string }
}

/** What each vendor's connection needs to be told. */
export const vendorForms: Readonly<Record<Vendor, VendorForm>> = {
  pagerduty: {
    baseUrl: 'https://api.pagerduty.com',
    token: 'REST API key: Integrations → API Access Keys. A read-only one reads; acting on pages needs a full one.',
    extra: { field: 'from', label: 'E-mail', description: 'Of the user that writes are done for (optional)' },
  },
  grafana: {
    baseUrl: 'https://grafana.example.com',
    token: 'Service account token with the Viewer role; Editor, where decisions are to be marked on its charts.',
  },
  prometheus: {
    baseUrl: 'http://127.0.0.1:9090',
    token: 'Bearer token, where a proxy asks for one (optional).',
  },
  alertmanager: {
    baseUrl: 'http://127.0.0.1:9093',
    token: 'Bearer token, where a proxy asks for one (optional).',
  },
  statuspage: {
    baseUrl: 'https://api.statuspage.io',
    token: 'API key: your avatar → API info.',
    extra: { field: 'pageId', label: 'Page id', description: 'In the address of the manage page, after /pages/' },
  },
  slack: {
    baseUrl: 'https://slack.com',
    token: 'Bot token (xoxb-…) with the scope chat:write; channels:history, pins:read and users:read to read the room.',
    extra: { field: 'channel', label: 'Channel id', description: 'Such as C0123456789; invite the bot to it' },
  },
}

/** What a person may leave to another system, besides what the connection is for. */
export const optionalReads: Readonly<Record<Vendor, readonly OptionalFeed[]>> = {
  pagerduty: [],
  grafana: ['alerts', 'rules', 'annotations'],
  prometheus: ['alerts', 'rules'],
  alertmanager: [],
  statuspage: [],
  slack: [],
}

/** What was typed, as a connection: empty optional fields, and those of another vendor, are left out. */
export function typedConnection(typed: Connection): Connection {
  const { id, vendor, name, baseUrl, everySeconds, severities, annotate } = typed
  const unread = optionalReads[vendor].filter(what => typed.unread?.includes(what))
  const extra = vendorForms[vendor].extra?.field
  return {
    ...{ id, vendor, name, baseUrl },
    ...(extra === undefined ? {} : written(extra, typed[extra])),
    ...written('caFile', typed.caFile),
    ...(everySeconds !== undefined && { everySeconds }),
    ...(unread.length > 0 && { unread }),
    ...(vendor === 'grafana' && annotate === true && { annotate }),
    ...(vendor === 'statuspage' ? written('publicUrl', typed.publicUrl) : {}),
    ...(vendor === 'slack'
      ? { ...written('warRoom', typed.warRoom), ...written('reaction', bare(typed.reaction)) }
      : {}),
    ...(vendor === 'pagerduty' ? { ...chosen(typed), ...(severities !== undefined && { severities }) } : {}),
  }
}

/** People write a reaction as they see it: `:pushpin:`. */
function bare(reaction: string | undefined): string | undefined {
  return reaction?.replaceAll(':', '')
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
