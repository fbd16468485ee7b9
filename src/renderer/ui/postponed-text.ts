import { type Checkpoint, pausedUntil } from '../../shared/domain/checkpoint'
import type { Millis } from '../../shared/lib/time'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

/** [CP12] Why a checkpoint is due later than it was, or that its clock is paused; undefined: nobody postponed it. */
export function postponedText(
  checkpoint: Checkpoint,
  now: Millis,
  time: (at: Millis) => string,
): { readonly text: string; readonly reason: string; readonly isPaused: boolean } | undefined {
  if (checkpoint.state === 'off' || checkpoint.postponed === undefined) return undefined
  const { reason } = checkpoint.postponed
  const until = pausedUntil(checkpoint, now)
  const { paused, snoozed } = texts.deadlines
  if (until !== null) return { text: t(paused.byHand, { time: time(until), reason }), reason, isPaused: true }
  return { text: t(snoozed, { time: time(checkpoint.dueAt), reason }), reason, isPaused: false }
}
