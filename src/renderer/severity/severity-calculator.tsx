import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { factFigure } from '../../shared/contract/figures/panel-facts'
import { proposalReason, statedText } from '../../shared/contract/figures/proposal-reason'
import { type FigureStatement, figureNames, statedNow } from '../../shared/domain/impact-figures'
import { statedFacts } from '../../shared/domain/impact-now'
import { type FactNow, severityFacts } from '../../shared/domain/method/facts-now'
import {
  type ProposalReason,
  proposeSeverity,
  type SeverityAnswers,
  type SeverityProposal,
  type SeverityQuestions,
} from '../../shared/domain/method/severity-proposal'
import type { Severity } from '../../shared/domain/severity'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useBoard, useNow } from '../stores/cockpit'
import { useRead } from '../stores/use-read'
import { Button } from '../ui/button'
import { ButtonRow } from '../ui/button-row'
import { Choice } from '../ui/choice'
import { FaultNote } from '../ui/fault-note'
import { Key } from '../ui/key'
import type { DialogPart } from '../ui/on-demand'
import { SeverityBadge } from '../ui/severity-badge'
import { spanText } from '../ui/span-text'
import { Trans } from '../ui/trans'
import styles from './severity.module.css'

const text = texts.calculator

interface CalculatorProps extends DialogPart {
  readonly autoFocus: boolean
  /** The key that opens and closes it; the form handles it. */
  readonly ownKey: string
  /** In the format of `stored`. */
  readonly answers: string
  readonly onAnswers: (answers: string) => void
  readonly stated: readonly FigureStatement[]
  readonly onTake: (severity: Severity, why: string) => void
}

/** [MP2] The method's questions, and the severity that their answers propose, at once. */
export function SeverityCalculator({ opened, ...props }: CalculatorProps) {
  return opened ? <Opened {...props} /> : null
}

function Opened({ autoFocus, ownKey, answers: written, stated, ...acts }: Omit<CalculatorProps, 'opened'>) {
  const { onAnswers, onTake, onClose } = acts
  const { value, fault, again } = useRead('method:read', {})
  const method = value?.method.severity
  const here = useRef<HTMLElement>(null)
  const isThere = method !== undefined
  useLayoutEffect(() => {
    if (!autoFocus) return
    // Until the questions are loaded it has the focus itself, or an answer would be typed into the form's first field.
    if (isThere) focusIn(here.current?.querySelector(ROW))
    else here.current?.focus()
  }, [isThere, autoFocus])
  const answers = parsed(written)
  const facts = useBoard(board => board.facts)
  // [IM10] A measured value wins over a stated one.
  const known = { ...statedFacts(stated), ...severityFacts(facts) }
  const proposal = method === undefined ? undefined : proposeSeverity(method, answers, known)
  const take = () => {
    if (proposal !== undefined) onTake(proposal.severity, decidingReason(proposal, facts, stated))
  }
  return (
    <section
      ref={here}
      tabIndex={-1}
      className={styles.calculator}
      aria-label={text.name}
      onKeyDown={event => press(event, take)}
      data-opening={(!isThere && fault === undefined) || undefined}
    >
      {method?.questions.map(({ id, asks, answers: known }) => (
        <Choice
          key={id}
          flow
          legend={asks}
          value={answers[id] ?? null}
          onChange={answer => onAnswers(stored({ ...answers, [id]: answer }))}
          options={known.map(answer => ({ value: answer.id, label: answer.text }))}
        />
      ))}
      {fault !== undefined && <FaultNote fault={fault} onAgain={again} />}
      {method !== undefined && proposal !== undefined && (
        <Proposed {...{ method, answers, proposal, facts, stated }} onTake={take} />
      )}
      <ButtonRow>
        {written !== '' && (
          <Button tone="bare" onClick={() => onAnswers('')}>
            {text.clear}
          </Button>
        )}
        <Button tone="bare" onClick={onClose}>
          <Trans text={text.back} parts={{ key: <Key quiet>{ownKey}</Key> }} />
        </Button>
      </ButtonRow>
    </section>
  )
}

interface ProposedProps {
  readonly method: SeverityQuestions
  readonly answers: SeverityAnswers
  readonly proposal: SeverityProposal
  readonly facts: readonly FactNow[]
  readonly stated: readonly FigureStatement[]
  readonly onTake: () => void
}

