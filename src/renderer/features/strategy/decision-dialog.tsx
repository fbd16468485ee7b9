import { useContext, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  type ConditionFlaw,
  conditionTyped,
  type TypedCondition,
} from '../../../shared/contract/figures/typed-condition'
import { measured } from '../../../shared/contract/figures/units'
import type { RevisitInput } from '../../../shared/contract/inputs/decisions'
import type { IncidentDecision } from '../../../shared/domain/decisions'
import { newId, type StrategyId } from '../../../shared/domain/ids'
import { LONGEST_ITEM } from '../../../shared/domain/strategy'
import { conditionText } from '../../../shared/events/decision-fields'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useNow, useOwnFault, useRecord } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { Choice } from '../../ui/choice'
import { ClockContext } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { rowClock } from '../../ui/row-clock'
import { TextField } from '../../ui/text-fields'
import { asInput } from './decision-acts'
import { useConditionReading } from './decision-row'
import { dueTyped } from './typed-due'

const text = texts.decisions.form

export interface DecisionDialogProps extends DialogPart {
  /** The decision whose revisit is set; absent: a new one is proposed. */
  readonly decision?: IncidentDecision | null
}

/** [DN11] Proposes or takes a decision, or sets when one is revisited, without the grammar of the timeline's line. */
export function DecisionDialog({ opened, onClose, decision = null }: DecisionDialogProps) {
  const isOpen = useRecord(record => record.incident !== undefined)
  const title = decision === null ? text.title : t(text.revisitTitle, { text: decision.text })
  return (
    <Dialog opened={opened} onClose={onClose} title={title} width={640}>
      {isOpen ? (
        <DecisionForm decision={decision} onDone={onClose} />
      ) : (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      )}
    </Dialog>
  )
}

interface Values {
  readonly how: string
  readonly text: string
  readonly reason: string
  readonly time: string
  readonly condition: string
  readonly when: string
  readonly instead: string
}

function DecisionForm({
  decision,
  onDone,
}: {
  readonly decision: IncidentDecision | null
  readonly onDone: () => void
}) {
  const { commands } = useCockpit()
  const fault = useOwnFault('strategy')
  const [start] = useState(() => startOf(decision))
  const [id] = useState(() => newId<StrategyId>())
  const form = useTypedFields(decision === null ? 'decision' : `decision:${decision.id}`, start)
  const { values, set } = form
  const { revisit, time, condition } = useRevisit(values, start, decision)
  const how = values.how === 'now' ? 'now' : 'propose'
  const save = async () => {
    if (revisit === undefined) return
    const saved =
      decision === null
        ? await commands.send('strategy', 'strategy:put', {
            id,
            item: {
              kind: 'decision',
              text: values.text.trim(),
              reason: values.reason.trim(),
              now: how === 'now',
              revisit,
            },
          })
        : await commands.send('strategy', 'decision:revisit', {
            ...{ decision: decision.id, revisit, was: decision.revisit?.key ?? null },
          })
    if (!saved.ok) return
    form.forget()
    onDone()
  }
  return (
    <Form onSubmit={save} submit={decision === null ? text.submit[how] : text.submit.revisit}>
      <RestoredNote since={form.since} forget={form.forget} />
      {decision === null && <ProposalFields values={values} how={how} onChange={set} />}
      <TimeField typed={values.time} at={time} onTime={next => set({ time: next })} first={decision !== null} />
      <ConditionField typed={values.condition} read={condition} onCondition={next => set({ condition: next })} />
      {time !== null && time !== undefined && isRead(condition) && (
        <Choice
          legend={text.soon}
          columns={2}
          options={[
            { value: 'at', label: text.atTime },
            { value: 'soon', label: text.asSoon },
          ]}
          value={values.when === 'soon' ? 'soon' : 'at'}
          onChange={next => set({ when: next })}
        />
      )}
      {(values.time !== '' || values.condition !== '') && (
        <TextField
          limit={LONGEST_ITEM}
          label={text.instead}
          placeholder={text.insteadExample}
          dir="auto"
          value={values.instead}
          onChange={event => set({ instead: event.currentTarget.value })}
        />
      )}
      <FaultNote fault={fault} />
    </Form>
  )
}

/** The proposal, its reason, and whether it is decided at once. */
function ProposalFields(props: {
  readonly values: Values
  readonly how: 'propose' | 'now'
  readonly onChange: (change: Partial<Values>) => void
}) {
  const { values, how, onChange } = props
  return (
    <>
      <TextField
        data-autofocus
        limit={LONGEST_ITEM}
        label={text.text}
        needed={texts.ui.empty}
        dir="auto"
        value={values.text}
        onChange={event => onChange({ text: event.currentTarget.value })}
      />
      <TextField
        limit={LONGEST_ITEM}
        label={text.reason}
        dir="auto"
        value={values.reason}
        onChange={event => onChange({ reason: event.currentTarget.value })}
      />
      <Choice
        legend={text.how}
        columns={2}
        options={[
          { value: 'propose', label: text.propose, meaning: text.proposeAbout },
          { value: 'now', label: text.now, meaning: text.nowAbout },
        ]}
        value={how}
        onChange={next => onChange({ how: next })}
      />
    </>
  )
}

