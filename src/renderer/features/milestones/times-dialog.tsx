import { useRef, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type MilestoneName, milestoneNames, targetOf } from '../../../shared/domain/milestone'
import { actorName } from '../../../shared/domain/people'
import type { ClockFace } from '../../../shared/lib/clock-face'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow, useOwnFault, useRecord } from '../../stores/cockpit'
import { useMethod } from '../../stores/use-method'
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
import { clockText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { statedTime, whyNot } from './stated-time'

const text = texts.milestones

/** [MI5] Every recorded time, with its source, and a field that sets or corrects it. */
export function TimesDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={760}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <TimesForm incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface TimesFormProps {
  readonly incident: Incident
  readonly onDone: () => void
}

const ours = milestoneNames.map(id => ({ id, text: texts.incidentLines.milestones[id] }))

function TimesForm({ incident, onDone }: TimesFormProps) {
  const clock = useClockFace()
  const fault = useOwnFault('incident')
  const named = useMethod()?.lifecycle.milestones ?? ours
  const edit = useTimeEdit(incident, onDone)
  const { milestone, typed, stated, known } = edit
  const here = useRef<HTMLDivElement>(null)
  const save = async () => {
    if (await edit.save()) here.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }
  const name = named.find(({ id }) => id === milestone)?.text ?? texts.incidentLines.milestones[milestone]
  const submit = typed === '' ? text.close : t(known === null ? text.set : text.correct, { name })
  return (
    <Form onSubmit={save} submit={submit} hint={text.about}>
      <RestoredNote since={edit.since} forget={edit.forget} />
      <div ref={here}>
        <Choice
          legend={text.legend}
          autoFocus
          columns={2}
          value={milestone}
          onChange={edit.choose}
          options={named.map(({ id, text: label }) => ({
            value: id,
            label: <span dir="auto">{label}</span>,
            meaning: <MilestoneMeaning incident={incident} milestone={id} />,
          }))}
        />
      </div>
      <TextField
        limit={null}
        label={t(text.time, { name })}
        placeholder={text.example}
        error={whyNot(incident, milestone, stated)}
        value={typed}
        onChange={event => edit.type(event.currentTarget.value)}
      />
      <ButtonRow gap="close">
        <Button onClick={() => edit.type(text.now)}>{text.now}</Button>
        {known !== null && isLater(milestone) && <Button onClick={() => edit.type(text.none)}>{text.none}</Button>}
      </ButtonRow>
      {edit.isStale ? (
        <ChangedMeanwhile
          theirs={
            known === null
              ? isLater(milestone)
                ? text.unknown
                : text.notKnown
              : timeShown(known, clock, incident.declaredAt)
          }
          onTakeTheirs={edit.forget}
          onKeepMine={edit.rebase}
        />
      ) : (
        <FaultNote fault={fault} />
      )}
    </Form>
  )
}

function useTimeEdit(incident: Incident, onDone: () => void) {
  const { commands } = useCockpit()
  const clock = useClockFace()
  const now = useNow()
  const { timesKept } = incident
  const { values, set, forget, hasGone, since } = useTypedFields('times-kept', { milestone: '', at: '' })
  const [chosen, setChosen] = useState<MilestoneName>()
  const [first] = useState(() => milestoneNames.find(name => timesKept[name] === undefined) ?? 'started')
  // The times that the user saw when they began to type: the base of a correction.
  const [seen, setSeen] = useState(timesKept)
  const milestone = chosen ?? milestoneNames.find(name => name === values.milestone) ?? first
  const stated = statedTime(values.at, now, clock)
  const [was, known] = [seen, timesKept].map(times => times[milestone]?.at ?? null) as [number | null, number | null]
  const rebase = () => {
    commands.dismiss('incident')
    setSeen(timesKept)
  }
  const save = async () => {
    if (stated === undefined) {
      onDone()
      return false
    }
    if (stated === 'unreadable' || whyNot(incident, milestone, stated) !== undefined) return false
    const sent = { milestone, at: stated, was }
    if (!(await commands.send('incident', 'incident:state-milestone', sent)).ok) return false
    setChosen(current => current ?? milestone)
    return hasGone(values, 'milestone')
  }
  return {
    ...{ milestone, stated, known, since, forget, rebase, save, typed: values.at },
    isStale: stated !== undefined && was !== known,
    choose: (next: MilestoneName) => {
      setSeen(timesKept)
      setChosen(next)
      if (values.at !== '') set({ milestone: next })
    },
    type: (at: string) => {
      if (values.at === '') setSeen(timesKept)
      set({ milestone, at })
    },
  }
}

/** Whether it may still be to come: an incident that is open has begun, and was detected. */
function isLater(milestone: MilestoneName): boolean {
  return milestone !== 'started' && milestone !== 'detected'
}

/** A milestone's time, its source, and its value before the last correction. */
function MilestoneMeaning({ incident, milestone }: { readonly incident: Incident; readonly milestone: MilestoneName }) {
  const clock = useClockFace()
  const known = incident.timesKept[milestone]
  const correction = incident.timeCorrections.findLast(one => one.milestone === milestone)
  const shown = (at: Millis) => timeShown(at, clock, incident.declaredAt)
  return (
    <>
      {known === undefined ? (
        isLater(milestone) ? (
          text.unknown
        ) : (
          text.notKnown
        )
      ) : (
        <>
          <strong>{shown(known.at)}</strong>{' '}
          <span dir="auto">{t(text.source, { from: text.from[known.from], by: actorName(known.by) })}</span>
        </>
      )}
      <Target incident={incident} milestone={milestone} />
      {correction !== undefined && correction.from !== null && (
        <span className={textStyles.line} dir="auto">
          {t(text.corrected, {
            time: shown(correction.from),
            by: actorName(correction.by),
            at: shown(correction.at),
          })}
        </span>
      )}
    </>
  )
}

/** [RT4] */
function Target({ incident, milestone }: { readonly incident: Incident; readonly milestone: MilestoneName }) {
  const clock = useClockFace()
  const now = useNow()
  const target = targetOf(incident, milestone, now)
  if (target === undefined) return null
  const { dueAt, isReached, late } = target
  const said = late === 0 ? text.target : isReached ? text.late : text.overdue
  const time = timeShown(dueAt, clock, incident.declaredAt)
  return (
    <span className={`${textStyles.line} ${textStyles.late}`} data-late={late > 0}>
      {t(said, { time, span: clockText(late) })}
    </span>
  )
}

/** With its day if that is not the day of the declaration. */
function timeShown(at: Millis, clock: ClockFace, declaredAt: Millis): string {
  const day = clock.date(at)
  return day === clock.date(declaredAt) ? clock.short(at) : `${day} ${clock.short(at)}`
}
