import { useState } from 'react'
import { type CustomRoleId, newId, type TeamId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Responders, Team } from '../../../shared/domain/responders'
import { type SeenRole, type SeenTeam, seenRole, seenTeam } from '../../../shared/domain/seen-roles'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useRecord } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { ChangedMeanwhile } from '../../ui/colleagues'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { LineField } from '../../ui/line-field'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { useBase } from '../../ui/use-base'
import { type AddLine, readAddLine, roleLine, teamLine } from './add-line'
import { AddLinePreview } from './add-line-preview'

const said = texts.crewAdding

export interface AddDialogProps extends DialogPart {
  readonly text: string
  /** The sub-team to edit; null: add something new. */
  readonly team: Team | null
}

/** Adds a sub-team or a role, or edits a sub-team. */
export function AddDialog({ opened, onClose, text, team }: AddDialogProps) {
  const incident = useRecord(record => record.incident)
  const title = team === null ? texts.crewAdding.title : t(texts.crewAdding.teamTitle, { team: team.name })
  return (
    <Dialog opened={opened} onClose={onClose} title={title} width={640}>
      {incident !== undefined && <AddForm incident={incident} begun={text} team={team} onDone={onClose} />}
    </Dialog>
  )
}

interface AddFormProps {
  readonly incident: Incident
  readonly begun: string
  readonly team: Team | null
  readonly onDone: () => void
}

/** The line that adds a sub-team or a role, with a preview of how it is read. */
function AddForm({ incident, begun, team, onDone }: AddFormProps) {
  const { commands } = useCockpit()
  const { values, set, forget, since } = useTypedFields(`crew:${team?.id ?? ''}`, { text: begun })
  const { text } = values
  // One id for all attempts: pressing Enter again after a lost answer adds nothing twice.
  const [fresh] = useState(() => newId<never>())
  // [ED2] Enter refers to what the user saw, not to what a colleague has added meanwhile.
  const base = useBase(incident.crew)
  const line = readAddLine(text)
  const [before, now] = [target(base.value, line, team), target(incident.crew, line, team)]
  const leave = () => {
    forget()
    onDone()
  }
  const add = async () => {
    if (line.kind === 'unread') return
    const id = before.id ?? now.id ?? fresh
    const reply =
      line.kind === 'team'
        ? await commands.send('roles', 'teams:set', { ...line, team: id as TeamId, was: before.team })
        : await commands.send('roles', 'roles:define', { ...line, role: id as CustomRoleId, was: before.role })
    if (reply.ok) leave()
  }
  const end = async () => {
    if (team === null) return
    const was = seenTeam(base.value.teams.find(({ id }) => id === team.id)) ?? undefined
    if ((await commands.send('roles', 'teams:end', { team: team.id, was })).ok) onDone()
  }
  const changes = line.kind === 'team' && before.id !== undefined
  return (
    <Form
      onSubmit={add}
      submit={before.id === undefined ? said.add : said.change}
      more={team !== null && <Button onClick={end}>{said.end}</Button>}
    >
      <RestoredNote since={since} forget={forget} />
      <LineField aria-label={said.field} placeholder={said.example} value={text} onText={next => set({ text: next })} />
      <AddLinePreview line={line} changes={changes} />
      <Outcome before={before} now={now} onTakeTheirs={leave} onKeepMine={base.rebase} />
    </Form>
  )
}

interface Target {
  /** Undefined when the line adds something new. */
  readonly id: TeamId | CustomRoleId | undefined
  readonly team: SeenTeam | null
  readonly role: SeenRole | null
}

/** What the line changes: an existing name or existing letters refer to that sub-team or role. */
function target({ teams, customRoles }: Responders, line: AddLine, opened: Team | null): Target {
  const named = line.kind === 'team' ? line.name.toLowerCase() : undefined
  const team = teams.find(({ id, name }) => (opened === null ? name.toLowerCase() === named : id === opened.id))
  const role = customRoles.find(({ letters }) => line.kind === 'role' && letters === line.letters)
  if (line.kind === 'role') return { id: role?.id, team: null, role: seenRole(role) }
  return { id: opened?.id ?? team?.id, team: seenTeam(team), role: null }
}

interface OutcomeProps {
  readonly before: Target
  readonly now: Target
  readonly onTakeTheirs: () => void
  readonly onKeepMine: () => void
}

/** [ED2] A colleague's change of the same sub-team or role; else the fault of the last attempt. */
function Outcome({ before, now, onTakeTheirs, onKeepMine }: OutcomeProps) {
  const { commands } = useCockpit()
  const fault = useFault('roles')
  if (JSON.stringify(before) === JSON.stringify(now)) return <FaultNote fault={fault} />
  const keepMine = () => {
    commands.dismiss('roles')
    onKeepMine()
  }
  const theirs =
    now.team !== null ? teamLine(now.team) : now.role !== null ? roleLine(now.role) : texts.colleagues.nothing
  return <ChangedMeanwhile theirs={theirs} onTakeTheirs={onTakeTheirs} onKeepMine={keepMine} />
}
