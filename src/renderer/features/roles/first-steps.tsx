import type { Incident } from '../../../shared/domain/incident'
import { isRole, type Role, type RoleKey } from '../../../shared/domain/people'
import { gapsOf } from '../../../shared/domain/responder-warnings'
import { publishedTo } from '../../../shared/domain/update'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import styles from './role-card.module.css'

/** A step that the record itself shows as done. */
type StepFact = 'roles-filled' | 'impact-stated' | 'update-drafted' | 'update-published' | 'checkpoint-held'

interface FirstStep {
  /** Stored in the record when marked: never rename it. */
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

/** [RO8] The first steps of a role, in order. */
function firstStepsOf(role: RoleKey): readonly FirstStep[] {
  return isRole(role) ? stepsOfRole[role] : stepsOfOwn
}

const shows: Readonly<Record<StepFact, (incident: Incident) => boolean>> = {
  'roles-filled': incident => gapsOf(incident).length === 0,
  'impact-stated': incident => incident.impact !== '',
  'update-drafted': incident => incident.updates.some(({ audience }) => audience === 'customers'),
  'update-published': incident => publishedTo('customers', incident.updates).length > 0,
  'checkpoint-held': incident => incident.checkpointsHeld.length > 0,
}

export interface StepStatus extends FirstStep {
  readonly done: boolean
  /** Done according to the record; cannot be marked by hand. */
  readonly shown: boolean
}

/** [RO8] The first steps of a role with their status: marked by its holder, or done according to the record. */
export function firstStepStatus(incident: Incident, role: RoleKey): readonly StepStatus[] {
  const marked = incident.crew.stepsDone[role] ?? []
  return firstStepsOf(role).map(step => {
    const shown = step.shownBy !== undefined && shows[step.shownBy](incident)
    return { ...step, shown, done: shown || marked.includes(step.id) }
  })
}

const text = texts.roleCard

export interface FirstStepsProps {
  readonly steps: readonly StepStatus[]
  readonly onMark: (index: number) => void
}

/** The checklist of the first five minutes. */
export function FirstSteps({ steps, onMark }: FirstStepsProps) {
  const next = Math.max(
    0,
    steps.findIndex(({ done }) => !done),
  )
  const done = steps.filter(step => step.done).length
  return (
    <section className={styles.first} aria-label={text.first}>
      <h3 className={styles.heading}>
        {text.first} <span className={styles.count}>{t(text.done, { done, all: steps.length })}</span>
      </h3>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step.id}>
            {/* biome-ignore lint/a11y/useSemanticElements: the whole line is the box, with its key */}
            <button
              type="button"
              role="checkbox"
              className={styles.step}
              aria-checked={step.done}
              aria-disabled={step.shown || undefined}
              data-autofocus={index === next || undefined}
              data-next={index === next || undefined}
              onClick={() => onMark(index)}
            >
              <span className={styles.box} aria-hidden="true">
                {step.done ? '✓' : ''}
              </span>
              <span>
                {step.text}
                {step.shown && <span className={styles.shown}> {text.inRecord}</span>}
              </span>
              {!step.shown && <Key quiet>{String(index + 1)}</Key>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
