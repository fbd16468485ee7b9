import type { Millis } from '../../../shared/lib/time'
import { html, type Markup } from './markup'

/** A time that people read and programs find. */
export function moment(at: Millis, words: string): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${words}</time>`
}
