import { HOUR } from '../../../shared/lib/time'
import { words } from '../../../shared/words/words'

/** How long noise is hidden; null: until somebody ends it. */
export const hideSpans = { hour: HOUR, shift: 8 * HOUR, open: null } as const
export type HideSpan = keyof typeof hideSpans

const { spans } = words.noise
export const spanChoices = [
  { value: 'hour', label: spans.hour },
  { value: 'shift', label: spans.shift },
  { value: 'open', label: spans.open },
] as const
