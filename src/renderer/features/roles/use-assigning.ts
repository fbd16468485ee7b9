import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type RoleKey, responderNamed } from '../../../shared/domain/people'
import { gapsOf, operatingSlots } from '../../../shared/domain/responder-warnings'
import { roleSlots } from '../../../shared/domain/responders'
import { seenHolder } from '../../../shared/domain/seen-roles'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { type AssignTarget, gapAfter } from './assign-line'

export interface Assigning {
  readonly target: AssignTarget
  /** What the last Enter did, announced aloud. */
  readonly announced: string
  readonly goTo: (target: AssignTarget) => void
  /** Assigns a person, or unassigns (null); then goes on to the next gap, or ends. */
  readonly fill: (target: AssignTarget, name: string | null) => Promise<void>
  /** Goes on and leaves this gap open. */
  readonly skip: () => void
  /** [ED2] A colleague's change of the target since this user saw it; null without one. */
  readonly changed: (target: AssignTarget) => ChangedTarget | null
}

export interface ChangedTarget {
  /** The holder now; null: nobody. */
  readonly now: string | null
  /** Accepts the colleague's choice, and goes on. */
  readonly keepTheirs: () => void
  /** Lets the user replace the colleague's choice. */
  readonly goOnWithMine: () => void
}

/**
 * [RO12] Assigns one target, or fills one gap after the other.
 * @param only the one target to fill; null: all gaps
 */
export function useAssigning(incident: Incident, only: AssignTarget | null, onDone: () => void): Assigning {
  const cockpit = useCockpit()
  const [target, setTarget] = useState<AssignTarget>(() => only ?? mostPressing(incident))
  const [announced, setAnnounced] = useState('')
  const seen = useSeenHolders(incident)
  const [asked, setAsked] = useState<AskedHolder | null>(null)
  // The latest record: a colleague may have filled the next gap meanwhile.
  const recordNow = () => cockpit.incident.getState().record?.incident ?? incident
  const goTo = (next: AssignTarget) => {
    seen.see(next, recordNow())
    setTarget(next)
  }
  const goOn = (from: RoleKey) => {
    const now = recordNow()
    const next = gapAfter(from, roleSlots(now), gapKeys(now))
    if (only !== null || next === undefined) onDone()
    else goTo({ role: next, deputy: false })
  }
  const fill = async (to: AssignTarget, name: string | null) => {
    const holder = name === null ? null : (responderNamed(name)?.name ?? null)
    setAsked({ of: keyOf(to), holder })
    const reply = await send(cockpit.commands, to, name, seen.of(to))
    setAsked(null)
    if (!reply.ok) return
    setAnnounced(name === null ? texts.assigning.nobodyHolds : t(texts.assigning.has, { name }))
    // A deputy who takes over the role stops being its deputy.
    seen.see({ ...to, deputy: true }, recordNow())
    seen.see(to, incident, holder)
    goOn(to.role)
  }
  const changed = (of: AssignTarget) =>
    changedTarget(of, incident, seen, asked, { dismiss: () => cockpit.commands.dismiss('roles'), goOn })
  return { target, announced, goTo, fill, skip: () => goOn(target.role), changed }
}

/** What this form has requested: the record has it before the answer arrives, and it is not a colleague's change. */
interface AskedHolder {
  readonly of: string
  readonly holder: string | null
}

interface AfterChange {
  readonly dismiss: () => void
  readonly goOn: (from: RoleKey) => void
}

function changedTarget(
  target: AssignTarget,
  incident: Incident,
  seen: SeenHolders,
  asked: AskedHolder | null,
  { dismiss, goOn }: AfterChange,
) {
  const [was, now] = [seen.of(target), seenHolder(incident, target.role, target.deputy)]
  if (was === undefined || was === now) return null
  if (asked?.of === keyOf(target) && asked.holder === now) return null
  const goOnWithMine = () => {
    dismiss()
    seen.see(target, incident)
  }
  const keepTheirs = () => {
    goOnWithMine()
    goOn(target.role)
  }
  return { now, keepTheirs, goOnWithMine }
}

async function send(
  { send: ask }: ReturnType<typeof useCockpit>['commands'],
  { role, deputy }: AssignTarget,
  name: string | null,
  was: string | null | undefined,
) {
  if (deputy) return await ask('roles', 'roles:deputise', { role, name, was })
  if (name === null) return await ask('roles', 'roles:release', { role, was })
  return await ask('roles', 'roles:assign', { role, name, was })
}

/** [RO12] The first gap; without one, a role that the incident commander should give up, then the IC's deputy. */
function mostPressing(incident: Incident): AssignTarget {
  const role = gapsOf(incident)[0]?.key ?? operatingSlots(incident)[0]?.key
  if (role !== undefined) return { role, deputy: false }
  return { role: 'ic', deputy: incident.roles.ic !== null && incident.crew.deputies.ic === undefined }
}

function gapKeys(incident: Incident): readonly RoleKey[] {
  return gapsOf(incident).map(({ key }) => key)
}

interface SeenHolders {
  /** The holder that the user saw; undefined for a role added since. */
  readonly of: (target: AssignTarget) => string | null | undefined
  /** Notes that the user has seen the target as in `now`; `name` is whom they assigned themselves. */
  readonly see: (target: AssignTarget, now: Incident, name?: string | null) => void
}

/** [ED2] The holders as the user saw them: every assignment names the holder that it replaces. */
function useSeenHolders(incident: Incident): SeenHolders {
  const [seen, setSeen] = useState<ReadonlyMap<string, string | null>>(() => {
    const posts = roleSlots(incident).flatMap(({ key }) => [
      { role: key, deputy: false },
      { role: key, deputy: true },
    ])
    return new Map(posts.map(target => [keyOf(target), seenHolder(incident, target.role, target.deputy)]))
  })
  return {
    of: target => seen.get(keyOf(target)),
    see: (target, now, name = seenHolder(now, target.role, target.deputy)) =>
      setSeen(before => new Map(before).set(keyOf(target), name)),
  }
}

function keyOf({ role, deputy }: AssignTarget): string {
  return deputy ? `${role}+` : role
}
