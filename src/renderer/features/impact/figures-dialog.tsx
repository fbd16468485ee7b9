import { type KeyboardEvent, useRef, useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import type { EventId } from '../../../shared/domain/ids'
import {
  type FigureName,
  figureNames,
  LONGEST_FIGURE_SOURCE,
  lastSaid,
  type SlaState,
  slaStates,
  statedNow,
} from '../../../shared/domain/impact-figures'
import type { Incident } from '../../../shared/domain/incident'
import { figureText } from '../../../shared/events/figure-stated'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow, useOwnFault, useRecord } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { Choice } from '../../ui/choice'
import { useClockFace } from '../../ui/clock-face'
import { ChangedMeanwhile } from '../../ui/colleagues'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { lastShown } from '../../ui/typed-clock'
import { FigureMeaning, FromTheRecord } from './known-figures'
import { type Amount, typedAmount } from './typed-amount'

const text = texts.impactFigures

/** [IM7] States, corrects and withdraws impact figures. */
export function FiguresDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={760}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <FiguresForm incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface FormProps {
  readonly incident: Incident
  readonly onDone: () => void
}

function FiguresForm({ incident, onDone }: FormProps) {
  const fault = useOwnFault('incident')
  const edit = useFigureEdit(incident, onDone)
  const { figure, values, set, name } = edit
  const here = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const backToChoice = () => here.current?.querySelector<HTMLElement>('input:checked')?.focus()
  const save = async () => {
    if (await edit.save()) backToChoice()
  }
  const withdraw = async (from?: Millis) => {
    if (await edit.withdraw(from)) backToChoice()
  }
  // A digit has chosen the figure: what is typed next is its value.
  const goOn = (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key) || !event.defaultPrevented || !here.current?.contains(event.target as Node)) return
    requestAnimationFrame(() => field.current?.querySelector<HTMLElement>('input:checked, input')?.focus())
  }
  const isTyped = values.value !== ''
  return (
    <Form
      onSubmit={save}
      onKeyDown={goOn}
      submit={isTyped ? t(text.submit, { name }) : text.close}
      hint={text.about}
      more={edit.canWithdraw && <Withdrawal figure={figure} withdraw={withdraw} />}
    >
      <RestoredNote since={edit.restoredSince} forget={edit.forget} />
      <div ref={here}>
        <Choice
          legend={text.legend}
          autoFocus
          columns={2}
          value={figure}
          onChange={edit.choose}
          options={figureNames.map(one => ({
            value: one,
            label: text.labels[one],
            meaning: <FigureMeaning incident={incident} figure={one} />,
          }))}
        />
      </div>
      <div ref={field}>
        <ValueField edit={edit} />
      </div>
      {isTyped && <Details edit={edit} />}
      {edit.isStale ? (
        <ChangedMeanwhile
          theirs={edit.known === undefined ? text.notStated : figureText(edit.known)}
          onTakeTheirs={edit.forget}
          onKeepMine={() => set({ was: edit.key })}
        />
      ) : (
        <FaultNote fault={fault} />
      )}
      <FromTheRecord incident={incident} onLeave={onDone} />
    </Form>
  )
}

interface WithdrawalProps {
  readonly figure: FigureName
  readonly withdraw: (from?: Millis) => void
}

/** [IM11] Of revenue: what was lost until now stays counted, or none of it was true. */
function Withdrawal({ figure, withdraw }: WithdrawalProps) {
  const now = useNow()
  if (figure !== 'revenue')
    return <Button onClick={() => withdraw()}>{t(text.withdraw, { name: text.labels[figure] })}</Button>
  return (
    <>
      <Button onClick={() => withdraw(now)}>{text.withdrawFromNow}</Button>
      <Button onClick={() => withdraw()}>{text.withdrawAll}</Button>
    </>
  )
}

type Edit = ReturnType<typeof useFigureEdit>

const noState: Fault = { kind: 'refused', message: text.unreadable.sla }

