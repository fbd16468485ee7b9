import { type Actor, actorName } from '../../../../shared/domain/people'
import { say } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'

/** Who, and from which screen where that is known: "Ada, from Chrome on Linux, window 3f2a". */
export function sayActor(actor: Actor): string {
  const [name, screen] = [actorName(actor), actor.kind === 'person' ? (actor.screen ?? '') : '']
  return screen === '' ? name : say(words.timeline.fromScreen, { name, screen })
}
