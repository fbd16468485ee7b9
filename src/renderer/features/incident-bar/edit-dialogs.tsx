import { type KeyboardEvent, useRef, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import type { Severity } from '../../../shared/domain/severity'
import { type Status, statuses } from '../../../shared/domain/status'
import { awaitsResolution } from '../../../shared/domain/update'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { SeverityChoice, useWorkOut } from '../../severity/severity-choice'
import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Choice, type ChoiceOption } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { isField } from '../../ui/is-field'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
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

function SeverityForm({ incident, onDone }: EditFormPart) {
  const { commands } = useCockpit()
  const [to, setTo] = useState(incident.severity)
  const edit = useFieldEdit(incident, 'severity', 'reason', onDone)
  const { base, typed, leave } = edit
  const { reason, answers } = typed.values
  const workOut = useWorkOut(answers)
  const filledIn = useRef('')
  const save = async () => {
    // What was worked out and confirms the severity is done with; a reason that a person wrote is offered again.
    if (to === base.value && !base.isStale) return reason === filledIn.current ? leave() : onDone()
    const change = { to, reason, was: base.value as Severity }
    if ((await commands.send('incident', 'incident:change-severity', change)).ok) leave()
  }
  const fillIn = (why: string) => {
    // What a person wrote stays.
    if (reason.trim() !== '' && reason !== filledIn.current) return
    filledIn.current = why
    typed.set({ reason: why })
  }
  return (
    <EditForm
      edit={edit}
      submit={to === base.value ? text.keep : t(text.toSeverity, { severity: to })}
      onSave={save}
      onKeyDown={workOut.onKeyDown}
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
        onAnswers={next => typed.set({ answers: next })}
        onReason={fillIn}
      />
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
  const change = async () => {
    const { reason } = typed.values
    const reply = await commands.send('incident', 'incident:change-status', { to, reason, was: base.value as Status })
    if (reply.ok) leave()
    return reply.ok
  }
  const save = async () => {
    if (to === base.value && !base.isStale) return onDone()
    await change()
  }
  const changeAndTell = async () => {
    if (await change()) focus.request('comms')
  }
  const tellByKey = (event: KeyboardEvent) => {
    const chord = event.ctrlKey || event.metaKey || event.altKey
    if (!offersUpdate || chord || event.key !== keyOf('comms') || isField(event.target)) return
    event.preventDefault()
    void changeAndTell()
  }
  return (
    <EditForm
      edit={edit}
      submit={to === base.value ? text.keep : t(text.toStatus, { status: texts.status.names[to] })}
      onSave={save}
      onKeyDown={tellByKey}
      text={{ label: text.why }}
      theirs={texts.status.titles[incident.status]}
    >
      <Choice legend={text.status} autoFocus value={to} onChange={setTo} options={statusOptions} />
      {offersUpdate && <CustomersNote onTell={() => void changeAndTell()} />}
    </EditForm>
  )
}

/** Customers were not told yet what the incident is about to be. */
function CustomersNote({ onTell }: { readonly onTell: () => void }) {
  return (
    <p className={styles.notTold} role="note">
      {text.notTold}{' '}
      <Button onClick={onTell}>
        <Trans text={text.tellNext} parts={{ key: <Key quiet>{keyOf('comms')}</Key> }} />
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
