import type { Status } from '../../../shared/domain/status'
import type { ComponentStatus, Delivery, Update } from '../../../shared/domain/update'
import { type Millis, SECOND } from '../../../shared/lib/time'
import type { Tone } from '../../ui/tag'

export const componentWord: Readonly<Record<ComponentStatus, string>> = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded_performance: 'degraded',
  partial_outage: 'partial outage',
  major_outage: 'major outage',
}

export const componentTone: Readonly<Record<ComponentStatus, Tone>> = {
  operational: 'good',
  under_maintenance: 'plain',
  degraded_performance: 'warn',
  partial_outage: 'warn',
  major_outage: 'bad',
}

export const deliveryWord: Readonly<Record<Delivery['state'], string>> = {
  drafted: 'draft',
  publishing: 'publishing',
  published: 'published',
  failed: 'not published',
  unknown: 'unknown',
  discarded: 'discarded',
}

export const deliveryTone: Readonly<Record<Delivery['state'], Tone>> = {
  drafted: 'plain',
  publishing: 'warn',
  published: 'good',
  failed: 'bad',
  unknown: 'bad',
  discarded: 'plain',
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export function statusWord(status: Status): string {
  return capital(status)
}

/**
 * [CM7] Wall seconds until it leaves, rounded up; 0 once it cannot be called back. A quarter of a second over a whole one
 * is the way of the news to this screen, and counts as none.
 * @param rate engine milliseconds per wall millisecond: a person has wall time to think, whatever a drill's clock does
 */
export function secondsToCancel(cancelUntil: Millis, now: Millis, rate: number): number {
  const left = (cancelUntil - now) / rate / SECOND
  return left <= 0 ? 0 : Math.max(1, Math.ceil(left - 0.25))
}

const care: readonly Delivery['state'][] = ['publishing', 'unknown', 'failed', 'drafted', 'published']

/** [CM6] What needs a person first, then drafts, then what is out; the newest of a kind on top. Discarded ones not at all. */
export function inOrderOfCare(updates: readonly Update[]): readonly Update[] {
  const rank = ({ delivery }: Update) => care.indexOf(delivery.state)
  return updates
    .filter(update => rank(update) >= 0)
    .toReversed()
    .sort((a, b) => rank(a) - rank(b))
}
