import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type Status, statuses } from '../../../shared/domain/status'
import { awaitsResolution } from '../../../shared/domain/update'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useCockpit } from '../../stores/cockpit'
import { useEditing } from '../../stores/use-editing'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { OthersHere } from '../../ui/colleagues'
import { Dialog } from '../../ui/dialog'
import { Form } from '../../ui/form'
import { isField } from '../../ui/is-field'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import { useBase } from '../../ui/use-base'
import { EditOutcome } from './edit-outcome'
import styles from './status-dialog.module.css'

const text = texts.changes
const { names, titles, meanings } = texts.status

export function StatusDialog({ incident, opened, onClose }: DialogPart & { readonly incident: Incident }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks.status}>
      <StatusForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

function StatusForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { commands, focus } = useCockpit()
  const others = useEditing(incident.id, 'status')
  const base = useBase(incident.status)
  const [to, setTo] = useState<Status>(incident.status)
  const { values, set, forget, since } = useTypedFields('status', { reason: '' })
  const { reason } = values
  const isOpenToCustomers = to === 'resolved' && awaitsResolution(incident.updates)
  const save = async () => {
    if (to === base.value && !base.isStale) return onDone()
    return void (await change())
  }
  const change = async () => {
    const reply = await commands.send('incident', 'incident:change-status', { to, reason, was: base.value })
    if (!reply.ok) return false
    forget()
    onDone()
    return true
  }
  const changeAndTell = async () => {
    if (await change()) focus.request('comms')
  }
  return (
    <Form
      onSubmit={save}
      submit={to === base.value ? text.keep : t(text.toStatus, { status: names[to] })}
      onKeyDown={event => {
        if (
          !isOpenToCustomers ||
          event.key !== keyOf('comms') ||
          event.ctrlKey ||
          event.metaKey ||
          event.altKey ||
          isField(event.target)
        )
          return
        event.preventDefault()
        void changeAndTell()
      }}
    >
      <Choice
        legend={text.status}
        autoFocus
        value={to}
        onChange={setTo}
        options={statuses.map(value => ({ value, label: titles[value], meaning: meanings[value] }))}
      />
      {isOpenToCustomers && (
        <p className={styles.notTold} role="note">
          {text.notTold}{' '}
          <Button onClick={() => void changeAndTell()}>
            <Trans text={text.tellNext} parts={{ key: <Key quiet>{keyOf('comms')}</Key> }} />
          </Button>
        </p>
      )}
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={LINE_LIMIT}
        label={text.why}
        value={reason}
        onChange={event => set({ reason: event.currentTarget.value })}
      />
      <OthersHere names={others.map(({ who }) => who.name)} />
      <EditOutcome
        base={base}
        theirs={titles[incident.status]}
        onTakeTheirs={() => {
          forget()
          onDone()
        }}
      />
    </Form>
  )
}
