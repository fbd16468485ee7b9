import type { OutboxItemId } from '../../../shared/domain/ids'

/**
 * The marker in a text at a vendor without idempotency keys, so that it can be found before it is sent again. Eight
 * hexadecimal digits are enough to distinguish the texts of one incident, and short enough not to disturb a reader.
 */
export function textMarker(act: OutboxItemId): string {
  return `[qd:${act.replaceAll('-', '').slice(-8)}]`
}

export function withMarker(text: string, act: OutboxItemId): string {
  return `${text} ${textMarker(act)}`
}

/** Whether a text has the marker of one of our items, of this machine or of another. */
export function isMarked(text: string): boolean {
  return /\[qd:[0-9a-z]{8}\]/.test(text)
}
