import type { OpenState, Urgency } from '../domain/alerts/facts'
import { urgencies } from '../domain/alerts/facts'
import type { ConnectionId, NoiseRuleId } from '../domain/ids'
import { rowId } from '../domain/row-id'
import type { Severity } from '../domain/severity'
import type { Millis } from '../lib/time'
import type { AlertRow } from './alert-rows'

/** Most rows in one answer: a quarter of a megabyte, which a page reads within a frame. */
export const ROWS_AT_ONCE = 2_000

/** A row of the list of single alerts. One that was packed has neither labels nor an address. */
export interface ListedAlert extends AlertRow {
  /** The suppression rule that hides it. */
  readonly hiddenBy?: NoiseRuleId | undefined
  /** The number by which the engine says which alerts match a filter. */
  readonly number?: number | undefined
}

/** What a rule that is being written would hide now. */
export interface NoisePreview {
  readonly alerts: number
  readonly open: number
  /** Groups that would be suppressed whole. */
  readonly groups: number
  /** The first few that it would hide, the loudest and newest first. */
  readonly first: readonly Pick<AlertRow, 'id' | 'title' | 'service' | 'urgency'>[]
}

/** What changed in the list of all open alerts since a session last asked. */
export interface AlertChangesSlice {
  /** Of the engine that has the list; versions of another one mean nothing. */
  readonly epoch: string
  /** True: the session drops what it had, and this is the first slice of all. */
  readonly anew: boolean
  readonly rows: PackedAlerts
  /** Ids of alerts that are no longer open. */
  readonly gone: readonly string[]
  /** To be asked from next. */
  readonly upTo: number
  readonly more: boolean
}

/** Rows as columns: repeated names are once in `names`, and columns hold their places; -1: none. */
export interface PackedAlerts {
  readonly names: readonly string[]
  readonly externalId: readonly string[]
  readonly title: readonly string[]
  readonly startedAt: readonly (Millis | null)[]
  readonly connection: readonly number[]
  readonly service: readonly number[]
  readonly cause: readonly number[]
  readonly state: readonly number[]
  readonly severity: readonly number[]
  readonly hush: readonly number[]
  /** Null: none. */
  readonly incidentNumber: readonly (number | null)[]
  readonly returnsAt: readonly (Millis | null)[]
  readonly hiddenBy: readonly number[]
  /** What the engine calls them where it answers for many; -1: it does not. */
  readonly number: readonly number[]
  /** Place in `urgencies`, and 10 more for a page. */
  readonly weight: readonly number[]
}

const PAGE = 10

export function packAlerts(rows: readonly ListedAlert[]): PackedAlerts {
  const places = new Map<string, number>()
  const place = (name: string | null | undefined) => {
    if (name === null || name === undefined) return -1
    const known = places.get(name) ?? places.size
    places.set(name, known)
    return known
  }
  const packed = {
    externalId: rows.map(row => row.externalId),
    title: rows.map(row => row.title),
    startedAt: rows.map(row => row.startedAt),
    connection: rows.map(row => place(row.connection)),
    service: rows.map(row => place(row.service)),
    cause: rows.map(row => place(row.cause)),
    state: rows.map(row => place(row.state)),
    severity: rows.map(row => place(row.severity)),
    hush: rows.map(row => place(row.hush)),
    incidentNumber: rows.map(row => row.incidentNumber ?? null),
    returnsAt: rows.map(row => row.returnsAt ?? null),
    hiddenBy: rows.map(row => place(row.hiddenBy)),
    number: rows.map(row => row.number ?? -1),
    weight: rows.map(row => urgencies.indexOf(row.urgency) + (row.origin === 'page' ? PAGE : 0)),
  }
  return { names: [...places.keys()], ...packed }
}

export function unpackAlerts(packed: PackedAlerts): readonly ListedAlert[] {
  const name = (column: readonly number[], at: number) => packed.names[column[at] ?? -1]
  return packed.externalId.map((externalId, at) => {
    const connection = (name(packed.connection, at) ?? '') as ConnectionId
    const weight = packed.weight[at] ?? 0
    return {
      id: rowId(connection, externalId),
      connection,
      externalId,
      origin: weight >= PAGE ? 'page' : 'alert',
      title: packed.title[at] ?? '',
      service: name(packed.service, at) ?? null,
      urgency: urgencies[weight % PAGE] ?? ('low' satisfies Urgency),
      // The engine wrote these three from the very unions.
      state: (name(packed.state, at) ?? 'firing') as OpenState,
      severity: name(packed.severity, at) as Severity | undefined,
      hiddenBy: name(packed.hiddenBy, at) as NoiseRuleId | undefined,
      startedAt: packed.startedAt[at] ?? null,
      url: null,
      cause: name(packed.cause, at) ?? null,
      hush: name(packed.hush, at),
      number: packed.number[at],
      incidentNumber: packed.incidentNumber[at] ?? undefined,
      returnsAt: packed.returnsAt[at] ?? undefined,
    }
  })
}

const texts = new WeakMap<ListedAlert, string>()

/** The text to search, in lower case; made once for each row, because making it costs more than searching. */
export function searchText(row: ListedAlert): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const number = row.incidentNumber === undefined ? '' : `#${row.incidentNumber}`
  const text = `${number}\n${row.title}\n${row.service ?? ''}\n${row.cause ?? ''}\n${row.externalId}`.toLowerCase()
  texts.set(row, text)
  return text
}
