import type { ShownFreshness } from '../../shared/domain/freshness'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import styles from './badges.module.css'
import { reasonText } from './fault-text'
import { spanText } from './span-text'

export interface FreshnessBadgeProps {
  readonly freshness: ShownFreshness
  readonly label?: string
  /** False if an element around it already shows the text on hover. */
  readonly titled?: boolean
}

/** How old the shown data is. Shape, text and colour say it; the reason is in the title and in the spoken text. */
export function FreshnessBadge({ freshness, label, titled = true }: FreshnessBadgeProps) {
  const said = freshnessText(freshness)
  const full = [label, said, reasonText(freshness)].filter(Boolean).join(': ')
  return (
    <span
      className={styles.freshness}
      data-state={freshness.state}
      data-part={freshness.inPart}
      title={titled ? full : undefined}
    >
      <span className={styles.light} aria-hidden="true" />
      {label !== undefined && <span className={styles.label}>{label}</span>} <span className={styles.said}>{said}</span>
    </span>
  )
}

/** `live`, `live, in part`, `late · 4 min old`, `not connected · 12 s old`, `waiting`. */
export function freshnessText({ state, age, inPart }: ShownFreshness): string {
  const { states, aged, ageless } = texts.freshness
  if (state === 'fresh' && inPart) return texts.freshness.inPart
  if (state === 'late' && age === null) return t(ageless, { state: states.late })
  if (state === 'fresh' || age === null) return states[state]
  return t(aged, { state: states[state], span: spanText(age) })
}

/** The same for a small place, if something around it already says that the engine is not connected. */
export function shortFreshnessText(freshness: ShownFreshness): string {
  const { state, age } = freshness
  return state === 'not-connected' && age !== null
    ? t(texts.freshness.old, { span: spanText(age) })
    : freshnessText(freshness)
}