function ValueField({ edit: { figure, values, amount, set, type } }: { readonly edit: Edit }) {
  const downtime = useRead('method:read', {}).value?.method.severity.downtime
  if (figure === 'sla')
    return (
      <>
        <Choice<SlaState>
          legend={text.values.sla}
          flow
          value={slaStates.find(state => state === values.value) ?? null}
          onChange={type}
          options={slaStates.map(value => ({ value, label: texts.figureLines.sla[value] }))}
        />
        {/* What was typed of another figure is none of these. */}
        <FaultNote fault={values.value.trim() !== '' && amount === undefined ? noState : null} />
      </>
    )
  const said = amount === undefined ? '' : figureText({ figure, ...amount })
  // [IM12] Help for a person who has to estimate: never a figure by itself.
  const example = figure === 'revenue' ? downtime : undefined
  return (
    <TextField
      limit={null}
      label={text.values[figure]}
      placeholder={text.examples[figure]}
      description={said === '' ? example : t(text.reads, { value: said })}
      error={values.value.trim() !== '' && amount === undefined && text.unreadable[figure]}
      value={values.value}
      onChange={({ currentTarget: { value } }) => (value === '' ? set({ value, was: '' }) : type(value))}
    />
  )
}

/** Source and start time: for a value alone. */
function Details({ edit: { values, set, known, since } }: { readonly edit: Edit }) {
  return (
    <>
      <TextField
        limit={LONGEST_FIGURE_SOURCE}
        label={text.source}
        placeholder={text.sourceExample}
        dir="auto"
        value={values.source}
        onChange={event => set({ source: event.currentTarget.value })}
      />
      <TextField
        limit={null}
        label={text.sinceLabel}
        placeholder={text.now}
        description={known === undefined ? undefined : text.sinceAbout}
        error={since === undefined && text.sinceUnreadable}
        value={values.from}
        onChange={event => set({ from: event.currentTarget.value })}
      />
      <ButtonRow gap="close">
        <Button onClick={() => set({ from: '' })}>{text.now}</Button>
        {known !== undefined && <Button onClick={() => set({ from: text.asBefore })}>{text.asBefore}</Button>}
      </ButtonRow>
    </>
  )
}

/** No event has such an id. */
const NOTHING = '-'
const start = { figure: '', value: '', source: '', from: '', was: '' }

/** [IM3] Typed text is stored with the statement that it was typed against, also over a reload. */
function useFigureEdit(incident: Incident, onDone: () => void) {
  const { commands } = useCockpit()
  const clock = useClockFace()
  const now = useNow()
  const form = useTypedFields('impact-figures', start)
  const { values, set, forget, hasGone } = form
  const { figuresStated } = incident
  const [chosen, setChosen] = useState<FigureName>()
  const figure = chosen ?? figureNames.find(one => one === values.figure) ?? figureNames[0]
  const keyOf = (one: FigureName) => lastSaid(figuresStated, one)?.key ?? NOTHING
  const [known, key] = [statedNow(figuresStated, figure), keyOf(figure)]
  const amount = amountOf(values.value, figure, statedNow(figuresStated, 'revenue')?.currency ?? USUAL_CURRENCY)
  const from = values.from.trim()
  const since = sinceOf()
  function sinceOf() {
    if (from === '' || from.toLowerCase() === text.now) return now
    return from.toLowerCase() === text.asBefore ? known?.since : lastShown(from, now, clock)
  }
  const send = async (said: Amount, at: number, source: string, was: string) => {
    const sent = { figure, ...said, since: at, source, was: was === NOTHING ? null : (was as EventId) }
    if (!(await commands.send('incident', 'incident:state-figure', sent)).ok) return false
    setChosen(current => current ?? figure)
    return hasGone(values, 'figure')
  }
  return {
    ...{ figure, values, set, forget, amount, since, known, key, name: text.labels[figure] },
    restoredSince: form.since,
    isStale: values.value !== '' && values.was !== '' && values.was !== key,
    canWithdraw: known !== undefined && values.value === '',
    choose: (one: FigureName) => {
      setChosen(one)
      if (values.value !== '') set({ figure: one, was: keyOf(one) })
    },
    type: (value: string) => set({ figure, value, was: values.was || key }),
    save: async () => {
      if (values.value.trim() === '') {
        forget()
        onDone()
        return false
      }
      if (amount === undefined || since === undefined) return false
      return send(amount, since, values.source.trim(), values.was || key)
    },
    withdraw: (from?: Millis) =>
      known === undefined ? false : send({ value: null, currency: null }, from ?? known.since, '', known.key),
  }
}

/** The method's rules use this currency. */
const USUAL_CURRENCY = 'USD'

function amountOf(typed: string, figure: FigureName, currency: string): Amount | undefined {
  if (figure !== 'sla') return typedAmount(typed, figure, currency)
  const value = slaStates.find(state => state === typed)
  return value === undefined ? undefined : { value, currency: null }
}
