import { type KeyboardEvent, useRef, useState } from 'react'
import type { IncidentGate } from '../../../shared/contract/gate'
import { defaultCadence } from '../../../shared/domain/cadence'
import type { Incident } from '../../../shared/domain/incident'
import { updateDueAt } from '../../../shared/domain/method/raised-update'
import { isRaised, type Severity } from '../../../shared/domain/severity'
import { openPrompt } from '../../../shared/domain/severity-prompts'
import { type Status, statuses } from '../../../shared/domain/status'
import { awaitsResolution } from '../../../shared/domain/update'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { SeverityChoice, useWorkOut } from '../../severity/severity-choice'
import { useCockpit, useGate, useNow } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Choice, type ChoiceOption } from '../../ui/choice'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EARLY_LIMIT, earlyReason, isGateOpen } from '../../ui/early-reason'
import { isField } from '../../ui/is-field'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RunningTasks } from '../../ui/running-tasks'
import { SeverityBadge } from '../../ui/severity-badge'
import { Trans } from '../../ui/trans'
import styles from './edit-dialogs.module.css'
import { EditForm, useFieldEdit } from './edit-form'

const text = texts.changes

const statusOptions: readonly ChoiceOption<Status>[] = statuses.map(value => ({
  value,
  label: texts.status.titles[value],
  meaning: texts.status.meanings[value],
}))

type EditDialogPart = DialogPart & { readonly incident: Incident }

export function SeverityDialog({ incident, opened, onClose }: EditDialogPart) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks.severity}>
      <SeverityForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

export function StatusDialog({ incident, opened, onClose }: EditDialogPart) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks.status}>
      <StatusForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

export function ImpactDialog({ incident, opened, onClose }: EditDialogPart) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks.impact}>
      <ImpactForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

interface EditFormPart {
  readonly incident: Incident
  readonly onDone: () => void
}

/** [RS8] Opened from what was offered the form begins with that; a person still chooses. */
function useOffered(incident: Incident) {
  const { focus } = useCockpit()
  const [offered] = useState(() => {
    const prompt = openPrompt(incident)
    return prompt?.key === focus.getState().about ? prompt : undefined
  })
  if (offered === undefined) return { offered: incident.severity, why: '' }
  const { severity, text: reason, evidence } = offered
  return { offered: severity, why: t(texts.severityPrompts.why, { text: reason, evidence }) }
}

/** [SV3] When customers are due to hear once it is raised; undefined: raising it brings that no nearer. */
function useNearerUpdate(incident: Incident, to: Severity): Millis | undefined {
  const now = useNow()
  const { method, severity, status, nextUpdateDueAt } = incident
  // What an incident without a method goes by is the engine's to know.
  if (method === null || status === 'resolved' || !isRaised(severity, to)) return undefined
  const due = updateDueAt(incident, to, defaultCadence, now)
  return due === null || due === nextUpdateDueAt ? undefined : due
}

/**
 * Saves a form and then leads to the update. It submits the form, so that its button waits for the same checks and shows
 * the same messages; a refused form never calls `save`.
 */
function useUpdateNext() {
  const { focus } = useCockpit()
  const here = useRef<HTMLDivElement>(null)
  const isAsked = useRef(false)
  const saveFirst = () => {
    isAsked.current = true
    here.current?.closest('form')?.requestSubmit()
    isAsked.current = false
  }
  const isKey = ({ ctrlKey, metaKey, altKey, defaultPrevented, target, key }: KeyboardEvent) =>
    !(ctrlKey || metaKey || altKey || defaultPrevented || isField(target)) && key === keyOf('comms')
  return { here, isAsked, isKey, saveFirst, write: () => focus.request('comms') }
}

function SeverityForm({ incident, onDone }: EditFormPart) {
  const { commands } = useCockpit()
  const { offered, why } = useOffered(incident)
  const [to, setTo] = useState(offered)
  const edit = useFieldEdit(incident, 'severity', 'reason', onDone, why)
  const { base, typed, leave } = edit
  const { reason, answers } = typed.values
  const workOut = useWorkOut(answers)
  const filledIn = useRef(why)
  const clock = useClockFace()
  const due = useNearerUpdate(incident, to)
  const update = useUpdateNext()
  const save = async () => {
    const writes = update.isAsked.current
    // A calculated reason that confirms the severity is dropped; a reason that a person typed is offered again.
    if (to === base.value && !base.isStale) return reason === filledIn.current ? leave() : onDone()
    const change = { to, reason, was: base.value as Severity }
    if (!(await commands.send('incident', 'incident:change-severity', change)).ok) return
    leave()
    if (writes) update.write()
  }
  const fillIn = (why: string) => {
    // A reason that a person typed stays.
    if (reason.trim() !== '' && reason !== filledIn.current) return
    filledIn.current = why
    typed.set({ reason: why })
  }
  const pressed = (event: KeyboardEvent) => {
    if (due === undefined || !update.isKey(event)) return workOut.onKeyDown(event)
    event.preventDefault()
    update.saveFirst()
  }
  return (
    <EditForm
      edit={edit}
      submit={to === base.value ? text.keep : t(text.toSeverity, { severity: to })}
      onSave={save}
      onKeyDown={pressed}
      sendKey={workOut.sendKey}
      text={{ label: text.why }}
      theirs={<SeverityBadge severity={incident.severity} />}
    >
      <SeverityChoice
        legend={text.severity}
        autoFocus
        value={to}
        onChange={setTo}
        workOut={workOut}
        answers={answers}
        stated={incident.figuresStated}
        onAnswers={next => typed.set({ answers: next })}
        onReason={fillIn}
      />
      <div ref={update.here} hidden={due === undefined}>
        {due !== undefined && (
          <UpdateNote
            says={t(text.nearer, { time: clock.short(due) })}
            offer={text.raiseNext}
            onPress={update.saveFirst}
          />
        )}
      </div>
    </EditForm>
  )
}

