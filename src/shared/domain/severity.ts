import { MINUTE, type Millis } from '../lib/time'

export const severities = ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'] as const
export type Severity = (typeof severities)[number]

/** [SV1] True when `to` is more severe than `from`. */
export function isRaised(from: Severity, to: Severity): boolean {
  return severities.indexOf(to) < severities.indexOf(from)
}

/** [CP1] The first checkpoint of every incident comes after this span, whatever its severity. */
export const FIRST_CHECKPOINT: Millis = 15 * MINUTE

/** [CP2] Span between two checkpoints. */
export const checkpointEvery: Readonly<Record<Severity, Millis>> = {
  'SEV-1': 15 * MINUTE,
  'SEV-2': 30 * MINUTE,
  'SEV-3': 60 * MINUTE,
  'SEV-4': 120 * MINUTE,
}

/** [UP1] Span from declaring to the first customer update; null: a SEV-4 has no customer updates. */
export const firstUpdateWithin: Readonly<Record<Severity, Millis | null>> = {
  'SEV-1': 15 * MINUTE,
  'SEV-2': 30 * MINUTE,
  'SEV-3': 60 * MINUTE,
  'SEV-4': null,
}

/** [UP2] Span to the next customer update where the last one promised no time. */
export const updateEvery: Readonly<Record<Severity, Millis | null>> = {
  'SEV-1': 30 * MINUTE,
  'SEV-2': 60 * MINUTE,
  'SEV-3': 120 * MINUTE,
  'SEV-4': null,
}
