import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type IncidentId, newId, type TransferId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { type Assignment, personKey } from '../../../shared/domain/people'
import { roleSlot } from '../../../shared/domain/responders'
import { LINE_LIMIT, NAME_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow, useOwnFault, useRecord, useSelection, useSession } from '../../stores/cockpit'
import { othersOpen } from '../../stores/selection-store'
import { useOnCall } from '../../stores/use-on-call'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Choice } from '../../ui/choice'
import { FaultNote } from '../../ui/fault-note'
import { Fieldset } from '../../ui/fieldset'
import { Form } from '../../ui/form'
import { peopleKnown } from '../../ui/people-known'
import { RestoredNote } from '../../ui/restored-note'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { TextArea, TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import { ownZone, PersonThere } from './local-time'

const text = texts.transfer.prepare

/** Offered with a digit each; others are typed. */
const MOST_OFFERED = 6
const OTHER = ''

interface Props {
  readonly incident: Incident
  readonly command: Assignment
}

/** [TC1] [TC7] Names the next commander, of this incident and of others that the same person commands. */
export function PrepareForm({ incident, command }: Props) {
  const { commands } = useCockpit()
  const fault = useOwnFault('roles')
  const now = useNow()
  const people = useNextCommanders(incident, command)
  const others = useSelection(useShallow(othersOpen)).filter(({ ic }) => ic?.id === command.responder.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const [also, setAlso] = useState<readonly IncidentId[]>([])
  const { values, set, forget, since } = useTypedFields('transfer', { name: '', note: '' })
  const offered = chosen ?? (values.name === '' ? (people[0]?.name ?? OTHER) : OTHER)
  const to = offered === OTHER ? values.name.trim() : offered
  const prepare = async () => {
    const incidents = [incident.id, ...also]
    const words = { to, note: values.note.trim(), was: command.responder.name, incidents, ...ownZone() }
    for (const id of incidents) {
      const reply = await commands.sendTo(id, 'roles', 'transfer:prepare', { transfer: newId<TransferId>(), ...words })
      if (!reply.ok) return
    }
    forget()
  }
  const who = <PersonThere person={command.responder} timeZones={incident.timeZones} />
  return (
    <Form onSubmit={prepare} submit={to === '' ? text.submitNobody : t(text.submit, { name: to })} sendKey="Ctrl ↵">
      <RestoredNote since={since} forget={forget} />
      <p className={textStyles.said}>
        <Trans text={text.now} parts={{ name: who, span: spanText(now - command.since) }} />
      </p>
      {people.length > 0 && (
        <Choice
          legend={text.who}
          autoFocus
          columns={2}
          value={offered}
          onChange={setChosen}
          options={[
            ...people.map(({ name, detail }) => ({ value: name, label: <bdi>{name}</bdi>, meaning: detail })),
            { value: OTHER, label: text.other },
          ]}
        />
      )}
      {offered === OTHER && (
        <TextField
          data-autofocus={people.length === 0 || undefined}
          limit={NAME_LIMIT}
          label={text.name}
          needed={text.needed}
          value={values.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
      )}
      <TextArea
        limit={LINE_LIMIT}
        rows={2}
        label={text.note}
        value={values.note}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
      />
      {others.length > 0 && (
        <Fieldset legend={text.also}>
          {others.map(({ id, severity, title }) => (
            <Checkbox
              key={id}
              label={<span dir="auto">{t(texts.bar.other, { severity, title })}</span>}
              checked={also.includes(id)}
              onChange={({ currentTarget }) =>
                setAlso(before => (currentTarget.checked ? [...before, id] : before.filter(one => one !== id)))
              }
            />
          ))}
        </Fieldset>
      )}
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('roles')} />
    </Form>
  )
}

/** The deputy first, then who else is known; not the commander. */
function useNextCommanders(incident: Incident, { responder }: Assignment) {
  const timeline = useRecord(record => record.timeline) ?? []
  const me = useSession(session => session.me)
  const { people: onCall } = useOnCall()
  const deputy = roleSlot(incident, 'ic')?.deputy?.responder.id
  return peopleKnown(incident, timeline, onCall, me)
    .filter(({ name }) => personKey(name) !== responder.id)
    .toSorted((a, b) => Number(personKey(b.name) === deputy) - Number(personKey(a.name) === deputy))
    .slice(0, MOST_OFFERED)
}
