import { useState } from 'react'
import { hasContinued, nextDue, runningDeadlines } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { type Assignment, actorName } from '../../../shared/domain/people'
import { roleSlot } from '../../../shared/domain/responders'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { WhileNoIncident } from '../../stores/while-none'
import { Choice } from '../../ui/choice'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'

const text = texts.relief

/** [FT3] Asks an IC who has had command for long, by name: hand over, or say that they stay. */
export function ReliefDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const command = incident && roleSlot(incident, 'ic')?.held
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={480}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : command ? (
        <Relief key={command.since} incident={incident} command={command} onDone={onClose} />
      ) : (
        <EmptyState title={t(text.nobody, { key: keyOf('assign') })} />
      )}
    </Dialog>
  )
}

interface ReliefProps {
  readonly incident: Incident
  readonly command: Assignment
  readonly onDone: () => void
}

function Relief({ incident, command, onDone }: ReliefProps) {
  const now = useNow()
  const clock = useClockFace()
  const due = runningDeadlines(incident)
  const [askAt, insistAt] = [nextDue(due, 'relief'), nextDue(due, 'relief-overdue')]
  const who = command.responder.name
  const said = { who, span: spanText(now - command.since) }
  const timeOf = (at: number | null) => (at === null ? '' : clock.short(at))
  if (insistAt === null) return <EmptyState title={incident.status === 'resolved' ? text.resolved : text.none} />
  const insists = insistAt <= now
  if (!insists && hasContinued(incident)) {
    const { by, at } = incident.crew.continued ?? { by: { kind: 'engine' } as const, at: now }
    const answer = { who, by: actorName(by), span: spanText(now - at), time: timeOf(insistAt) }
    return <EmptyState title={t(text.stays, answer)} />
  }
  if (!insists && (askAt === null || askAt > now))
    return <EmptyState title={t(text.notYet, { ...said, time: timeOf(askAt) })} />
  return (
    <Asked incident={incident} command={command} onDone={onDone} until={insists ? null : timeOf(insistAt)}>
      {t(insists ? text.insists : text.asked, said)}
    </Asked>
  )
}

interface AskedProps extends ReliefProps {
  /** When it is announced again; null: it keeps asking. */
  readonly until: string | null
  readonly children: string
}

function Asked({ incident, command: { responder, since }, until, onDone, children }: AskedProps) {
  const { commands, focus } = useCockpit()
  const fault = useFault('roles')
  const [way, setWay] = useState<'hand' | 'stay'>('hand')
  const who = responder.name
  const deputy = roleSlot(incident, 'ic')?.deputy?.responder.name
  const stays = way === 'stay' && until !== null
  const answer = async () => {
    if (stays && !(await commands.send('roles', 'roles:continue', { since })).ok) return
    onDone()
    if (!stays) focus.request('transfer')
  }
  const hand = deputy === undefined ? text.hand : t(text.handTo, { deputy })
  const options = [
    { value: 'hand', label: hand, meaning: text.handAbout },
    { value: 'stay', label: t(text.stay, { who }), meaning: t(text.stayAbout, { time: until ?? '' }) },
  ] as const
  return (
    <Form onSubmit={answer} submit={stays ? t(text.stay, { who }) : text.hand}>
      <p className={textStyles.said} dir="auto">
        {children} {deputy === undefined ? text.noDeputy : t(text.deputy, { deputy })}
      </p>
      <Choice
        legend={text.how}
        autoFocus
        value={way}
        onChange={setWay}
        options={until === null ? options.slice(0, 1) : options}
      />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('roles')} />
    </Form>
  )
}
