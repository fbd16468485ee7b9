import type { Said } from '../../domain/strategy'
import type { LoggedEvent } from '../define'

/** Who caused an event, and when. */
export function whoAndWhen({ by, at }: Pick<LoggedEvent, 'by' | 'at'>): Said {
  return { by, at }
}
