import type { Scene } from '../scene'
import { invalid, pagerDutyRefusal } from './pagerduty-answers'
import type { PagerDutyFact, PagerDutyUser } from './pagerduty-facts'
import type { StandInAnswer, StandInRequest } from './server'

export interface PagerDutyState {
  readonly scene: Scene
  readonly facts: readonly PagerDutyFact[]
  readonly record: (fact: PagerDutyFact) => void
}

/** Writes are done for a user, named by their e-mail in `From`. */
export function asUser(
  { scene }: PagerDutyState,
  request: StandInRequest,
  act: (user: PagerDutyUser) => StandInAnswer,
): StandInAnswer {
  const from = request.header('from').trim().toLowerCase()
  if (from === '') return invalid('From header is required and must be the e-mail address of a user')
  const user = scene.scenario.pagerduty.users.find(known => known.email.toLowerCase() === from)
  return user === undefined ? pagerDutyRefusal(400, 1008, 'Requester User Not Found') : act(user)
}