type ReadCondition = TypedCondition | ConditionFlaw | null | undefined

function isRead(read: ReadCondition): read is TypedCondition {
  return read !== null && read !== undefined && !('unread' in read)
}

/** The typed revisit in the form that is sent; undefined while some of it is unreadable. */
function useRevisit(values: Values, start: Values, decision: IncidentDecision | null) {
  const now = useNow()
  const { choice } = useContext(ClockContext)
  const clock = useMemo(() => rowClock(choice), [choice])
  const panels = useBoard(board => board.panels)
  const before = decision?.revisit ? asInput(decision.revisit) : null
  // Unchanged text is not parsed again: its time may be of another day, its panel gone.
  const time = values.time === start.time && before !== null ? before.at : dueTyped(values.time, now, clock)
  const condition: ReadCondition =
    values.condition === start.condition && before !== null
      ? before.condition
      : values.condition.trim() === ''
        ? null
        : conditionTyped(values.condition, panels)
  const revisit = revisitOf(time, condition, values)
  return { revisit, time, condition }
}

function revisitOf(at: Millis | null | undefined, condition: ReadCondition, values: Values): RevisitInput | undefined {
  if (at === undefined || condition === undefined || (condition !== null && 'unread' in condition)) return undefined
  if (at === null && condition === null) return null
  return { at, condition, soon: at === null || values.when === 'soon', instead: values.instead.trim() }
}

function startOf(decision: IncidentDecision | null): { readonly [Name in keyof Values]: string } {
  const empty = { how: 'propose', text: '', reason: '', time: '', condition: '', when: 'at', instead: '' }
  const { at = null, condition = null, soon, instead = '' } = decision?.revisit ?? {}
  return {
    ...empty,
    time: at === null ? '' : new Date(at).toISOString().slice(11, 16),
    condition: condition === null ? '' : conditionText(condition),
    when: soon === true && at !== null ? 'soon' : 'at',
    instead,
  }
}

function TimeField(props: {
  readonly typed: string
  readonly at: Millis | null | undefined
  readonly first: boolean
  readonly onTime: (typed: string) => void
}) {
  const { typed, at, first, onTime } = props
  const { face } = useContext(ClockContext)
  return (
    <>
      <TextField
        data-autofocus={first || undefined}
        limit={null}
        label={text.time}
        placeholder={text.timeExample}
        // What an empty field means is said of an empty field alone.
        description={
          typed.trim() === ''
            ? text.noTime
            : at !== null && at !== undefined && t(text.timeAt, { time: face.short(at) })
        }
        error={at === undefined && text.unreadableTime}
        value={typed}
        onChange={event => onTime(event.currentTarget.value)}
      />
      <ButtonRow gap="close">
        {texts.strategy.form.soon.map(span => (
          <Button key={span} onClick={() => onTime(span)}>
            {span}
          </Button>
        ))}
        {typed !== '' && (
          <Button tone="bare" onClick={() => onTime('')}>
            {text.clearTime}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

/** Number of panels offered at once: more would push the rest out of view. */
const OFFERED = 6

function ConditionField(props: {
  readonly typed: string
  readonly read: ReadCondition
  readonly onCondition: (typed: string) => void
}) {
  const { typed, read, onCondition } = props
  const panels = useBoard(board => board.panels)
  const field = useRef<HTMLInputElement>(null)
  const offer = (title: string) => {
    flushSync(() => onCondition(`"${title}" > `))
    // The number is typed next.
    field.current?.focus()
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }
  const flaw = read === undefined ? text.unreadable.form : read !== null && 'unread' in read ? flawText(read) : false
  return (
    <>
      <TextField
        ref={field}
        limit={300}
        label={text.condition}
        placeholder={text.conditionExample}
        description={
          isRead(read) ? (
            <Reading read={read} />
          ) : (
            typed.trim() === '' && (panels.length === 0 ? text.noPanels : text.noCondition)
          )
        }
        error={flaw}
        dir="auto"
        value={typed}
        onChange={event => onCondition(event.currentTarget.value)}
      />
      <ButtonRow gap="close">
        {typed === '' &&
          panels.slice(0, OFFERED).map(({ id, title }) => (
            <Button key={id} onClick={() => offer(title)}>
              <bdi>{title}</bdi>
            </Button>
          ))}
        {typed !== '' && (
          <Button tone="bare" onClick={() => onCondition('')}>
            {text.clearCondition}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

function flawText({ unread: { what, said } }: ConditionFlaw): string {
  return t(text.unreadable[what], { said })
}

/** How it was read, and what the panel shows now. */
function Reading({ read }: { readonly read: TypedCondition }) {
  const condition = { ...read, limit: measured(read.value, read.unit, { exact: true }) }
  const now = useConditionReading(condition)
  return <span dir="auto">{t(text.reads, { condition: conditionText(condition), now: now.text })}</span>
}
