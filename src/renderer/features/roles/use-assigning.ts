import { useState } from 'react'
import { seatsOf } from '../../../shared/domain/crew'
import { seenHolder } from '../../../shared/domain/crew-seen'
import { gapsOf, operatingSeats } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import { type RoleKey, responderNamed } from '../../../shared/domain/people'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { gapAfter, type Post } from './assign-line'
import { type SeenHolders, useSeenHolders } from './use-seen-holders'

export interface Assigning {
  readonly post: Post
  /** What the last Enter did, said aloud. */
  readonly said: string
  readonly goTo: (post: Post) => void
  /** Puts somebody into a post; null frees it. Goes on to the next gap, or ends. */
  readonly fill: (post: Post, name: string | null) => Promise<void>
  /** Leaves this gap open for now. */
  readonly skip: () => void
  /** [ED2] What a colleague did to a post since this person saw it; null: nothing. */
  readonly changed: (post: Post) => ChangedPost | null
}

export interface ChangedPost {
  /** Who is in it now; null: nobody. */
  readonly now: string | null
  /** Leaves it so, and goes on. */
  readonly keepTheirs: () => void
  /** Fills it all the same. */
  readonly goOnWithMine: () => void
}

/**
 * [RO12] One gap after the other, where no single post was asked for.
 * @param asked the one post to fill, or null
 */
export function useAssigning(incident: Incident, asked: Post | null, onDone: () => void): Assigning {
  const cockpit = useCockpit()
  const [post, setPost] = useState<Post>(() => asked ?? mostPressing(incident))
  const [said, setSaid] = useState('')
  const seen = useSeenHolders(incident)
  // As the record is now: somebody at another screen may have filled the next one.
  const recordNow = () => cockpit.incident.getState().record?.incident ?? incident
  const goTo = (next: Post) => {
    seen.see(next, recordNow())
    setPost(next)
  }
  const goOn = (from: RoleKey) => {
    const now = recordNow()
    const next = gapAfter(from, seatsOf(now), gapKeys(now))
    if (asked !== null || next === undefined) onDone()
    else goTo({ role: next, deputy: false })
  }
  const fill = async (to: Post, name: string | null) => {
    const reply = await send(cockpit.commands, to, name, seen.of(to))
    if (!reply.ok) return
    setSaid(name === null ? texts.assigning.nobodyHolds : t(texts.assigning.has, { name }))
    // A deputy who takes the role itself no longer stands in for it.
    seen.see({ ...to, deputy: true }, recordNow())
    seen.see(to, incident, name === null ? null : responderNamed(name)?.name)
    goOn(to.role)
  }
  const changed = (of: Post) =>
    changedPost(of, incident, seen, { dismiss: () => cockpit.commands.dismiss('roles'), goOn })
  return { post, said, goTo, fill, skip: () => goOn(post.role), changed }
}

interface AfterChange {
  readonly dismiss: () => void
  readonly goOn: (from: RoleKey) => void
}

function changedPost(post: Post, incident: Incident, seen: SeenHolders, { dismiss, goOn }: AfterChange) {
  const [was, now] = [seen.of(post), seenHolder(incident, post.role, post.deputy)]
  if (was === undefined || was === now) return null
  const goOnWithMine = () => {
    dismiss()
    seen.see(post, incident)
  }
  const keepTheirs = () => {
    goOnWithMine()
    goOn(post.role)
  }
  return { now, keepTheirs, goOnWithMine }
}

async function send(
  { send: ask }: ReturnType<typeof useCockpit>['commands'],
  { role, deputy }: Post,
  name: string | null,
  was: string | null | undefined,
) {
  if (deputy) return await ask('roles', 'roles:deputise', { role, name, was })
  if (name === null) return await ask('roles', 'roles:release', { role, was })
  return await ask('roles', 'roles:assign', { role, name, was })
}

/** [RO12] The first gap; without one, what the incident commander should not hold, then their missing deputy. */
function mostPressing(incident: Incident): Post {
  const role = gapsOf(incident)[0]?.key ?? operatingSeats(incident)[0]?.key
  if (role !== undefined) return { role, deputy: false }
  return { role: 'ic', deputy: incident.roles.ic !== null && incident.crew.deputies.ic === undefined }
}

function gapKeys(incident: Incident): readonly RoleKey[] {
  return gapsOf(incident).map(({ key }) => key)
}
