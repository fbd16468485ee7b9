import { type KeyboardEvent, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type Severity, severities } from '../../../shared/domain/severity'
import { type Status, statuses } from '../../../shared/domain/status'
import { awaitsResolution } from '../../../shared/domain/update'
import type { Reply } from '../../../shared/lib/reply'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit } from '../../stores/cockpit'
import type { EngineCommands } from '../../stores/commands'
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

/** A field of the incident that is one of a few values, changed with a reason. */
interface FieldChoice<Value extends string> {
  readonly field: 'severity' | 'status'
  readonly legend: string
  readonly options: readonly ChoiceOption<Value>[]
  readonly submit: (to: Value) => string
  readonly send: (
    commands: EngineCommands,
    change: { to: Value; reason: string; was: Value },
  ) => Promise<Reply<unknown, unknown>>
}

const severityChoice: FieldChoice<Severity> = {
  field: 'severity',
  legend: text.severity,
  options: severities.map(value => ({
    value,
    label: <SeverityBadge severity={value} />,
    meaning: texts.severity.meanings[value],
  })),
  submit: severity => t(text.toSeverity, { severity }),
  send: (commands, change) => commands.send('incident', 'incident:change-severity', change),
}

const statusChoice: FieldChoice<Status> = {
  field: 'status',
  legend: text.status,
  options: statuses.map(value => ({
    value,
    label: texts.status.titles[value],
    meaning: texts.status.meanings[value],
  })),
  submit: status => t(text.toStatus, { status: texts.status.names[status] }),
  send: (commands, change) => commands.send('incident', 'incident:change-status', change),
}

type EditDialogPart = DialogPart & { readonly incident: Incident }

export function SeverityDialog({ incident, opened, onClose }: EditDialogPart) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks.severity}>
      <ChoiceForm choice={severityChoice} now={incident.severity} incident={incident} onDone={onClose} />
    </Dialog>
  )
}

export function StatusDialog({ incident, opened, onClose }: EditDialogPart) {
  const isOpenToCustomers = (to: Status) => to === 'resolved' && awaitsResolution(incident.updates)
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks.status}>
      <ChoiceForm
        choice={statusChoice}
        now={incident.status}
        incident={incident}
        onDone={onClose}
        customersWait={isOpenToCustomers}
      />
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

interface ChoiceFormProps<Value extends Severity | Status> {
  readonly choice: FieldChoice<Value>
  readonly now: Value
  readonly incident: Incident
  readonly onDone: () => void
  /** Whether customers still have to hear of this value: then the form offers to write the update next. */
  readonly customersWait?: (to: Value) => boolean
}

function ChoiceForm<Value extends Severity | Status>(props: ChoiceFormProps<Value>) {
  const { choice, now, incident, onDone, customersWait } = props
  const { commands, focus } = useCockpit()
  const [to, setTo] = useState(now)
  const edit = useFieldEdit(incident, choice.field, 'reason', onDone)
  const { base, typed, leave } = edit
  const offersUpdate = customersWait?.(to) === true
  const change = async () => {
    const reply = await choice.send(commands, { to, reason: typed.values.reason, was: base.value as Value })
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
      submit={to === base.value ? text.keep : choice.submit(to)}
      onSave={save}
      onKeyDown={tellByKey}
      text={{ label: text.why }}
      theirs={choice.options.find(({ value }) => value === now)?.label}
    >
      <Choice legend={choice.legend} autoFocus value={to} onChange={setTo} options={choice.options} />
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

function ImpactForm({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
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
