import { useState } from 'react'
import type { Team } from '../../../shared/domain/crew'
import { newId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { words } from '../../../shared/words/words'
import { useCockpit, useFault } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { LineField } from '../../ui/line-field'
import { RestoredNote } from '../../ui/restored-note'
import { readCrewLine } from './crew-line'
import { CrewLinePreview } from './crew-line-preview'

const said = words.crewAdding

export interface AddLineProps {
  readonly incident: Incident
  readonly begun: string
  readonly team: Team | null
  readonly onDone: () => void
}

/** One line that adds a sub-team or a role, with how it will be read below it while it is typed. */
export function AddLine({ incident, begun, team, onDone }: AddLineProps) {
  const { commands } = useCockpit()
  const fault = useFault('roles')
  const { values, set, forget, since } = useTypedFields(`crew:${team?.id ?? ''}`, { text: begun })
  const { text } = values
  // One id for all tries of this line: an Enter after a lost answer adds nothing twice.
  const [fresh] = useState(() => newId<never>())
  const line = readCrewLine(text)
  const known = team ?? sameTeam(incident, line.kind === 'team' ? line.name : '')
  const add = async () => {
    if (line.kind === 'unread') return
    const reply =
      line.kind === 'team'
        ? await commands.send('roles', 'teams:set', { ...line, team: known?.id ?? fresh })
        : await commands.send('roles', 'roles:define', { ...line, role: sameRole(incident, line.letters) ?? fresh })
    if (!reply.ok) return
    forget()
    onDone()
  }
  const end = async () => {
    if (team !== null && (await commands.send('roles', 'teams:end', { team: team.id })).ok) onDone()
  }
  return (
    <Form
      onSubmit={add}
      submit={known === undefined ? said.add : said.change}
      more={team !== null && <Button onClick={end}>{said.end}</Button>}
    >
      <RestoredNote since={since} forget={forget} />
      <LineField aria-label={said.field} placeholder={said.example} value={text} onText={next => set({ text: next })} />
      <CrewLinePreview line={line} changes={known !== undefined} />
      <FaultNote fault={fault} />
    </Form>
  )
}

/** A name that is there already means that sub-team: what is typed changes it. */
function sameTeam({ crew }: Incident, name: string): Team | undefined {
  return crew.teams.find(team => team.name.toLowerCase() === name.toLowerCase())
}

function sameRole({ crew }: Incident, letters: string) {
  return crew.customRoles.find(role => role.letters === letters)?.id
}
