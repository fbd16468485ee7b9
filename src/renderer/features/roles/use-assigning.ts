import { useState } from 'react'
import { seatsOf } from '../../../shared/domain/crew'
import { gapsOf, operatingSeats } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import type { RoleKey } from '../../../shared/domain/people'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useCockpit } from '../../stores/cockpit'
import { gapAfter, type Post } from './assign-line'

export interface Assigning {
  readonly post: Post
  /** What the last Enter did, said aloud. */
  readonly said: string
  readonly goTo: (post: Post) => void
  /** Puts somebody into a post; null frees it. Goes on to the next gap, or ends. */
  readonly fill: (post: Post, name: string | null) => Promise<void>
  /** Leaves this gap open for now. */
  readonly skip: () => void
}

/**
 * [RO12] One gap after the other, where no single post was asked for.
 * @param asked the one post to fill, or null
 */
export function useAssigning(incident: Incident, asked: Post | null, onDone: () => void): Assigning {
  const cockpit = useCockpit()
  const [post, setPost] = useState<Post>(() => asked ?? mostPressing(incident))
  const [said, setSaid] = useState('')
  const goOn = (from: RoleKey, before: Incident) => {
    // As the record is now: somebody at another screen may have filled the next one.
    const now = cockpit.incident.getState().record?.incident ?? before
    const next = gapAfter(from, seatsOf(now), gapKeys(now))
    if (asked !== null || next === undefined) onDone()
    else setPost({ role: next, deputy: false })
  }
  const fill = async (to: Post, name: string | null) => {
    const reply = await send(cockpit.commands, to, name)
    if (!reply.ok) return
    setSaid(name === null ? words.assigning.nobodyHolds : say(words.assigning.has, { name }))
    goOn(to.role, incident)
  }
  return { post, said, goTo: setPost, fill, skip: () => goOn(post.role, incident) }
}

async function send(
  { send: ask }: ReturnType<typeof useCockpit>['commands'],
  { role, deputy }: Post,
  name: string | null,
) {
  if (deputy) return await ask('roles', 'roles:deputise', { role, name })
  if (name === null) return await ask('roles', 'roles:release', { role })
  return await ask('roles', 'roles:assign', { role, name })
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
