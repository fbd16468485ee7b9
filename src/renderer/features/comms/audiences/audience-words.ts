import { vendorName, vendors } from '../../../../shared/contract/vendors'
import { type Audience, audienceName } from '../../../../shared/domain/audience'
import { channelsFor, isNamed } from '../../../../shared/domain/audience-channels'
import type { LedgerRow } from '../../../../shared/domain/audience-ledger'
import { firstNoticeSpan, rhythmOf } from '../../../../shared/domain/audience-matrix'
import { defaultCadence } from '../../../../shared/domain/cadence'
import type { Incident } from '../../../../shared/domain/incident'
import { firstUpdateSpan, updateSpan } from '../../../../shared/domain/method/method-rules'
import type { Channel } from '../../../../shared/domain/update'
import type { ClockFace } from '../../../../shared/lib/clock-face'
import { MINUTE, type Millis } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { audienceText } from '../../../ui/audience-text'
import { spanText } from '../../../ui/span-text'

const text = texts.audiences

/** As its row calls it, else by its name. */
export function nameOf({ audience, row }: Pick<LedgerRow, 'audience' | 'row'>): string {
  return row?.name ?? audienceName(audience) ?? capital(audienceText(audience))
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** How it stands, in one line. */
export function stateText(row: LedgerRow, now: Millis, clock: ClockFace): string {
  const { state, due, putOff, lastAt } = row
  const time = due === null ? '' : clock.short(due.dueAt)
  switch (state) {
    case 'not-needed':
      return t(text.states[state], { reason: putOff?.reason ?? '' })
    case 'snoozed':
      return t(text.states[state], { time: clock.short(putOff?.until ?? now), reason: putOff?.reason ?? '' })
    case 'not-told':
      if (due === null) return text.states[state]
      if (due.dueAt > now) return t(text.states['not-told-by'], { time })
      return t(text.states['not-told-late'], { time, span: spanText(now - due.dueAt) })
    case 'overdue':
    case 'due':
      return t(text.states[state], { time, span: spanText(Math.abs((due?.dueAt ?? now) - now)) })
    case 'none-due':
      return t(text.states[state], { span: spanText(Math.max(0, now - (lastAt ?? now))) })
    default:
      return text.states[state]
  }
}

/** How often an audience hears at the severity of now. */
export function rhythmText({ row }: LedgerRow, incident: Incident): string {
  const { severity } = incident
  if (row === undefined) return text.ownPace
  if (row.as === 'customers') {
    const first = firstUpdateSpan(incident, severity, defaultCadence)
    const next = updateSpan(incident, severity, defaultCadence)
    return t(text.customersPace, { pace: joined(first, next === null ? 'never' : next / MINUTE) })
  }
  return joined(firstNoticeSpan(row, severity), rhythmOf(row, severity))
}

function joined(first: Millis | null, next: number | string): string {
  const then = typeof next === 'number' ? t(text.every, { count: next }) : next
  if (first === null) return then
  const said = first === 0 ? text.first.atOnce : t(text.first.minutes, { count: first / MINUTE })
  return t(text.both, { first: said, next: then })
}

/** Where it is told, by the names of the channels that are connected. */
export function channelsText({ row }: LedgerRow, channels: readonly Channel[]): string {
  if (row === undefined || row.channels.length === 0) return text.inPerson
  const usable = channelsFor(row, channels)
  const names = row.channels.flatMap(name => {
    const found = usable.filter(channel => isNamed(channel, name)).map(({ label }) => label)
    const kind = vendors.find(vendor => vendor === name.toLowerCase())
    return found.length > 0 ? found : [t(text.notConnected, { name: kind === undefined ? name : vendorName[kind] })]
  })
  return [...new Set(names)].join(', ')
}

/** Whether an update to it can leave at all. */
export function canWrite(row: LedgerRow, channels: readonly Channel[]): boolean {
  return row.audience === 'customers' || channelsFor(row.row, channels).length > 0
}

/** Names of audiences in one short line. */
export function namesText(rows: readonly Pick<LedgerRow, 'audience' | 'row'>[], most: number): string {
  const names = rows.slice(0, most).map(nameOf).join(', ')
  return rows.length > most ? t(text.more, { names, count: rows.length - most }) : names
}

/** The one to look at first: who is overdue, then who was to hear and has not, then who is due next. */
export function mostPressing(rows: readonly LedgerRow[]): Audience | null {
  const order = ['overdue', 'not-told', 'due'] as const
  const dueAt = ({ due }: LedgerRow) => due?.dueAt ?? Number.POSITIVE_INFINITY
  for (const state of order) {
    const [first] = rows.filter(row => row.state === state && row.due !== null).sort((a, b) => dueAt(a) - dueAt(b))
    if (first !== undefined) return first.audience
  }
  return rows[0]?.audience ?? null
}
