import { useState } from 'react'
import { seatsOf } from '../../../shared/domain/crew'
import { seenHolder } from '../../../shared/domain/crew-seen'
import type { Incident } from '../../../shared/domain/incident'
import type { Post } from './assign-line'

export interface SeenHolders {
  /** Whom the person saw in a post; undefined: the post is newer than what they saw. */
  readonly of: (post: Post) => string | null | undefined
  /** They have seen the post as it is in `now`, with `name` in it where they put somebody there themselves. */
  readonly see: (post: Post, now: Incident, name?: string | null) => void
}

/** [ED2] Who held what when the dialog was opened: filling a role is said to begin from there. */
export function useSeenHolders(incident: Incident): SeenHolders {
  const [seen, setSeen] = useState<ReadonlyMap<string, string | null>>(() => {
    const posts = seatsOf(incident).flatMap(({ key }) => [
      { role: key, deputy: false },
      { role: key, deputy: true },
    ])
    return new Map(posts.map(post => [keyOf(post), seenHolder(incident, post.role, post.deputy)]))
  })
  return {
    of: post => seen.get(keyOf(post)),
    see: (post, now, name = seenHolder(now, post.role, post.deputy)) =>
      setSeen(before => new Map(before).set(keyOf(post), name)),
  }
}

function keyOf({ role, deputy }: Post): string {
  return deputy ? `${role}+` : role
}
