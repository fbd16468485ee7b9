import { useState } from 'react'
import type { HidingRule } from '../../../../shared/contract/alerts'
import type { Fault } from '../../../../shared/contract/faults'
import type { NoiseRule } from '../../../../shared/domain/alerts/noise'
import { type Millis, utcClock } from '../../../../shared/lib/time'
import { t, tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useCockpit, useFault } from '../../../stores/cockpit'
import { useRead } from '../../../stores/use-read'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { EmptyState } from '../../../ui/empty-state'
import { FaultNote } from '../../../ui/fault-note'
import type { DialogPart } from '../../../ui/on-demand'
import { Trans } from '../../../ui/trans'
import styles from '../alert-dialogs.module.css'
import { draftOf, matchText, newDraft, type SuppressionDraft } from './suppression-draft'
import { SuppressionForm } from './suppression-form'

const text = texts.noise

/** What is suppressed and who suppressed it; or, with a draft, the form for another rule. */
export function SuppressionDialog({
  opened,
  onClose,
  draft,
}: DialogPart & { readonly draft: SuppressionDraft | null }) {
  const { commands } = useCockpit()
  const [written, setWritten] = useState<SuppressionDraft | null>(null)
  const back = () => {
    commands.dismiss('alerts')
    setWritten(null)
  }
  if (draft !== null) {
    return (
      <Dialog general opened={opened} onClose={onClose} title={texts.noise.likeThis} width={660}>
        <SuppressionForm start={draft} onDone={onClose} />
      </Dialog>
    )
  }
  // Two dialogs, so that the focus goes to the first field of either; Esc in the form goes back to the list.
  if (written !== null) {
    return (
      <Dialog general key="form" opened={opened} onClose={back} title={texts.noise.writing} width={660}>
        <SuppressionForm start={written} onDone={back} />
      </Dialog>
    )
  }
  return (
    <Dialog general key="list" opened={opened} onClose={onClose} title={texts.noise.title} width={660}>
      <SuppressionRules onWrite={setWritten} onNew={() => setWritten(newDraft)} />
    </Dialog>
  )
}

export interface SuppressionRulesProps {
  readonly onWrite: (draft: SuppressionDraft) => void
  readonly onNew: () => void
}

/** The rules in force, with what each suppresses and who set it; below them ended rules. */
export function SuppressionRules({ onWrite, onNew }: SuppressionRulesProps) {
  const hiding = useBoard(board => board.alerts.hiding)
  const fault = useFault('alerts')
  // The rules in force change as soon as one is set, changed or ended.
  const {
    value: all = [],
    fault: unread,
    again,
  } = useRead('alerts:rules', {}, hiding.map(({ rule }) => rule.id).join())
  return (
    <div className={styles.noise}>
      {hiding.length === 0 && <EmptyState title={text.none}>{text.noneAbout}</EmptyState>}
      {hiding.length > 0 && (
        <ul className={styles.rules} aria-label={text.inForce}>
          {hiding.map(each => (
            <RuleLine key={each.rule.id} hiding={each} earlier={earlierOf(each.rule, all)} onWrite={onWrite} />
          ))}
        </ul>
      )}
      <FaultNote fault={fault} />
      <p className={styles.acts}>
        <Button tone="primary" data-autofocus onClick={onNew}>
          {text.write}
        </Button>
      </p>
      <Ended all={all} fault={unread} again={again} />
    </div>
  )
}

function RuleLine({
  hiding: { rule, groups, alerts },
  earlier,
  onWrite,
}: {
  readonly hiding: HidingRule
  /** Earlier versions of the rule, newest first. */
  readonly earlier: readonly NoiseRule[]
  readonly onWrite: (draft: SuppressionDraft) => void
}) {
  const { commands } = useCockpit()
  const { match, reason, setBy, setAt, until } = rule
  const end = until === null ? text.untilEnded : t(text.until, { time: dayClock(until, setAt) })
  const counted = tCount(text.alerts, alerts)
  const hides = groups === 0 ? t(text.hides, { alerts: counted }) : tCount(text.hidesWhole, groups, { alerts: counted })
  return (
    <li className={styles.rule}>
      <span className={styles.words}>
        <span className={styles.match}>{matchText(match)}</span>
        <span>{reason}</span>
        {earlier.map(before => (
          <span key={before.id} className={styles.by}>
            {t(text.before, {
              match: matchText(before.match),
              reason: before.reason,
              who: before.setBy,
              time: dayClock(before.setAt, setAt),
            })}
          </span>
        ))}
        <span className={styles.by}>{t(text.set, { who: setBy, time: utcClock(setAt), end, hides })}</span>
      </span>
      <Button aria-label={t(text.changeOne, { reason })} onClick={() => onWrite(draftOf(rule))}>
        {text.change}
      </Button>
      <Button
        aria-label={t(text.showOne, { reason })}
        onClick={() => void commands.ask('alerts', 'alerts:unhide', { rule: rule.id })}
      >
        {text.show}
      </Button>
    </li>
  )
}

/** With the day if that is another one. */
function dayClock(at: Millis, since: Millis): string {
  const day = (instant: Millis) => new Date(instant).toISOString().slice(0, 10)
  return `${day(at) === day(since) ? '' : `${day(at)} `}${utcClock(at)} UTC`
}

/** Earlier versions of a rule: `all` contains every rule there ever was. */
function earlierOf(rule: NoiseRule, all: readonly NoiseRule[]): readonly NoiseRule[] {
  const before = all.find(({ id }) => id === rule.replaces)
  return before === undefined ? [] : [before, ...earlierOf(before, all)]
}

const MOST_ENDED = 10

interface EndedProps {
  readonly all: readonly NoiseRule[]
  readonly fault: Fault | undefined
  readonly again: () => void
}

/** Rules are never deleted: the last ended ones, with who ended them. */
function Ended({ all, fault, again }: EndedProps) {
  const inForce = new Set(useBoard(board => board.alerts.hiding).map(({ rule }) => rule.id))
  // An edited rule is shown beside the one that replaced it.
  const ended = all.filter(({ id, replacedBy }) => !inForce.has(id) && replacedBy === undefined).slice(-MOST_ENDED)
  if (ended.length === 0 && fault === undefined) return null
  return (
    <section>
      <h3 className={styles.over}>{text.over}</h3>
      <FaultNote fault={fault} onAgain={again} />
      <ul className={styles.rules} aria-label={text.overList}>
        {ended.toReversed().map(({ id, match, reason, setBy, until, endedAt, endedBy }) => (
          <li key={id} className={styles.by}>
            <Trans
              text={endedAt === null ? text.ranOut : text.ended}
              parts={{
                match: <span className={styles.match}>{matchText(match)}</span>,
                reason,
                who: setBy,
                ender: endedBy,
                time: utcClock(endedAt ?? until ?? 0),
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
