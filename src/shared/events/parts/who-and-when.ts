import type { Said } from '../../domain/strategy'
import type { LoggedEvent } from '../define'

/** Who said what an event tells, and when. */
export function whoAndWhen({ by, at }: Pick<LoggedEvent, 'by' | 'at'>): Said {
  return { by, at }
}
