import type { Incident } from '../../../shared/domain/incident'
import type { Method } from '../../../shared/domain/method/method-files'
import type { RecordFact } from '../../../shared/domain/method/method-measures'
import { isRole, type Role, type RoleKey } from '../../../shared/domain/people'
import { recordFact } from '../../../shared/domain/record-facts'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import styles from './role-card.module.css'

interface FirstStep {
  /** Stored in the record when marked: never rename it. */
  readonly id: string
  readonly text: string
  /** Words to read aloud. */
  readonly say?: string | undefined
  /** What of the record shows it as done; absent: a person marks it. */
  readonly shownBy?: RecordFact | undefined
}

type FirstResponseMethod = Method['first-response']

const { tech, comms, scribe, own } = texts.roleCards

const stepsOfRole: Readonly<Record<Exclude<Role, 'ic'>, readonly FirstStep[]>> = {
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
    { id: 'publish', text: comms.firstSteps.publish, shownBy: 'customers-updated' },
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

/** [RO8] The first steps of a role, in order. [RS4] Those of the commander are the method's. */
function firstStepsOf(role: RoleKey, method: FirstResponseMethod | undefined): readonly FirstStep[] {
  if (!isRole(role)) return stepsOfOwn
  if (role !== 'ic') return stepsOfRole[role]
  return (method?.commanderFirst ?? []).map(({ id, text: asks, say, by }) => ({ id, text: asks, say, shownBy: by }))
}

export interface StepStatus extends FirstStep {
  readonly done: boolean
  /** Done according to the record; cannot be marked by hand. */
  readonly shown: boolean
}

/** [RO8] The first steps of a role with their status: marked by its holder, or done according to the record. */
export function firstStepStatus(
  incident: Incident,
  role: RoleKey,
  method: FirstResponseMethod | undefined,
): readonly StepStatus[] {
  const marked = incident.crew.stepsDone[role] ?? []
  return firstStepsOf(role, method).map(step => {
    const shown = step.shownBy !== undefined && recordFact(incident, step.shownBy) !== undefined
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
                <bdi>{step.text}</bdi>
                {step.shown && <span className={styles.shown}> {text.inRecord}</span>}
                {step.say !== undefined && (
                  <span className={styles.said} dir="auto">
                    {t(text.quoted, { text: step.say })}
                  </span>
                )}
              </span>
              {!step.shown && <Key quiet>{String(index + 1)}</Key>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface FirstResponseProps {
  readonly items: FirstResponseMethod['firstResponse']
  readonly incident: Incident
}

/** [RS4] What belongs to every first response: what the record shows of it is ticked. */
export function FirstResponse({ items, incident }: FirstResponseProps) {
  return (
    <section aria-label={text.firstResponse}>
      <h3 className={styles.heading}>{text.firstResponse}</h3>
      <ul className={styles.duties}>
        {items.map(({ id, text: asks, by }) => (
          <li key={id}>
            <bdi>{asks}</bdi>
            {by !== undefined && recordFact(incident, by) !== undefined && (
              <span className={styles.shown}> {text.inRecord}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
