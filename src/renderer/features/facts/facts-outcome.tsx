import type { Incident } from '../../../shared/domain/incident'
import type { Detection, DetectionKind } from '../../../shared/domain/incident-facts'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { ChangedMeanwhile, type ChangedMeanwhileProps } from '../../ui/colleagues'
import { FaultNote } from '../../ui/fault-note'
import type { Base } from '../../ui/use-base'

/** The texts of the form. */
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
  /** What the form would save. */
  readonly services: readonly string[]
  readonly detection: Detection | 'unreadable' | null
  /** What an untouched form would show now. */
  readonly now: TypedFacts
  readonly set: (change: Partial<TypedFacts>) => void
}

/** [ED2] Below the fields: a colleague's change to decide about; else the fault of the last attempt. */
export function FactsOutcome(props: FactsOutcomeProps) {
  const { commands } = useCockpit()
  const fault = useFault('incident')
  // One at a time, because the same keys decide both.
  const change = changeOfServices(props) ?? changeOfDetection(props)
  if (change === undefined) return <FaultNote fault={fault} />
  const { theirs, onTakeTheirs, onKeepMine } = change
  const decide = (take: () => void) => () => {
    commands.dismiss('incident')
    take()
  }
  return <ChangedMeanwhile theirs={theirs} onTakeTheirs={decide(onTakeTheirs)} onKeepMine={decide(onKeepMine)} />
}

/** A change equal to the form's own values was made here a moment ago, not by a colleague. */
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
