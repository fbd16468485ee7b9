import { isRole, type Role, type RoleKey } from '../../../shared/domain/people'
import { texts } from '../../../shared/texts/texts'

/** What the record of an incident can show to be done, so that nobody has to mark it. */
export type StepFact = 'roles-filled' | 'impact-stated' | 'update-drafted' | 'update-published' | 'checkpoint-held'

export interface FirstStep {
  /** In the record where it was marked: never renamed. */
  readonly id: string
  readonly text: string
  readonly shownBy?: StepFact
}

const { ic, tech, comms, scribe, own } = texts.roleCards

const stepsOfRole: Readonly<Record<Role, readonly FirstStep[]>> = {
  ic: [
    { id: 'say', text: ic.firstSteps.say },
    { id: 'crew', text: ic.firstSteps.crew, shownBy: 'roles-filled' },
    { id: 'impact', text: ic.firstSteps.impact, shownBy: 'impact-stated' },
    { id: 'first-try', text: ic.firstSteps['first-try'] },
    { id: 'checkpoint', text: ic.firstSteps.checkpoint, shownBy: 'checkpoint-held' },
  ],
  tech: [
    { id: 'changes', text: tech.firstSteps.changes },
    { id: 'lookers', text: tech.firstSteps.lookers },
    { id: 'cause', text: tech.firstSteps.cause },
    { id: 'first-try', text: tech.firstSteps['first-try'] },
  ],
  comms: [
    { id: 'impact', text: comms.firstSteps.impact, shownBy: 'impact-stated' },
    { id: 'seen', text: comms.firstSteps.seen },
    { id: 'draft', text: comms.firstSteps.draft, shownBy: 'update-drafted' },
    { id: 'publish', text: comms.firstSteps.publish, shownBy: 'update-published' },
    { id: 'promise', text: comms.firstSteps.promise },
  ],
  scribe: [
    { id: 'say', text: scribe.firstSteps.say },
    { id: 'began', text: scribe.firstSteps.began },
    { id: 'missed', text: scribe.firstSteps.missed },
    { id: 'decision', text: scribe.firstSteps.decision },
  ],
}

const stepsOfOwn: readonly FirstStep[] = [
  { id: 'say', text: own.firstSteps.say },
  { id: 'first', text: own.firstSteps.first },
]

/** [RO8] How a role begins, in its order. */
export function firstStepsOf(role: RoleKey): readonly FirstStep[] {
  return isRole(role) ? stepsOfRole[role] : stepsOfOwn
}
