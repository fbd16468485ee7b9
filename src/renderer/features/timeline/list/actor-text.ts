import { type Actor, actorName } from '../../../../shared/domain/people'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'

/** Who, and from which screen where that is known: "Ada, from Chrome on Linux, window 3f2a". */
export function actorText(actor: Actor): string {
  const [name, screen] = [actorName(actor), actor.kind === 'person' ? (actor.screen ?? '') : '']
  return screen === '' ? name : t(texts.timeline.fromScreen, { name, screen })
}
