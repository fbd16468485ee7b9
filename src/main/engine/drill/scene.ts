import type { Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { Scenario } from './scenario'

/** What every stand-in plays with. All instants that it answers are the drill clock's. */
export interface Scene {
  readonly scenario: Scenario
  readonly clock: Clock
  readonly startedAt: Millis
  /** Where stand-ins store what they received. */
  readonly folder: string
  /** Makes ids; never tokens. */
  readonly random: () => number
  readonly logger: Logger
}

/** How far the story is: milliseconds after the start. */
export function storyTime(scene: Scene): Millis {
  return scene.clock.now() - scene.startedAt
}

/** `length` characters of the alphabet, as the vendors' own ids look. */
export function madeId(
  random: () => number,
  length: number,
  alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? 'A').join('')
}

/** ISO 8601 in UTC, to the second: `2026-11-20T23:41:21Z`. */
export function isoSeconds(at: Millis): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
