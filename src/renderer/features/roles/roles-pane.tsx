import type { KeyboardEvent } from 'react'
import { useCallback, useRef, useState } from 'react'
import { runningDeadlines } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { reportClockId } from '../../../shared/domain/lead-reports'
import { responderWarnings } from '../../../shared/domain/responder-warnings'
import { roleSlots, type Team } from '../../../shared/domain/responders'
import { seenTeam } from '../../../shared/domain/seen-roles'
import type { Millis } from '../../../shared/lib/time'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { useOnCall } from '../../stores/use-on-call'
import { Button } from '../../ui/button'
import { Countdown } from '../../ui/countdown'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Trans } from '../../ui/trans'
import { teamLine } from './add-line'
import { RoleSlotCard } from './role-slot-card'
import { RoleWarnings } from './role-warnings'
import styles from './roles-pane.module.css'
import { RollCallNote, type SavedMarks } from './roll-call'
import { type RoleDialog, useRoleDialogs } from './use-role-dialogs'

const AssignDialog = onDemand(async () => (await import('./assign-dialog')).AssignDialog, 'first')
const RoleCardDialog = onDemand(async () => (await import('./role-card-dialog')).RoleCardDialog)
const AddDialog = onDemand(async () => (await import('./add-dialog')).AddDialog)
const RollCallDialog = onDemand(async () => (await import('./roll-call-dialog')).RollCallDialog)

interface RoleDialogsProps {
  readonly dialog: RoleDialog | null
  readonly onOpen: (dialog: RoleDialog) => void
  readonly onClose: () => void
  /** [RO14] Marks of an unfinished roll call. */
  readonly marks: SavedMarks | null
  readonly onMarks: (marks: SavedMarks) => void
}

/** The dialogs of the pane; at most one is open. */
function RoleDialogs({ dialog, onOpen, onClose, marks, onMarks }: RoleDialogsProps) {
  const onCall = useOnCall(dialog?.kind === 'assign')
  return (
    <>
      <AssignDialog
        opened={dialog?.kind === 'assign'}
        onClose={onClose}
        target={dialog?.kind === 'assign' ? dialog.target : null}
        onCall={onCall}
      />
      <RoleCardDialog
        opened={dialog?.kind === 'card'}
        onClose={onClose}
        role={dialog?.kind === 'card' ? dialog.role : 'ic'}
        onOpen={onOpen}
      />
      <AddDialog
        opened={dialog?.kind === 'add'}
        onClose={onClose}
        text={dialog?.kind === 'add' ? dialog.text : ''}
        team={dialog?.kind === 'add' ? dialog.team : null}
      />
      <RollCallDialog opened={dialog?.kind === 'roll-call'} onClose={onClose} saved={marks} onSave={onMarks} />
    </>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Arrow keys move the focus between the buttons of a list, and stop at its ends. */
function focusByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex(button => button.matches(':focus'))
  const next = buttons[at + step]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}

const text = texts.roles

/** The roles of the open incident. */
export function RolesPane() {
  const incident = useRecord(record => record.incident)
  const now = useNow()
  if (incident !== undefined) return <Crew incident={incident} now={now} />
  return (
    <Pane {...panes.roles}>
      <EmptyState title={text.none} />
    </Pane>
  )
}

/** Roles, sub-teams and warnings of the open incident. */
function Crew({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const { commands } = useCockpit()
  const fault = useFault('roles')
  const { dialog, open, close } = useRoleDialogs()
  const [marks, setMarks] = useState<SavedMarks | null>(null)
  const cards = useRef<HTMLUListElement>(null)
  useCommand(
    'roles',
    useCallback(() => cards.current?.querySelector('button')?.focus(), []),
  )
  const warnings = responderWarnings(incident, now)
  const gaps = warnings.filter(({ kind }) => kind === 'unfilled').length
  return (
    <Pane
      {...panes.roles}
      note={gaps > 0 ? <span className={styles.unfilled}>{tCount(text.unfilledCount, gaps)}</span> : undefined}
      aside={
        <>
          <Button tone="bare" onClick={() => open({ kind: 'roll-call' })}>
            <Trans text={text.rollCall} parts={{ key: <Key quiet>{keyOf('roll-call')}</Key> }} />
          </Button>
          <Button tone="bare" onClick={() => open({ kind: 'assign', target: null })}>
            <Trans text={text.assign} parts={{ key: <Key quiet>{keyOf('assign')}</Key> }} />
          </Button>
        </>
      }
    >
      <RoleWarnings warnings={warnings} />
      <ul className={styles.roles} ref={cards} onKeyDown={focusByArrows} aria-label={text.list}>
        {roleSlots(incident).map(seat => (
          <li key={seat.key}>
            <RoleSlotCard
              seat={seat}
              incident={incident}
              now={now}
              onOpen={() => open({ kind: 'card', role: seat.key })}
            />
          </li>
        ))}
      </ul>
      <TeamList incident={incident} onOpen={(team, text) => open({ kind: 'add', text, team })} />
      <RollCallNote incident={incident} marks={marks} now={now} />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('roles')} />
      <RoleDialogs dialog={dialog} onOpen={open} onClose={close} marks={marks} onMarks={setMarks} />
    </Pane>
  )
}

interface TeamListProps {
  readonly incident: Incident
  readonly onOpen: (team: Team, text: string) => void
}

/** Sub-teams, each with lead, members, and when its lead reports. */
function TeamList({ incident, onOpen }: TeamListProps) {
  const { teams } = incident.crew
  if (teams.length === 0) return null
  return (
    <ul className={styles.teams} onKeyDown={focusByArrows} aria-label={text.teams}>
      {teams.map(team => (
        <li key={team.id} className={styles.teamRow}>
          <button type="button" className={styles.team} onClick={() => onOpen(team, teamLine(seenTeam(team)))}>
            <span className={styles.teamName} dir="auto">
              {team.name}
            </span>
            <span className={styles.lead} dir="auto">
              {team.lead.name}
            </span>
            <span className={styles.members} dir="auto">
              {listText(team.members.map(({ name }) => name))}
            </span>
          </button>
          <TeamReport incident={incident} team={team} />
        </li>
      ))}
    </ul>
  )
}

/** [RC2] When its lead's report is due, and the way to record it; nothing if the method asks for none. */
function TeamReport({ incident, team: { id, name } }: { readonly incident: Incident; readonly team: Team }) {
  const { focus } = useCockpit()
  const now = useNow()
  const due = runningDeadlines(incident).find(({ id: clock }) => clock === reportClockId(id))
  if (due === undefined) return null
  const label = t(texts.bar.deadlines['lead-report'], { team: name })
  return (
    <button
      type="button"
      className={styles.report}
      title={t(texts.bar.opens['lead-report'], { what: label })}
      onClick={() => focus.request('leads', id)}
    >
      <span className={styles.unseen}>{label}</span>
      <Countdown deadline={due} now={now} />
    </button>
  )
}
