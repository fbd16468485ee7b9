import { HOUR } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'

/** How long noise is hidden; null: until somebody ends it. */
export const hideSpans = { hour: HOUR, shift: 8 * HOUR, open: null } as const
export type HideSpan = keyof typeof hideSpans

const { spans } = texts.noise
export const spanChoices = [
  { value: 'hour', label: spans.hour },
  { value: 'shift', label: spans.shift },
  { value: 'open', label: spans.open },
] as const
