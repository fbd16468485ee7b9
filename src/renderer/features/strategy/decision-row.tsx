import { conditionNow } from '../../../shared/contract/figures/condition-now'
import { type Condition, type IncidentDecision, isMet, isWatched, revisitDueAt } from '../../../shared/domain/decisions'
import { usualLadder } from '../../../shared/domain/ladder'
import { actorName } from '../../../shared/domain/people'
import { revisitText } from '../../../shared/events/decision-fields'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useNow, useRecord } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { Countdown } from '../../ui/countdown'
import styles from './strategy-pane.module.css'

const text = texts.decisions

interface Props {
  readonly decision: IncidentDecision
}

/** What a decision waits for, and for how long. */
export function DecisionWaits({ decision }: Props) {
  const now = useNow()
  const { state, settled, objectBy, objections, called } = decision
  const ladder = usualLadder
  if (state === 'proposed') {
    const isOver = objectBy !== null && objectBy <= now
    return (
      <>
        <span data-warn={isOver || undefined}>
          {isOver || objectBy === null ? <Decide /> : text.objectionsUntil}
          {objections.length > 0 && ` · ${tCount(text.objections, objections.length)}`}
        </span>
        {objectBy !== null && <Countdown deadline={{ dueAt: objectBy, ladder }} now={now} />}
      </>
    )
  }
  const who = settled === null ? '' : actorName(settled.by)
  const said = t(text.states[state], { who })
  const dueAt = revisitDueAt(decision)
  const isDue = dueAt !== null && (dueAt <= now || called !== null)
  return (
    <>
      <span dir="auto" data-warn={isDue || undefined}>
        {isDue ? t(text.called[called?.outcome ?? 'due'], { value: called?.value ?? '' }) : said}
      </span>
      {dueAt !== null && <Countdown deadline={{ dueAt, ladder }} now={now} />}
    </>
  )
}

/** [DN4] Who has to decide. */
function Decide() {
  const commander = useRecord(({ incident }) => incident?.roles.ic?.responder.name)
  return commander === undefined ? text.noCommander : t(text.decideNow, { who: commander })
}

/** The reason, the objections, and when it is revisited, with the metric's current value. */
export function DecisionDetails({ decision, chosen }: Props & { readonly chosen: boolean }) {
  const clock = useClockFace()
  const { reason, objections, revisit, settled, called, state } = decision
  const condition = revisit?.condition ?? null
  const wasDecided = settled !== null && settled.reason !== '' && settled.reason !== reason
  return (
    <>
      {chosen && reason !== '' && (
        <div className={styles.evidence} dir="auto">
          {t(text.because, { reason })}
        </div>
      )}
      {wasDecided && (
        <div className={styles.evidence} dir="auto">
          {t(text.state, { state: t(text.states[state], { who: actorName(settled.by) }), reason: settled.reason })}
        </div>
      )}
      {objections.map(({ id, by, text: said }) => (
        <div key={id} className={styles.evidence} data-side="against">
          <strong>
            <bdi>{t(text.objection, { who: actorName(by) })}</bdi>
          </strong>{' '}
          <span dir="auto">{said}</span>
        </div>
      ))}
      {revisit !== null && (state === 'decided' || state === 'proposed') && (
        <div className={styles.evidence}>
          <span dir="auto">{t(text.revisit, { when: revisitText(revisit, clock.short) })}</span>
          {called?.outcome === 'not-met' && ` · ${t(text.called['not-met'], { value: called.value })}`}
          {condition !== null && isWatched(decision) && (
            <>
              {' · '}
              <ConditionReading condition={condition} />
            </>
          )}
        </div>
      )}
    </>
  )
}

/** [DN6] What the panel shows now, or why it is unknown. */
function ConditionReading({ condition }: { readonly condition: Condition }) {
  const said = useConditionReading(condition)
  return (
    <strong data-warn={said.met || undefined} dir="auto">
      {said.text}
    </strong>
  )
}

export function useConditionReading(condition: Condition): { readonly text: string; readonly met: boolean } {
  const now = useNow()
  const panels = useBoard(board => board.panels)
  const feeds = useBoard(board => board.feeds)
  const found = conditionNow(condition, { panels, feeds }, now)
  if (!found.known) {
    const why = t(texts.decisionLines.unknown[found.why], { title: condition.title })
    return { text: t(text.cannotTell, { why }), met: false }
  }
  const { title, text: value } = found
  const said = title === condition.title ? t(text.nowIs, { value }) : t(text.renamed, { title, value })
  return { text: said, met: isMet(condition, found.value) }
}
