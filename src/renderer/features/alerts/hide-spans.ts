import { HOUR } from '../../../shared/lib/time'

/** How long noise is hidden; null: until somebody ends it. */
export const hideSpans = { hour: HOUR, shift: 8 * HOUR, open: null } as const
export type HideSpan = keyof typeof hideSpans

export const spanChoices = [
  { value: 'hour', label: 'For an hour' },
  { value: 'shift', label: 'For eight hours' },
  { value: 'open', label: 'Until ended' },
] as const
