import { useState } from 'react'
import { type Conflict, openConflicts } from '../../../shared/domain/claims'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import type { Status } from '../../../shared/domain/status'
import { conflictName } from '../../../shared/events/conflict-settled'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { SENT_BACK } from '../../../shared/events/next-claims'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault, useRecord } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Choice } from '../../ui/choice'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { TextField } from '../../ui/text-fields'

const text = texts.conflicts

/** [CF5] What machines set differently, one after the other: both sides with who and when, a digit for each. */
export function ConflictsDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const [first] = incident === undefined ? [] : openConflicts(incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : first === undefined ? (
        <EmptyState title={text.none} />
      ) : (
        <Settle
          key={first.sides.map(({ event }) => event).join()}
          incident={incident}
          conflict={first}
          onDone={onClose}
        />
      )}
    </Dialog>
  )
}

interface SettleProps {
  readonly incident: Incident
  readonly conflict: Conflict
  readonly onDone: () => void
}

function Settle({ incident, conflict: { about, sides }, onDone }: SettleProps) {
  const { commands } = useCockpit()
  const fault = useOwnFault('incident')
  const clock = useClockFace()
  const [chosen, setChosen] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const { values, set, forget } = useTypedFields('conflict', { why: '' })
  const settle = async () => {
    // It holds on every machine from then on: nobody settles it by an Enter alone.
    const side = sides.find(({ event }) => event === chosen)
    setMissing(side === undefined)
    if (side === undefined) return
    const reply = await commands.ask('incident', 'conflict:settle', {
      ...{ incident: incident.id, about, chosen: side.event, reason: values.why },
    })
    if (reply.ok) forget()
    // The next one takes its place here.
    if (reply.ok && openConflicts(incident).length <= 1) onDone()
  }
  return (
    <Form onSubmit={settle} submit={text.choose}>
      <Choice
        autoFocus
        legend={conflictName(about)}
        options={sides.map(({ event, value, by, at }) => ({
          value: event as string,
          label: valueText(about, value, incident),
          meaning: t(text.side, { who: actorName(by), time: `${clock.date(at)} ${clock.short(at)}` }),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      {isMissing && chosen === null && <p role="alert">{text.chooseFirst}</p>}
      <TextField
        limit={LINE_LIMIT}
        label={text.why}
        value={values.why}
        onChange={({ currentTarget }) => set({ why: currentTarget.value })}
      />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('incident')} />
    </Form>
  )
}

function valueText(about: Conflict['about'], value: string, { claims }: Pick<Incident, 'claims'>): string {
  if (about === 'status') return texts.status.names[value as Status]
  if (about.startsWith('approval:')) return value.startsWith(SENT_BACK) ? text.sentBack : text.approved
  if (!about.startsWith('role:')) return value
  const held = claims.roles[about.slice('role:'.length)] ?? []
  return held.find(({ value: { responder } }) => responder.id === value)?.value.responder.name ?? value
}
