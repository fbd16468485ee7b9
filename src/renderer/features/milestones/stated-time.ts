import { impossibleOrder, type MilestoneName, type TimesKept } from '../../../shared/domain/milestone'
import type { ClockFace } from '../../../shared/lib/clock-face'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { lastShown } from '../../ui/typed-clock'

const text = texts.milestones

/** Meaning of the typed text: a time, null for "not reached", undefined for nothing. */
export function statedTime(typed: string, now: Millis, clock: ClockFace): Millis | null | undefined | 'unreadable' {
  const said = typed.trim().toLowerCase()
  if (said === '') return undefined
  if (said === text.now.toLowerCase()) return now
  if (said === '-' || said === text.none.toLowerCase()) return null
  return lastShown(said, now, clock) ?? 'unreadable'
}

/** [MI4] Why it would be refused, as text; undefined: it would not. */
export function whyNot(
  times: Pick<TimesKept, 'timesKept'>,
  milestone: MilestoneName,
  at: ReturnType<typeof statedTime>,
): string | undefined {
  if (at === 'unreadable') return t(text.unreadable, { example: text.example })
  const wrong = at === undefined || at === null ? undefined : impossibleOrder(times, milestone, at)
  if (wrong === undefined) return undefined
  const { milestones } = texts.incidentLines
  return t(text.order, { earlier: milestones[wrong.earlier], later: milestones[wrong.later] })
}
