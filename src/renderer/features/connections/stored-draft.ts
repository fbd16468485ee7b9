import type { Connection } from '../../../shared/contract/connections'
import { optionalFeeds } from '../../../shared/contract/feeds'
import { vendors } from '../../../shared/contract/vendors'
import { readers } from '../../../shared/domain/channels/channel-kind'
import { networks } from '../../../shared/domain/channels/networks'
import { severities } from '../../../shared/domain/severity'
import { fromJson, isListOf, isOneOf, isRecord, isText } from '../../../shared/lib/read-json'

type Fields = Omit<Connection, 'id'>
type Check = (value: unknown) => boolean

const isIds: Check = value => isListOf(value, isText)
const isFeeds: Check = value => isListOf(value, one => isOneOf(optionalFeeds, one))
const isUrgencies: Check = value => isListOf(value, one => isOneOf(['high', 'low'], one))
const isSeverities: Check = value => isRecord(value) && Object.values(value).every(one => isOneOf(severities, one))
/** A field that was emptied is stored as null. */
const orNull =
  (check: Check): Check =>
  value =>
    value === null || check(value)

const checks: Readonly<Record<keyof Fields, Check>> = {
  ...{ vendor: value => isOneOf(vendors, value), name: isText, baseUrl: isText },
  ...{ from: orNull(isText), pageId: orNull(isText), channel: orNull(isText), warRoom: orNull(isText) },
  ...{ reaction: orNull(isText), publicUrl: orNull(isText), caFile: orNull(isText) },
  ...{ sender: orNull(isText), recipients: orNull(isText), user: orNull(isText) },
  annotate: orNull(value => typeof value === 'boolean'),
  unread: orNull(isFeeds),
  everySeconds: orNull(value => typeof value === 'number'),
  ...{ services: orNull(isIds), teams: orNull(isIds), urgencies: orNull(isUrgencies) },
  severities: orNull(isSeverities),
  network: orNull(value => isOneOf(networks, value)),
  readers: orNull(value => isOneOf(readers, value)),
}

const names = Object.keys(checks) as readonly (keyof Fields)[]
const texts = [
  'name',
  'from',
  'pageId',
  'channel',
  'warRoom',
  'reaction',
  'caFile',
  'sender',
  'recipients',
  'user',
] as const

/** A half-typed connection: the part that may be stored until it is saved, and the part that only the page holds. */
export interface SplitDraft {
  /** Empty if nothing differs. */
  readonly stored: string
  readonly held: Partial<Fields>
}

/** [TX4] Splits a half-typed connection. Nothing that may be a secret is stored: see `storableAddress` and `mayBeToken`. */
export function splitDraft(start: Connection, typed: Connection): SplitDraft {
  const safe = { ...typed, baseUrl: storableAddress(typed.baseUrl) }
  if (typed.publicUrl !== undefined) safe.publicUrl = storableAddress(typed.publicUrl)
  for (const name of texts) if (mayBeToken(typed[name] ?? '')) Object.assign(safe, { [name]: start[name] })
  const differs = (one: Connection, other: Connection) =>
    names.filter(name => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
  const changed = differs(safe, start).map(name => [name, safe[name] ?? null])
  return {
    stored: changed.length === 0 ? '' : JSON.stringify(Object.fromEntries(changed)),
    held: Object.fromEntries(differs(typed, safe).map(name => [name, typed[name]])),
  }
}

/** The connection with its stored part; unchanged if that is unreadable. */
export function withDraft(start: Connection, stored: string): Connection {
  if (stored === '') return start
  const read = fromJson(stored)
  if (!isRecord(read) || !names.every(name => read[name] === undefined || checks[name](read[name]))) {
    console.warn('What was typed of a connection could not be read')
    return start
  }
  const typed = names.filter(name => name in read).map(name => [name, read[name] ?? undefined])
  return { ...start, ...Object.fromEntries(typed) }
}

/**
 * The part of an address that may be stored on disk: no user name and password, no query, no path with a token. A
 * password is typed before the `@` that reveals it, so text after a colon counts as a password until it is a port:
 * digits after a numeric address, or before a slash.
 */
export function storableAddress(address: string): string {
  const [, scheme = '', authority = '', path = ''] =
    /^\s*([a-z][a-z\d+.-]*:\/\/)?([^/?#\s]*)([^?#\s]*)/i.exec(address) ?? []
  if (`${authority}${path}`.includes('@')) return scheme
  const [, host = '', port = ''] = /^(\[[^\]]*\]?|[^:]*)(:.*)?$/.exec(authority) ?? []
  if (mayBeToken(host)) return scheme
  const isPort = /^:\d{1,5}$/.test(port) && (path !== '' || /^(\[.*\]|localhost|[\d.]+)$/.test(host))
  if (port !== '' && !isPort) return scheme + host
  return scheme + host + port + (mayBeToken(path) ? '' : path)
}

/** Long and mixed like no name, or with a vendor's token prefix: pasted into a wrong field, for instance. */
export function mayBeToken(typed: string): boolean {
  if (/(^|[\s/:])(xox[a-z]-|xapp-|glsa_|glc_|eyJ|u\+|bearer\s|basic\s|oauth\s|token[\s=])/i.test(typed)) return true
  const runs = typed.match(/[\w+=]{16,}/g) ?? []
  return runs.some(run => /\d/.test(run) && /[a-z]/i.test(run)) || /\/services\/T/.test(typed)
}
