import type { AssignedRole } from '../../shared/domain/responders'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { roleSlotName } from './role-slot-name'

/** What a person is in an incident, as a text of its own: `Tech lead`, `Deputy scribe`, `Lead of Database`. */
export function assignmentText(post: AssignedRole): string {
  if ('team' in post) return t(texts.posts[post.as], { team: post.team })
  const role = roleSlotName(post.seat)
  return post.as === 'deputy' ? t(texts.posts.deputy, { role }) : role
}

/** The same within a sentence: `lead of Database`. */
export function assignmentTextWithin(post: AssignedRole): string {
  return 'team' in post ? t(texts.posts.within[post.as], { team: post.team }) : assignmentText(post)
}
