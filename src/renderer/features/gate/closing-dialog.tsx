import { Checkbox } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import { type ClosingProof, type ClosingState, closingStates } from '../../../shared/domain/resolution'
import { HOUR, type Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useCockpit, useNow, useOwnFault, useRecord } from '../../stores/cockpit'
import { useMethod } from '../../stores/use-method'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import styles from './gate.module.css'
import { goToRow } from './rows'

const text = texts.closing

/** [GT7] What is left to do once the incident is resolved. */
export function ClosingDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={640}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : incident.method?.rules.closing === undefined ? (
        <EmptyState title={text.noMethod} />
      ) : incident.status === 'resolved' ? (
        <Closing incident={incident} />
      ) : (
        <EmptyState title={t(text.notYet, { key: keyOf('gate') })} />
      )}
    </Dialog>
  )
}

function Closing({ incident }: { readonly incident: Incident }) {
  const fault = useOwnFault('incident')
  const { commands } = useCockpit()
  const isNormal = useBoard(({ facts }) => facts.length > 0 && facts.every(({ state }) => state === 'normal'))
  const states = closingStates(incident, incident.method?.rules ?? {}, isNormal)
  const done = states.filter(({ proof }) => proof !== null).length
  const parts = { up: <Key>↑</Key>, down: <Key>↓</Key>, space: <Key>{text.space}</Key> }
  return (
    <div className={styles.list} data-rows>
      <p className={styles.state} role="status">
        <strong>{t(text.done, { done, all: states.length })}</strong>
      </p>
      {(['closing', 'farewell'] as const).map(part => (
        <section key={part} aria-label={text.parts[part]}>
          <h3 className={styles.group}>{text.parts[part]}</h3>
          <ul className={styles.rows}>
            {states
              .filter(one => one.part === part)
              .map(one => (
                <Item key={one.id} item={one} incident={incident} isFirst={one === states[0]} />
              ))}
          </ul>
        </section>
      ))}
      <Review incident={incident} />
      <p className={textStyles.soft}>
        <Trans text={text.keys} parts={parts} />
      </p>
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('incident')} />
    </div>
  )
}

interface ItemProps {
  readonly item: ClosingState
  readonly incident: Incident
  readonly isFirst: boolean
}

function Item({ item: { id, text: name, proof }, incident, isFirst }: ItemProps) {
  const { commands } = useCockpit()
  const now = useNow()
  const face = useClockFace()
  const here = useRef<HTMLLIElement>(null)
  const byHand = incident.closingDone[id] !== undefined
  const { closing = [], farewell = [] } = incident.method?.rules ?? {}
  const by = [...closing, ...farewell].find(one => one.id === id)?.by
  // What the record proves needs no tick, and cannot be undone here.
  const isFixed = proof !== null && proof.from !== 'person'
  const mark = () => {
    if (!isFixed) void commands.send('incident', 'closing:mark', { item: id, done: !byHand, was: byHand })
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    goToRow(here.current, event.key)
    event.preventDefault()
  }
  return (
    <li ref={here} className={styles.item} onKeyDown={press}>
      <Checkbox
        size="xs"
        data-gate-row
        data-autofocus={isFirst || undefined}
        label={<span dir="auto">{name}</span>}
        description={
          proof === null ? by && text.waits[by] : proofText(proof, now, at => `${face.date(at)} ${face.short(at)}`)
        }
        checked={proof !== null}
        aria-disabled={isFixed || undefined}
        onChange={mark}
      />
    </li>
  )
}

function proofText(proof: ClosingProof, now: Millis, timeOf: (at: Millis) => string): string {
  const ago = (at: Millis) => spanText(Math.max(0, now - at))
  switch (proof.from) {
    case 'person':
      return t(text.proofs.person, { who: actorName(proof.mark.by), span: ago(proof.mark.at) })
    case 'gate':
      return t(text.proofs.gate, { who: actorName(proof.word.by), span: ago(proof.word.at) })
    case 'review':
      return t(text.proofs.review, { time: timeOf(proof.at) })
    case 'metrics':
      return text.proofs.metrics
    default:
      return t(text.proofs[proof.from], { span: ago(proof.at) })
  }
}

/** Offered hours after the resolution, as far as they are ahead and not later than the method requires. */
const OFFERED = [24, 48, 72]

/** [GT8] */
function Review({ incident }: { readonly incident: Incident }) {
  const { commands } = useCockpit()
  const now = useNow()
  const face = useClockFace()
  const { reviewAt, resolvedAt, method, severity } = incident
  const review = useMethod()?.severity.levels[severity].review
  const within = method?.rules.reviewWithin ?? 0
  const end = resolvedAt ?? now
  const times = [...new Set([...OFFERED.filter(hours => hours < within), within])]
    .map(hours => end + hours * HOUR)
    .filter(at => at > now)
  const plan = (at: Millis | null) =>
    void commands.send('incident', 'closing:plan-review', { reviewAt: at, was: reviewAt })
  const timeOf = (at: Millis) => `${face.date(at)} ${face.short(at)}`
  return (
    <section aria-label={text.review}>
      <h3 className={styles.group}>{text.review}</h3>
      {review !== undefined && <p dir="auto">{t(text.reviewOf, { severity, review })}</p>}
      <p className={styles.date}>
        {reviewAt === null ? text.reviewNot : t(text.reviewSet, { time: timeOf(reviewAt) })}
      </p>
      <ButtonRow>
        {times.map(at => (
          <Button key={at} onClick={() => plan(at)}>
            {t(text.reviewIn, { span: spanText(at - end), time: timeOf(at) })}
          </Button>
        ))}
        {reviewAt !== null && (
          <Button tone="bare" onClick={() => plan(null)}>
            {text.reviewNone}
          </Button>
        )}
      </ButtonRow>
    </section>
  )
}