function StatusForm({ incident, onDone }: EditFormPart) {
  const { commands, focus } = useCockpit()
  const [to, setTo] = useState(incident.status)
  const edit = useFieldEdit(incident, 'status', 'reason', onDone)
  const { base, typed, leave } = edit
  // Then the form offers to write the update next.
  const offersUpdate = to === 'resolved' && awaitsResolution(incident.updates)
  const gate = useGate(incident.id)
  const open = to === 'resolved' && incident.status !== 'resolved' && isGateOpen(gate) ? gate : undefined
  const change = async () => {
    const reason = open === undefined ? typed.values.reason : earlyReason(open, typed.values.reason)
    const reply = await commands.send('incident', 'incident:change-status', { to, reason, was: base.value as Status })
    if (reply.ok) leave()
    return reply.ok
  }
  const update = useUpdateNext()
  const save = async () => {
    const writes = update.isAsked.current
    if (to === base.value && !base.isStale) onDone()
    else if (!(await change())) return
    if (writes) update.write()
  }
  const seeGate = () => {
    onDone()
    focus.request('gate')
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    if (offersUpdate && update.isKey(event)) update.saveFirst()
    else if (open !== undefined && event.key === GATE_KEY) seeGate()
    else return
    event.preventDefault()
  }
  return (
    <EditForm
      edit={edit}
      submit={to === base.value ? text.keep : t(text.toStatus, { status: texts.status.names[to] })}
      onSave={save}
      onKeyDown={pressed}
      text={open === undefined ? { label: text.why } : earlyWhy}
      limit={EARLY_LIMIT}
      theirs={texts.status.titles[incident.status]}
    >
      <Choice legend={text.status} autoFocus value={to} onChange={setTo} options={statusOptions} />
      {open !== undefined && <OpenGate gate={open} onOpen={seeGate} />}
      {to === 'resolved' && to !== incident.status && <RunningTasks tasks={incident.tasks} />}
      <div ref={update.here} hidden={!offersUpdate}>
        {offersUpdate && <UpdateNote says={text.notTold} offer={text.tellNext} onPress={update.saveFirst} />}
      </div>
    </EditForm>
  )
}

const { why: label, whyAbout: description, whyNeeded: needed } = texts.gate
const earlyWhy = { label, description, needed }
/** In this dialog; the gate itself has a command of two keys. */
const GATE_KEY = 'g'
/** More would push the reason field below out of view. */
const MOST_NAMED = 3

/**
 * [GT10] Which criteria of the gate are not met, and the way to them: a person who resolves the incident here sees what
 * the gate would say.
 */
function OpenGate({ gate: { green, criteria }, onOpen }: { readonly gate: IncidentGate; readonly onOpen: () => void }) {
  const missing = criteria.filter(({ state }) => state !== 'green')
  const more = missing.length - MOST_NAMED
  return (
    <div className={styles.openGate} role="note">
      <p className={styles.gateHead}>
        <strong>{t(texts.gate.holds, { green, all: criteria.length })}</strong>{' '}
        <Button onClick={onOpen}>
          <Trans text={texts.gate.see} parts={{ key: <Key quiet>{GATE_KEY}</Key> }} />
        </Button>
      </p>
      <ul className={styles.missing}>
        {missing.slice(0, MOST_NAMED).map(({ id, text: name, state }) => (
          <li key={id} dir="auto">
            {t(texts.gate.named, { text: name, state: texts.gate.states[state] })}
          </li>
        ))}
        {more > 0 && <li>{tCount(texts.gate.more, more)}</li>}
      </ul>
    </div>
  )
}

interface UpdateNoteProps {
  readonly says: string
  readonly offer: string
  readonly onPress: () => void
}

/** What customers are owed by the change that the form is about to make, and the way to it. */
function UpdateNote({ says, offer, onPress }: UpdateNoteProps) {
  return (
    <p className={styles.notTold} role="note">
      {says}{' '}
      <Button onClick={onPress}>
        <Trans text={offer} parts={{ key: <Key quiet>{keyOf('comms')}</Key> }} />
      </Button>
    </p>
  )
}

function ImpactForm({ incident, onDone }: EditFormPart) {
  const { commands } = useCockpit()
  const edit = useFieldEdit(incident, 'impact', 'impact', onDone)
  const { base, typed, leave } = edit
  const save = async () => {
    const change = { impact: typed.values.impact, was: base.value }
    if ((await commands.send('incident', 'incident:state-impact', change)).ok) leave()
  }
  return (
    <EditForm
      edit={edit}
      submit={text.stateImpact}
      onSave={save}
      text={{ label: text.impact, description: text.impactAbout, placeholder: text.impactExample }}
      theirs={incident.impact || texts.colleagues.nothing}
    />
  )
}
