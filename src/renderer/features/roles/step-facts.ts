import { gapsOf } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import type { RoleKey } from '../../../shared/domain/people'
import { publishedTo } from '../../../shared/domain/update'
import { type FirstStep, firstStepsOf, type StepFact } from './first-step-list'

export interface StandingStep extends FirstStep {
  readonly done: boolean
  /** The record shows it: there is nothing to mark. */
  readonly shown: boolean
}

const shows: Readonly<Record<StepFact, (incident: Incident) => boolean>> = {
  'roles-filled': incident => gapsOf(incident).length === 0,
  'impact-stated': incident => incident.impact !== '',
  'update-drafted': incident => incident.updates.some(({ audience }) => audience === 'customers'),
  'update-published': incident => publishedTo('customers', incident.updates).length > 0,
  'checkpoint-held': incident => incident.checkpointsHeld.length > 0,
}

/** [RO8] The first steps of a role as they stand: marked by its holder, or seen in the record. */
export function standingSteps(incident: Incident, role: RoleKey): readonly StandingStep[] {
  const marked = incident.crew.stepsDone[role] ?? []
  return firstStepsOf(role).map(step => {
    const shown = step.shownBy !== undefined && shows[step.shownBy](incident)
    return { ...step, shown, done: shown || marked.includes(step.id) }
  })
}
