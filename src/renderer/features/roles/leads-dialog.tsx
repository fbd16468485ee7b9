import { useState } from 'react'
import { nextOf, runningDeadlines } from '../../../shared/domain/deadlines'
import { newId, type StrategyId, type TeamId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { reportClockId, reportDueAt, reportsOf } from '../../../shared/domain/lead-reports'
import type { Team } from '../../../shared/domain/responders'
import { LONGEST_ITEM } from '../../../shared/domain/strategy'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useOwnFault, useRecord } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Choice } from '../../ui/choice'
import { Clamp } from '../../ui/clamp'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'

const text = texts.leads

/** [RC8] The report of a sub-team's lead: the one due first is chosen, and an empty text means nothing new. */
export function LeadsDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={560}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : incident.crew.teams.length === 0 ? (
        <EmptyState title={text.none}>
          <Trans text={text.how} parts={{ key: <Key>{keyOf('crew-add')}</Key> }} />
        </EmptyState>
      ) : (
        <LeadForm incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface LeadFormProps {
  readonly incident: Incident
  readonly onDone: () => void
}

function LeadForm({ incident, onDone }: LeadFormProps) {
  const { commands } = useCockpit()
  const fault = useOwnFault('strategy')
  const [id, setId] = useState(() => newId<StrategyId>())
  const { teams } = incident.crew
  const asked = useAskedTeam(incident)
  const form = useTypedFields('lead-report', { team: '', text: '' })
  const chosen = form.values.team === '' ? asked : form.values.team
  const team = teams.find(one => one.id === chosen)
  const said = form.values.text.trim()
  const save = async () => {
    if (team === undefined) return
    const item = { kind: 'lead', team: team.id, text: said } as const
    if (!(await commands.send('strategy', 'strategy:put', { id, item })).ok) return
    setId(newId())
    if (form.hasGone(form.values, 'team')) onDone()
  }
  return (
    <Form
      onSubmit={save}
      submit={said === '' && team !== undefined ? t(text.submitNothing, { team: team.name }) : text.submit}
    >
      <RestoredNote since={form.since} forget={form.forget} />
      <Choice
        legend={text.team}
        autoFocus={teams.length > 1}
        value={team?.id ?? null}
        onChange={next => form.set({ team: next })}
        options={teams.map(one => ({
          value: one.id,
          label: <TeamName incident={incident} team={one} />,
          meaning: <LastWords incident={incident} team={one} />,
        }))}
      />
      {team === undefined && <p role="alert">{text.gone}</p>}
      <TextField
        data-autofocus={teams.length === 1 || undefined}
        limit={LONGEST_ITEM}
        label={text.text}
        placeholder={text.textExample}
        dir="auto"
        value={form.values.text}
        onChange={event => form.set({ text: event.currentTarget.value })}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}

/** The team that it was opened for, or else the one whose report is due first; it stays while others become due. */
function useAskedTeam(incident: Incident): TeamId | undefined {
  const { focus } = useCockpit()
  const [asked] = useState(() => {
    const { teams } = incident.crew
    const next = nextOf(runningDeadlines(incident), 'lead-report')
    const named = focus.getState().about
    return (teams.find(({ id }) => id === named) ?? teams.find(({ id }) => next?.id === reportClockId(id)) ?? teams[0])
      ?.id
  })
  return asked
}

interface OfTeam {
  readonly incident: Incident
  readonly team: Team
}

function TeamName({ incident, team: { id, name, lead } }: OfTeam) {
  const now = useNow()
  const reports = reportsOf(incident, id)
  const dueAt = incident.status === 'resolved' || reports === undefined ? null : reportDueAt(reports)
  const led = t(text.led, { team: name, lead: lead.name })
  if (dueAt === null) return <bdi className={textStyles.said}>{led}</bdi>
  const isLate = dueAt <= now
  return (
    <bdi className={`${textStyles.said} ${textStyles.late}`} data-late={isLate}>
      {t(isLate ? text.late : text.due, { team: led, span: spanText(Math.abs(dueAt - now)) })}
    </bdi>
  )
}

function LastWords({ incident, team }: OfTeam) {
  const now = useNow()
  const last = reportsOf(incident, team.id)?.reports.at(-1)
  if (last === undefined) return text.noneYet
  const span = spanText(Math.max(0, now - last.said.at))
  return <Clamp lines={2}>{t(text.last, { span, text: last.text === '' ? text.nothingNew : last.text })}</Clamp>
}
