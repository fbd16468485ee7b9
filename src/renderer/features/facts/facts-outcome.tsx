import type { Incident } from '../../../shared/domain/incident'
import type { Detection, DetectionKind } from '../../../shared/domain/incident-facts'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { ChangedMeanwhile, type ChangedMeanwhileProps } from '../../ui/colleagues'
import { FaultNote } from '../../ui/fault-note'
import type { Base } from '../../ui/use-base'

/** The form's texts as they are typed. */
export interface TypedFacts {
  readonly kind: string
  readonly address: string
  readonly label: string
  readonly services: string
  readonly how: string
  readonly name: string
  readonly at: string
}

export interface FactsOutcomeProps {
  readonly incident: Incident
  readonly listed: Base<Incident['services']>
  readonly noticed: Base<Incident['detected']>
  /** What the form would keep. */
  readonly services: readonly string[]
  readonly detection: Detection | 'unreadable' | null
  /** What an empty form would say now. */
  readonly now: TypedFacts
  readonly set: (change: Partial<TypedFacts>) => void
}

/** [ED2] What stands below the facts: a colleague's change while one is undecided, else what went wrong. */
export function FactsOutcome(props: FactsOutcomeProps) {
  const { commands } = useCockpit()
  const fault = useFault('incident')
  // One after the other, because both are decided by the same keys.
  const change = changeOfServices(props) ?? changeOfDetection(props)
  if (change === undefined) return <FaultNote fault={fault} />
  const { theirs, onTakeTheirs, onKeepMine } = change
  const decide = (take: () => void) => () => {
    commands.dismiss('incident')
    take()
  }
  return <ChangedMeanwhile theirs={theirs} onTakeTheirs={decide(onTakeTheirs)} onKeepMine={decide(onKeepMine)} />
}

/** What was kept here a moment ago is no colleague's change: it says what the form says. */
function changeOfServices({
  incident,
  listed,
  services,
  now,
  set,
}: FactsOutcomeProps): ChangedMeanwhileProps | undefined {
  if (!listed.isStale || sameFact(services, incident.services ?? [])) return undefined
  const onTakeTheirs = () => {
    set({ services: now.services })
    listed.rebase()
  }
  return { theirs: now.services || texts.colleagues.nothing, onTakeTheirs, onKeepMine: listed.rebase }
}

function changeOfDetection(props: FactsOutcomeProps): ChangedMeanwhileProps | undefined {
  const { incident, noticed, detection, now, set } = props
  if (!noticed.isStale || sameFact(detection, incident.detected)) return undefined
  const { how, name, at } = now
  const onTakeTheirs = () => {
    set({ how, name, at })
    noticed.rebase()
  }
  const way = how === '' ? texts.colleagues.nothing : texts.facts.ways[how as DetectionKind]
  return { theirs: [way, name, at].filter(Boolean).join(', '), onTakeTheirs, onKeepMine: noticed.rebase }
}

export function sameFact(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
