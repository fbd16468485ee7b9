import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { FigureStatement } from '../../shared/domain/impact-figures'
import type { Method } from '../../shared/domain/method/method-files'
import { type Severity, severities } from '../../shared/domain/severity'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useMethod } from '../stores/use-method'
import { Button } from '../ui/button'
import { Choice } from '../ui/choice'
import { isField } from '../ui/is-field'
import { Key } from '../ui/key'
import { onDemand } from '../ui/on-demand'
import { SeverityBadge } from '../ui/severity-badge'
import { Trans } from '../ui/trans'
import styles from './severity.module.css'

const SeverityCalculator = onDemand(async () => (await import('./severity-calculator')).SeverityCalculator)

/** The key that opens and closes the calculator in a form. */
const WORK_OUT_KEY = 'w'

/**
 * Whether the calculator of a form is open, and the handler of its key; for `SeverityChoice` and the form around it.
 */
export interface WorkOut {
  readonly opened: boolean
  readonly byHand: boolean
  readonly turn: (opened: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** In the calculator Enter accepts the proposal, so the form's button names the key that submits from anywhere. */
  readonly sendKey: '↵' | 'Ctrl ↵'
}

/** @param answers earlier answers; with some it opens at once */
export function useWorkOut(answers: string): WorkOut {
  const [{ opened, byHand }, setState] = useState({ opened: answers !== '', byHand: false })
  const turn = (to: boolean) => setState({ opened: to, byHand: true })
  const onKeyDown = (event: KeyboardEvent) => {
    const chord = event.ctrlKey || event.metaKey || event.altKey
    if (chord || event.defaultPrevented || event.key !== WORK_OUT_KEY || isField(event.target)) return
    event.preventDefault()
    turn(!opened)
  }
  return { opened, byHand, turn, onKeyDown, sendKey: opened ? 'Ctrl ↵' : '↵' }
}

const nothingStated: readonly FigureStatement[] = []

interface SeverityChoiceProps {
  readonly legend: string
  readonly autoFocus?: boolean
  readonly value: Severity
  readonly onChange: (severity: Severity) => void
  readonly workOut: WorkOut
  /** The calculator's answers, as its form stores them. */
  readonly answers: string
  readonly onAnswers: (answers: string) => void
  /** [IM10] Stated figures of the incident's impact; absent: there is no incident yet. */
  readonly stated?: readonly FigureStatement[]
  /** A proposal was accepted, with the text of what decided it; '': nothing did. */
  readonly onReason?: (why: string) => void
}

/**
 * [MP2] One of the severities, chosen directly or calculated. The calculator proposes; only an accepted proposal is
 * chosen. [RS2] Named as in the method.
 */
export function SeverityChoice(props: SeverityChoiceProps) {
  const {
    legend,
    autoFocus = false,
    value,
    onChange,
    workOut,
    answers,
    onAnswers,
    onReason,
    stated = nothingStated,
  } = props
  const { opened, byHand, turn } = workOut
  const here = useRef<HTMLDivElement>(null)
  const levels = useMethod()?.severity.levels
  const level = levels?.[value]
  useEffect(() => {
    if (byHand && !opened) here.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [byHand, opened])
  const take = (severity: Severity, why: string) => {
    onChange(severity)
    onReason?.(why)
    turn(false)
  }
  return (
    <div ref={here} className={styles.choice}>
      {!opened && (
        <>
          <Choice
            legend={legend}
            autoFocus={autoFocus}
            value={value}
            onChange={onChange}
            options={severities.map(one => ({
              value: one,
              label: <SeverityBadge severity={one} />,
              meaning: meaningOf(one, levels?.[one]),
            }))}
          />
          {level !== undefined && <LevelDetails level={level} />}
          <div className={styles.below}>
            {/* Its key opens it from everywhere: from the choice Tab goes on to the reason. */}
            <Button className={styles.open} tabIndex={-1} onClick={() => turn(true)}>
              <Trans text={texts.changes.workOut} parts={{ key: <Key quiet>{WORK_OUT_KEY}</Key> }} />
            </Button>
            {level !== undefined && <LevelAsks level={level} />}
          </div>
        </>
      )}
      <SeverityCalculator
        opened={opened}
        onClose={() => turn(false)}
        autoFocus={autoFocus || byHand}
        ownKey={WORK_OUT_KEY}
        answers={answers}
        onAnswers={onAnswers}
        stated={stated}
        onTake={take}
      />
    </div>
  )
}

type Level = Method['severity']['levels'][Severity]

/** [RS2] What else the method says of the chosen one. */
function LevelDetails({ level: { typical, revenue } }: { readonly level: Level }) {
  return (
    <p className={styles.details} dir="auto">
      {t(texts.severity.details, { typical: typical.join(' · '), revenue })}
    </p>
  )
}

/** [RS2] What the chosen one asks for: beside the button, where it takes no line of its own. */
function LevelAsks({ level: { response, review } }: { readonly level: Level }) {
  return (
    <p className={styles.details} dir="auto">
      {t(texts.severity.asks, { response, review })}
    </p>
  )
}

function meaningOf(severity: Severity, level: Level | undefined) {
  if (level === undefined) return texts.severity.meanings[severity]
  const { name, users } = level
  return t(texts.severity.level, { name, users })
}