function Proposed({ method, answers, proposal, facts, stated, onTake }: ProposedProps) {
  const { severity, reasons, decidedBy, inDoubtBetween } = proposal
  const count = method.questions.filter(({ id }) => id in answers).length
  return (
    <div className={styles.proposed}>
      <span className={styles.result}>
        <output>
          {text.proposed} <SeverityBadge severity={severity} />
        </output>
        <span className={styles.aside}>{t(text.answered, { count, all: method.questions.length })}</span>
        <Button className={styles.take} onClick={onTake}>
          <Trans text={text.take} parts={{ severity, key: <Key quiet>↵</Key> }} />
        </Button>
      </span>
      {decidedBy === 'unknown' && <span>{t(text.unknown, { severity })}</span>}
      <ul className={styles.reasons}>
        {reasons.map(reason => (
          <Reason
            key={reason.kind === 'answer' ? reason.question : reason.kind}
            words={proposalReason(reason, facts, stated)}
            reason={reason}
            decides={reason === decidedBy}
          />
        ))}
      </ul>
      {inDoubtBetween !== undefined && (
        <span>{t(text.doubt, { higher: inDoubtBetween[0], lower: inDoubtBetween[1] })}</span>
      )}
      <FactsNow facts={facts} stated={stated} />
    </div>
  )
}

interface ReasonProps {
  readonly reason: ProposalReason
  readonly words: string
  readonly decides: boolean
}

function Reason({ reason, words, decides }: ReasonProps) {
  return (
    <li className={styles.reason} data-decides={decides || undefined}>
      <span className={styles.level}>
        {reason.severity === undefined ? text.noLevel : <SeverityBadge severity={reason.severity} />}
      </span>
      <span dir="auto">{words}</span>
      {decides && <span className={styles.aside}>{text.decides}</span>}
    </li>
  )
}

const ROW = '[data-choice]'

/**
 * Enter accepts the proposal; up and down go from question to question, left and right within one. After a digit has
 * answered, the next digit answers the next question.
 */
function press(event: KeyboardEvent<HTMLElement>, take: () => void): void {
  const chord = event.ctrlKey || event.metaKey || event.altKey
  const { target, currentTarget, key } = event
  if (chord || !(target instanceof HTMLInputElement)) return
  const rows = [...currentTarget.querySelectorAll(ROW)]
  const at = rows.findIndex(row => row.contains(target))
  if (key === 'Enter') take()
  else if (key === 'ArrowDown' || (/^\d$/.test(key) && event.defaultPrevented)) focusIn(rows[at + 1])
  else if (key === 'ArrowUp') focusIn(rows[at - 1])
  else return
  event.preventDefault()
}

function focusIn(row: Element | null | undefined): void {
  const chosen = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector<HTMLElement>('input')
  chosen?.focus()
}

/** `users:some sla:safe`: the ids of a method contain neither spaces nor colons. */
function stored(answers: SeverityAnswers): string {
  return Object.entries(answers)
    .map(pair => pair.join(':'))
    .join(' ')
}

function parsed(written: string): SeverityAnswers {
  const pairs = written.split(' ').map(pair => pair.split(':'))
  return Object.fromEntries(pairs.flatMap(([question, answer]) => (question && answer ? [[question, answer]] : [])))
}

/** What decided, for a person who accepts the proposal; empty: nothing did. */
function decidingReason(
  { decidedBy }: SeverityProposal,
  facts: readonly FactNow[],
  stated: readonly FigureStatement[],
): string {
  return decidedBy === 'unknown' ? '' : proposalReason(decidedBy, facts, stated)
}

interface FactsNowProps {
  readonly facts: readonly FactNow[]
  readonly stated: readonly FigureStatement[]
}

/** [GT3] The panels that say what they measure: each with its value, what is usual, and how old it is; [IM10] then what is stated. */
function FactsNow({ facts, stated }: FactsNowProps) {
  const now = useNow()
  const statements = figureNames.flatMap(figure => statedNow(stated, figure) ?? [])
  if (facts.length + statements.length === 0) return <span className={styles.aside}>{text.noFacts}</span>
  return (
    <ul className={styles.reasons} aria-label={text.facts}>
      {facts.map(fact => (
        <li key={fact.panel} className={styles.reason}>
          <span className={styles.level}>{texts.factNames[fact.fact]}</span>
          <span dir="auto">
            {fact.title} {fact.value === null ? text.notMeasured : factFigure(fact, fact.value)}
            {fact.usual !== null && ` · ${t(text.usual, { value: factFigure(fact, fact.usual) })}`}
          </span>
          <span className={styles.aside}>
            {fact.at !== null &&
              t(fact.current ? text.age : text.tooOld, { span: spanText(Math.max(0, now - fact.at)) })}
          </span>
        </li>
      ))}
      {statements.map(one => (
        <li key={one.figure} className={styles.reason}>
          <span dir="auto">{statedText(one)}</span>
          <span className={styles.aside}>{t(text.age, { span: spanText(Math.max(0, now - one.stated.at)) })}</span>
        </li>
      ))}
    </ul>
  )
}
