import { type KeyboardEvent, useRef } from 'react'
import type { IncidentGate } from '../../../shared/contract/gate'
import type { Incident } from '../../../shared/domain/incident'
import type { CriterionNow } from '../../../shared/domain/method/gate'
import { actorName } from '../../../shared/domain/people'
import type { GateAnswer } from '../../../shared/domain/resolution'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useGate, useNow, useOwnFault, useRecord } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EARLY_LIMIT, earlyReason, isGateOpen } from '../../ui/early-reason'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { isField } from '../../ui/is-field'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RunningTasks } from '../../ui/running-tasks'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import styles from './gate.module.css'
import { evidenceText } from './gate-evidence'
import { goToRow } from './rows'

const text = texts.gate
const YES = 'y'
const NO = 'n'

/** [GT4] What must hold before the incident is resolved, as the engine judges it now. */
export function GateDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const gate = useGate(incident?.id)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={760}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : incident.status === 'resolved' ? (
        <Resolved onClose={onClose} />
      ) : gate === undefined ? (
        <EmptyState title={incident.method === null ? text.noMethod : text.reading} />
      ) : (
        <Gate incident={incident} gate={gate} onDone={onClose} />
      )}
    </Dialog>
  )
}

/** [GT4] Who resolved it, when and why: it may have been somebody else, while this stood open. */
function Resolved({ onClose }: { readonly onClose: () => void }) {
  const { focus } = useCockpit()
  const clock = useClockFace()
  const { values } = useTypedFields('gate', { why: '' })
  const line = useRecord(record => record.timeline.findLast(({ kind, automatic }) => kind === 'status' && automatic))
  const unsent = values.why.trim()
  const goOn = () => {
    onClose()
    focus.request('closing')
  }
  return (
    <EmptyState title={text.resolved}>
      {line !== undefined && (
        <bdi className={textStyles.said}>
          {t(text.resolvedLine, { time: clock.short(line.occurredAt), who: actorName(line.by), text: line.text })}
        </bdi>
      )}{' '}
      {unsent !== '' && <bdi className={textStyles.said}>{t(text.unsent, { text: unsent })}</bdi>}{' '}
      <Button data-autofocus onClick={goOn}>
        <Trans text={text.goToClosing} parts={{ key: <Key quiet>{keyOf('closing')}</Key> }} />
      </Button>
    </EmptyState>
  )
}

interface GateProps {
  readonly incident: Incident
  readonly gate: IncidentGate
  readonly onDone: () => void
}

function Gate({ incident, gate, onDone }: GateProps) {
  const { commands } = useCockpit()
  const fault = useOwnFault('incident')
  const { values, set, forget } = useTypedFields('gate', { why: '' })
  const { criteria } = gate
  const isOpen = isGateOpen(gate)
  const resolve = async () => {
    const reason = isOpen ? earlyReason(gate, values.why) : values.why.trim()
    const change = { to: 'resolved', reason, was: incident.status } as const
    if (!(await commands.send('incident', 'incident:change-status', change)).ok) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={resolve} submit={text.resolve} sendKey="Ctrl ↵" hint={<Keys />}>
      <p className={styles.state} role="status">
        <GateStateText gate={gate} />
      </p>
      {(['health', 'customers', 'stability'] as const).map(group => {
        const rows = criteria.filter(one => one.group === group)
        if (rows.length === 0) return null
        return (
          <section key={group} aria-label={text.groups[group]}>
            <h3 className={styles.group}>{text.groups[group]}</h3>
            <ul className={styles.rows}>
              {rows.map(one => (
                <Criterion key={one.id} criterion={one} incident={incident} isFirst={one === criteria[0]} />
              ))}
            </ul>
          </section>
        )
      })}
      <RunningTasks tasks={incident.tasks} />
      {isOpen && (
        <TextField
          limit={EARLY_LIMIT}
          label={text.why}
          description={text.whyAbout}
          needed={text.whyNeeded}
          value={values.why}
          onChange={event => set({ why: event.currentTarget.value })}
        />
      )}
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('incident')} />
    </Form>
  )
}

function Keys() {
  const parts = { up: <Key>↑</Key>, down: <Key>↓</Key>, yes: <Key>{YES}</Key>, no: <Key>{NO}</Key> }
  return <Trans text={text.keys} parts={parts} />
}

/** `11 of 13 hold · can be resolved in 27 min`. */
function GateStateText({ gate: { green, criteria, until } }: { readonly gate: IncidentGate }) {
  const now = useNow()
  const all = criteria.length
  const others = criteria.some(({ state, until: time }) => state !== 'green' && time === null)
  const span = until === null ? '' : spanText(Math.max(0, until - now))
  const rest = green === all ? text.ready : until === null ? '' : t(others ? text.stableIn : text.in, { span })
  return (
    <>
      <strong>{t(text.holds, { green, all })}</strong> {rest}
    </>
  )
}

interface CriterionProps {
  readonly criterion: CriterionNow
  readonly incident: Incident
  readonly isFirst: boolean
}

function Criterion({ criterion, incident, isFirst }: CriterionProps) {
  const { id, text: name, state, evidence } = criterion
  const { commands } = useCockpit()
  const now = useNow()
  const here = useRef<HTMLLIElement>(null)
  const said: GateAnswer = incident.gateWords[id]?.answer ?? 'open'
  const say = (to: GateAnswer) => {
    const answer = { criterion: id, answer: to === said ? ('open' as const) : to, note: '', was: said }
    void commands.send('incident', 'gate:answer', answer)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    if (event.key === YES) say('met')
    else if (event.key === NO) say('unmet')
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') goToRow(here.current, event.key)
    else return
    event.preventDefault()
  }
  const answer = (to: 'met' | 'unmet') => {
    const isSaid = said === to
    const words = isSaid ? text.takeBackOne : to === 'met' ? text.yesOne : text.noOne
    return (
      <Button
        tone="bare"
        aria-label={t(words, { text: name })}
        data-gate-row={to === 'met' || undefined}
        data-autofocus={(to === 'met' && isFirst) || undefined}
        onClick={() => say(to)}
      >
        {isSaid ? text.takeBack : to === 'met' ? text.yes : text.no}
      </Button>
    )
  }
  return (
    <li ref={here} className={styles.row} onKeyDown={press}>
      <span className={styles.mark} data-state={state}>
        {text.states[state]}
      </span>
      <span className={styles.words} dir="auto">
        <span>{name}</span>
        {evidence.map(one => (
          <span key={one.kind} className={textStyles.soft}>
            {evidenceText(one, now)}
          </span>
        ))}
      </span>
      <span className={styles.acts}>
        {answer('met')}
        {answer('unmet')}
      </span>
    </li>
  )
}
