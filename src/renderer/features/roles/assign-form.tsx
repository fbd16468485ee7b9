import { Autocomplete } from '@mantine/core'
import { useRef, useState } from 'react'
import { type Assignment, type Role, roleName, roles } from '../../../shared/domain/people'
import { useCockpit, useFault, useRecord, useSession } from '../../stores/cockpit'
import { useOnCall } from '../../stores/use-on-call'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { knownNames } from './known-names'
import { offeredNames } from './offered-names'

export interface AssignFormProps {
  /** The role to fill, or null to choose one here. */
  readonly role: Role | null
  readonly held: Readonly<Record<Role, Assignment | null>>
  readonly onDone: () => void
}

/** A digit picks the role and goes on to the name; Enter assigns. */
export function AssignForm({ role: asked, held, onDone }: AssignFormProps) {
  const { commands } = useCockpit()
  const fault = useFault('roles')
  const [role, setRole] = useState<Role>(asked ?? roles.find(known => held[known] === null) ?? 'ic')
  const [name, setName] = useState('')
  const nameField = useRef<HTMLInputElement>(null)
  const me = useSession(session => session.me)
  const names = useRecord(record => record)
  const onCall = useOnCall()
  const holder = held[role]
  const assign = async () => {
    if (name.trim() === '') return nameField.current?.focus()
    const reply = await commands.send('roles', 'roles:assign', { role, name })
    if (reply.ok) onDone()
  }
  const release = async () => {
    const reply = await commands.send('roles', 'roles:release', { role })
    if (reply.ok) onDone()
  }
  return (
    <Form
      onSubmit={assign}
      submit="Assign"
      more={
        holder !== null && (
          <Button onClick={release}>
            Release <bdi>{holder.responder.name}</bdi>
          </Button>
        )
      }
    >
      <Choice
        legend="Role"
        columns={2}
        autoFocus={asked === null}
        value={role}
        onChange={setRole}
        onPicked={() => nameField.current?.focus()}
        options={roles.map(value => ({
          value,
          label: roleName[value],
          meaning: held[value]?.responder.name ?? 'unfilled',
        }))}
      />
      <Autocomplete
        ref={nameField}
        label="Name"
        placeholder="Type a name"
        data-autofocus={asked !== null || undefined}
        description={onCall.problem === '' ? undefined : `Who is on call is not known: ${onCall.problem}`}
        data={names === undefined ? [] : offeredNames(onCall.people, knownNames(names.incident, names.timeline, me))}
        limit={12}
        selectFirstOptionOnChange={false}
        value={name}
        onChange={setName}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
