/** Milliseconds: an instant since the Unix epoch, or a span. The field's name says which. */
export type Millis = number

export const SECOND: Millis = 1_000
export const MINUTE: Millis = 60 * SECOND
export const HOUR: Millis = 60 * MINUTE
export const DAY: Millis = 24 * HOUR

/** `90_000` → `01:30`, `3_700_000` → `1:01:40`. Negative spans get a minus: a countdown that ran over. */
export function clockSpan(span: Millis): string {
  const seconds = Math.floor(Math.abs(span) / SECOND)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const tail = `${String(m).padStart(2, '0')}:${String(s).padStart(2, '0')}`
  return `${span < 0 && seconds > 0 ? '−' : ''}${h > 0 ? `${h}:` : ''}${tail}`
}

export interface RoughSpan {
  readonly value: number
  readonly unit: 's' | 'min' | 'h' | 'd'
}

/** A span in the one unit that matters; a negative one is none. */
export function roughly(span: Millis): RoughSpan {
  const value = Math.max(0, span)
  if (value < MINUTE) return { value: Math.floor(value / SECOND), unit: 's' }
  if (value < HOUR) return { value: Math.floor(value / MINUTE), unit: 'min' }
  if (value < 48 * HOUR) return { value: Math.floor(value / HOUR), unit: 'h' }
  return { value: Math.floor(value / DAY), unit: 'd' }
}

/** `12 s`, `4 min`, `3 h`, `2 d`, for the record, documents and faults. The page has `spanText`. */
export function roughSpan(span: Millis): string {
  const { value, unit } = roughly(span)
  return `${value} ${unit}`
}

/** `14:03:22` in UTC, which every person on a call shares. */
export function utcClock(at: Millis): string {
  return new Date(at).toISOString().slice(11, 19)
}
