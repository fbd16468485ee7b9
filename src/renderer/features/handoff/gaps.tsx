import type { GapText } from '../../../shared/contract/gap-text'
import type { KnownCount } from '../../../shared/domain/handoff-gaps'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { faceOf } from '../../ui/key-face'
import { pressFromHint } from '../../ui/press-from-hint'
import textStyles from '../../ui/text.module.css'
import type { GapWay } from './gap-key'
import styles from './handoff-pane.module.css'

const text = texts.handoff

export interface ReviewText extends KnownCount {
  readonly gaps: readonly (GapText & { readonly way: GapWay })[]
  /** What was checked, and what could not be; null: nothing was. */
  readonly lookedAt: string
  readonly notLookedAt: string | null
}

/** [HG2] How much of what was asked is known, and what is not: each with the key that fills it, and a press does. */
export function Gaps({ review }: { readonly review: ReviewText }) {
  const { gaps, known, asked, lookedAt, notLookedAt } = review
  return (
    <>
      <p className={styles.known}>
        <meter className={styles.meter} min={0} max={asked} value={known} aria-label={text.knownName} />
        {t(text.known, { known: String(known), asked: String(asked) })}
      </p>
      {gaps.length === 0 ? (
        <p className={styles.whole}>{text.noGaps}</p>
      ) : (
        <ul className={styles.gaps} aria-label={text.missing}>
          {gaps.map(gap => (
            <Gap key={gap.name} gap={gap} />
          ))}
        </ul>
      )}
      <p className={styles.looked}>{t(texts.handoffGaps.lookedAt, { checks: lookedAt })}</p>
      {notLookedAt !== null && (
        <p className={styles.looked}>{t(texts.handoffGaps.notLookedAt, { checks: notLookedAt })}</p>
      )}
    </>
  )
}

function Gap({ gap: { name, advice, way } }: { readonly gap: ReviewText['gaps'][number] }) {
  const { focus } = useCockpit()
  const fill = (button: HTMLElement) => {
    if ('command' in way) return void focus.request(way.command)
    const press = faceOf(way.key)
    if (press !== undefined) pressFromHint(button, press)
  }
  return (
    <li className={styles.gap} title={advice}>
      <button type="button" className={styles.fill} onClick={event => fill(event.currentTarget)}>
        <span className={styles.name}>{name}</span>
        {'key' in way && <Key quiet>{way.key}</Key>}
        <span className={`${textStyles.quiet} ${styles.advice}`}>{advice}</span>
      </button>
    </li>
  )
}
