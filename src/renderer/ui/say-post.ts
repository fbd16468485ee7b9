import type { Post } from '../../shared/domain/crew'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { seatName } from './seat-name'

/** What somebody is in an incident, standing alone: `Tech lead`, `Deputy scribe`, `Lead of Database`. */
export function sayPost(post: Post): string {
  if ('team' in post) return say(words.posts[post.as], { team: post.team })
  const role = seatName(post.seat)
  return post.as === 'deputy' ? say(words.posts.deputy, { role }) : role
}

/** The same within a sentence: `lead of Database`. */
export function sayPostWithin(post: Post): string {
  return 'team' in post ? say(words.posts.within[post.as], { team: post.team }) : sayPost(post)
}
