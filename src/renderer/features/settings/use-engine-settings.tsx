import { type ReactNode, useState } from 'react'
import type { EngineSettings, EngineSettingsChange } from '../../../shared/contract/engine-settings'
import type { Fault } from '../../../shared/contract/faults'
import { withOverrides } from '../../../shared/domain/cadence'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useSession } from '../../stores/cockpit'
import { useReadOfFile } from '../../stores/use-read'
import { ChangedMeanwhile } from '../../ui/colleagues'
import { FaultNote } from '../../ui/fault-note'
import textStyles from '../../ui/text.module.css'

/** The table of audiences has a form of its own. */
type Part = Omit<EngineSettingsChange, 'was' | 'audiences'>

interface Shared {
  /** With what was chosen here and is not saved yet. Undefined until the engine has answered. */
  readonly settings: EngineSettings | undefined
  /** [SE6] A drill uses the settings of the live engine: nothing can be changed from within it. */
  readonly fixed: boolean
  /** Why nothing can be changed here, or the outcome of the last change. */
  readonly problem: ReactNode
  /**
   * @param was what the change was typed on, where that is earlier than what is shown
   * @returns whether the engine has stored it
   */
  readonly change: (part: Part, was?: Part) => Promise<boolean>
}

/**
 * [SE8] The settings that everybody shares, for the part that changes one of them.
 * @param say the value in words, as this part shows it; `asked` is the change that met someone else's
 * @param decided called once the person has kept one of two
 */
export function useEngineSettings(
  say: (now: EngineSettings, asked: Part) => string,
  decided: () => void = () => undefined,
): Shared {
  const { link } = useCockpit()
  const isDrill = useSession(({ world }) => world.kind === 'drill')
  const { value: read, fault: unread, again } = useReadOfFile('settings:read', {})
  const [changed, setChanged] = useState<{ readonly since: EngineSettings | undefined; readonly to: EngineSettings }>()
  const [fault, setFault] = useState<Fault>()
  const [met, setMet] = useState<{ readonly asked: Part; readonly theirs: EngineSettings }>()
  // An answer read after a change includes it, and what the method's file says by now.
  const now = changed !== undefined && changed.since === read ? changed.to : read
  const take = (to: EngineSettings) => {
    setChanged({ since: read, to })
    // An answer that is on its way may be from before the change.
    again()
  }
  const change = async (part: Part, was: Part = groundOf(part, now)) => {
    const reply = await link.call('settings:change', { ...part, was })
    const isMet = !reply.ok && reply.fault.kind === 'conflict'
    const theirs = isMet ? await link.call('settings:read', {}) : undefined
    setMet(theirs?.ok === true ? { asked: part, theirs: theirs.value } : undefined)
    setFault(reply.ok ? undefined : reply.fault)
    if (reply.ok) take(reply.value)
    return reply.ok
  }
  const leave = () => {
    setMet(undefined)
    setFault(undefined)
    decided()
  }
  const takeTheirs = () => {
    if (met !== undefined) take(met.theirs)
    leave()
  }
  const keepMine = async () => {
    if (met !== undefined && (await change(met.asked, groundOf(met.asked, met.theirs)))) leave()
  }
  const decision = met !== undefined && (
    <ChangedMeanwhile
      theirs={say(met.theirs, met.asked) || texts.colleagues.nothing}
      onTakeTheirs={takeTheirs}
      onKeepMine={() => void keepMine()}
    />
  )
  const told = unread === undefined ? <FaultNote fault={fault} /> : <FaultNote fault={unread} onAgain={again} />
  const problem = isDrill ? <p className={textStyles.soft}>{texts.faults['drill-settings']}</p> : decision || told
  const settings = now === undefined || met === undefined ? now : withAsked(now, met.asked)
  return { settings, fixed: isDrill || now === undefined, problem, change }
}

/** What is shown now of what a change is about. */
function groundOf(part: Part, now: EngineSettings | undefined): Part {
  if (now === undefined) return {}
  const keys = (Object.keys(part) as (keyof Part)[]).filter(key => part[key] !== undefined)
  return Object.fromEntries(keys.map(key => [key, now[key]]))
}

/** What was chosen stays in sight while the person decides. */
function withAsked(now: EngineSettings, { cadence, ...part }: Part): EngineSettings {
  const chosen = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
  return { ...now, ...chosen, cadence: withOverrides(now.cadence, cadence) }
}
