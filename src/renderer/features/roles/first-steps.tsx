import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import styles from './role-card.module.css'
import type { StandingStep } from './step-facts'

const text = texts.roleCard

export interface FirstStepsProps {
  readonly steps: readonly StandingStep[]
  readonly onMark: (index: number) => void
}

/** The first five minutes, to be ticked off; what the record shows ticks itself. */
export function FirstSteps({ steps, onMark }: FirstStepsProps) {
  const next = Math.max(
    0,
    steps.findIndex(({ done }) => !done),
  )
  const done = steps.filter(step => step.done).length
  return (
    <section className={styles.first} aria-label={text.first}>
      <h3 className={styles.heading}>
        {text.first} <span className={styles.count}>{t(text.done, { done, all: steps.length })}</span>
      </h3>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step.id}>
            {/* biome-ignore lint/a11y/useSemanticElements: the whole line is the box, with its key */}
            <button
              type="button"
              role="checkbox"
              className={styles.step}
              aria-checked={step.done}
              aria-disabled={step.shown || undefined}
              data-autofocus={index === next || undefined}
              data-next={index === next || undefined}
              onClick={() => onMark(index)}
            >
              <span className={styles.box} aria-hidden="true">
                {step.done ? '✓' : ''}
              </span>
              <span className={styles.stepText}>
                {step.text}
                {step.shown && <span className={styles.shown}> {text.inRecord}</span>}
              </span>
              {!step.shown && <Key quiet>{String(index + 1)}</Key>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
