import {
  deadlinesOf,
  nextOf,
  type RunningDeadline,
  reliefDue,
  runningDeadlines,
} from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { phaseOf } from '../../../shared/domain/ladder'
import { paceOffer } from '../../../shared/domain/pace-offer'
import { incomingCommander } from '../../../shared/domain/transfer'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useGate, useNow } from '../../stores/cockpit'
import { audienceText } from '../../ui/audience-text'
import { Countdown } from '../../ui/countdown'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { spanText } from '../../ui/span-text'
import { PlaybookLine } from './playbook-line'
import { Strip, type StripProps } from './strip'

const text = texts.bar
const transferText = texts.transfer.bar

/** The clocks and questions beside the impact, each where there is one. */
export function BarLines({ incident }: DialogPart & { readonly incident: Incident }) {
  return (
    <>
      <TargetClock incident={incident} />
      <InternalClock incident={incident} />
      <TaskClock incident={incident} />
      <LeadClock incident={incident} />
      <LongLines incident={incident} />
      <TransferLine incident={incident} />
      <DecisionClock incident={incident} />
      <GateLine incident={incident} />
      <ClosingLine incident={incident} />
      <PlaybookLine incident={incident} />
    </>
  )
}

/** [UP9] When the next audience other than customers expects to hear; nothing while none does. */
export function InternalClock({ incident }: { readonly incident: Incident }) {
  const next = nextOf(deadlinesOf(incident), 'internal-update')
  if (next === undefined || next.dueAt === null) return null
  const label = t(text.deadlines['internal-update'], { audience: audienceText(next.audience ?? 'colleagues') })
  return (
    <StripClock
      deadline={next}
      label={label}
      hint={t(text.opens['internal-update'], { what: label })}
      opens="audiences"
    />
  )
}

/** [SG9] The task that is due next, and who has it; nothing while none has a time. */
export function TaskClock({ incident }: { readonly incident: Incident }) {
  const next = nextOf(deadlinesOf(incident), 'task')
  if (next === undefined || next.dueAt === null) return null
  const label = t(text.deadlines.task, { who: next.owner?.name ?? text.nobody, text: next.about ?? '' })
  return <StripClock deadline={next} label={label} hint={t(text.opens.task, { what: label })} opens="strategy" />
}

/** [FT1] [FT2] How long one person has had command, once that is to be asked; with whom to hand over to. */
export function ReliefClock({ incident }: { readonly incident: Incident }) {
  const now = useNow()
  // Not before it is due: the dialog that it opens would not ask yet, and an IC who chose to stay is not asked again.
  const deadline = reliefDue(incident, now)
  const { ic } = incident.roles
  if (deadline === undefined || ic === null) return null
  const [deputy] = deadline.backups
  const asks = deadline.kind === 'relief' ? text.relief : text.reliefOverdue
  const said = t(asks, { who: ic.responder.name, span: spanText(now - ic.since) })
  const label = t(deputy === undefined ? text.noDeputy : text.toDeputy, { said, deputy: deputy?.name ?? '' })
  const phase = phaseOf(deadline.ladder, deadline.dueAt - now)
  return <Strip {...{ label, phase }} hint={t(text.opens.relief, { what: label })} opens="relief" />
}

/** What is asked of an incident that takes long. */
export function LongLines({ incident }: { readonly incident: Incident }) {
  return (
    <>
      <ReliefClock incident={incident} />
      <PaceLine incident={incident} />
    </>
  )
}

/** [TC10] Command on its way: to whom and for how long nobody accepted, then how long the giver stays. */
export function TransferLine({ incident }: { readonly incident: Incident }) {
  const now = useNow()
  const waiting = incomingCommander(incident)
  const overlap = runningDeadlines(incident).find(({ kind }) => kind === 'overlap')
  if (waiting !== undefined) {
    const label = t(transferText.waits, { to: waiting.to.name, span: spanText(now - waiting.preparedAt) })
    return <Strip label={label} phase="calm" hint={t(transferText.hint, { what: label })} opens="transfer" />
  }
  if (overlap === undefined) return null
  const label = t(transferText.overlap, { name: overlap.about ?? '' })
  return <StripClock deadline={overlap} label={label} hint={t(transferText.hint, { what: label })} opens="transfer" />
}

/** [UP11] Once it is open for long: whether customers get updates less often. */
export function PaceLine({ incident }: { readonly incident: Incident }) {
  const offer = paceOffer(incident, useNow())
  if (offer.state !== 'asked') return null
  const label = t(text.slowerUpdates, { slower: offer.slower })
  return (
    <Strip label={label} phase="calm" hint={t(text.opens['update-pace'], { what: label })} opens="update-pace">
      <Key quiet>{keyOf('update-pace')}</Key>
    </Strip>
  )
}

/** [GT11] While a fix is watched: how far it is from being resolved, and the way to the gate. */
export function GateLine({ incident: { id, status } }: { readonly incident: Incident }) {
  const gate = useGate(id)
  if (gate === undefined || status !== 'monitoring') return null
  const { green, criteria } = gate
  const all = criteria.length
  const label = green === all ? text.gateReady : t(text.gate, { green, all })
  return (
    <Strip
      label={label}
      phase={green === all ? 'ready' : 'calm'}
      hint={t(text.opens.gate, { what: label })}
      opens="gate"
    >
      <Key quiet>{keyOf('gate')}</Key>
    </Strip>
  )
}

/** [GT13] Once it is resolved: the way to what is left to do. */
export function ClosingLine({ incident: { status, method } }: { readonly incident: Incident }) {
  if (status !== 'resolved' || method?.rules.closing === undefined) return null
  const label = text.closing
  return (
    <Strip label={label} phase="calm" hint={t(text.opens.closing, { what: label })} opens="closing">
      <Key quiet>{keyOf('closing')}</Key>
    </Strip>
  )
}

const targetOpens = { acknowledge: 'times-kept', respond: 'assign', engage: 'assign' } as const

/** [RT3] The target that is pressing first; nothing while none is. */
export function TargetClock({ incident }: { readonly incident: Incident }) {
  const now = useNow()
  for (const deadline of runningDeadlines(incident)) {
    const { kind, ladder, dueAt } = deadline
    if (kind !== 'acknowledge' && kind !== 'respond' && kind !== 'engage') continue
    if (phaseOf(ladder, dueAt - now) === 'calm') continue
    const label = text.deadlines[kind]
    return <StripClock hint={t(text.opens[kind], { what: label })} opens={targetOpens[kind]} {...{ deadline, label }} />
  }
  return null
}

/** [RC2] The sub-team whose report is pressing first; nothing while none is. */
export function LeadClock({ incident }: { readonly incident: Incident }) {
  const now = useNow()
  const next = nextOf(runningDeadlines(incident), 'lead-report')
  if (next === undefined || next.dueAt === null || phaseOf(next.ladder, next.dueAt - now) === 'calm') return null
  const label = t(text.deadlines['lead-report'], { team: next.about ?? '' })
  return <StripClock deadline={next} label={label} hint={t(text.opens['lead-report'], { what: label })} opens="leads" />
}

/** [DN9] The decision that is due next, to be taken or looked at again; nothing while none is. */
export function DecisionClock({ incident }: { readonly incident: Incident }) {
  const next = runningDeadlines(incident).find(({ kind }) => kind === 'objection' || kind === 'revisit')
  if (next === undefined) return null
  const kind = next.kind === 'revisit' ? 'revisit' : 'objection'
  const label = t(text.deadlines[kind], { text: next.about ?? '' })
  return <StripClock deadline={next} label={label} hint={t(text.opens[kind], { what: label })} opens="strategy" />
}

function StripClock({ deadline, ...strip }: StripProps & { readonly deadline: RunningDeadline }) {
  const now = useNow()
  return (
    <Strip {...strip} phase={phaseOf(deadline.ladder, deadline.dueAt - now)}>
      <Countdown deadline={deadline} now={now} />
    </Strip>
  )
}
