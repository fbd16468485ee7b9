import type { Millis } from '../../../../shared/lib/time'
import type { ScenarioPage } from '../scenario'
import { type Scene, storyTime } from '../scene'
import type { PagerDutyFact, PageState } from './pagerduty-facts'

/** Incidents that have begun, after the changes of scenario and people: the last change counts, no matter who made it. */
export function pageStates(scene: Scene, facts: readonly PagerDutyFact[]): PageState[] {
  const byPage = Map.groupBy(facts, fact => fact.incident)
  return [...storyPages(scene), ...createdPages(scene, facts)]
    .map((opened, index) => pageState(scene, byPage.get(opened.page.id) ?? [], opened, index + 1))
    .filter(state => state.page.at <= storyTime(scene))
}

interface Opened {
  readonly page: ScenarioPage
  readonly key: string
  readonly policyOf?: string | undefined
}

function storyPages({ scenario }: Scene): readonly Opened[] {
  return scenario.pagerduty.pages.map(page => ({ page, key: `${page.service}/${page.id}`.toLowerCase() }))
}

function createdPages(scene: Scene, facts: readonly PagerDutyFact[]): readonly Opened[] {
  return facts.flatMap(fact => {
    if (fact.kind !== 'created') return []
    const { incident: id, service, title, urgency, details, key, policyOf } = fact
    // Nobody's story ends it: it stays open until a person resolves it.
    return [
      {
        page: { id, service, title, urgency, details, at: fact.at - scene.startedAt, until: Number.MAX_SAFE_INTEGER },
        ...{ key, policyOf },
      },
    ]
  })
}

interface Step {
  readonly status: PageState['status']
  readonly changedAt: Millis
  readonly changedBy: string | null
}

function pageState(scene: Scene, facts: readonly PagerDutyFact[], opened: Opened, number: number): PageState {
  const { page, key } = opened
  const createdAt = scene.startedAt + page.at
  const last = lastStep(scene, facts, page, createdAt)
  const given = facts.filter(fact => fact.kind === 'assign')
  const assigned = given.at(-1)
  const service = given.findLast(fact => fact.policyOf !== null)?.policyOf ?? opened.policyOf ?? page.service
  return {
    ...{ page, key, number, createdAt, ...last, facts, policyOf: service },
    snoozedUntil: snoozeEnd(scene, facts, last.status),
    assignedDirectly: assigned !== undefined && assigned.users.length > 0,
    assignees: last.status === 'resolved' ? [] : assigneesOf(scene, service, assigned),
  }
}

function lastStep(scene: Scene, facts: readonly PagerDutyFact[], page: ScenarioPage, createdAt: Millis): Step {
  const spoken = facts.flatMap((fact): Step[] =>
    fact.kind === 'status'
      ? [{ status: fact.status, changedAt: fact.at, changedBy: fact.by }]
      : fact.kind === 'snooze'
        ? snoozed(scene, fact)
        : [],
  )
  const over: Step = { status: 'resolved', changedAt: scene.startedAt + page.until, changedBy: null }
  const opened: Step = { status: 'triggered', changedAt: createdAt, changedBy: null }
  return [...spoken, ...(storyTime(scene) >= page.until ? [over] : [])]
    .sort((a, b) => a.changedAt - b.changedAt)
    .reduce((now, step) => (step.status === now.status ? now : step), opened)
}

/** Acknowledged until its end, then triggered again. */
function snoozed(scene: Scene, { at, by, until }: Extract<PagerDutyFact, { kind: 'snooze' }>): Step[] {
  const quiet: Step = { status: 'acknowledged', changedAt: at, changedBy: by }
  return scene.clock.now() < until ? [quiet] : [quiet, { status: 'triggered', changedAt: until, changedBy: null }]
}

/** Of the last word that was spoken, if that was a snooze which has not ended. */
function snoozeEnd(scene: Scene, facts: readonly PagerDutyFact[], status: PageState['status']): Millis | null {
  const word = facts.findLast(fact => fact.kind === 'status' || fact.kind === 'snooze')
  return word?.kind === 'snooze' && status === 'acknowledged' && scene.clock.now() < word.until ? word.until : null
}

function assigneesOf(
  scene: Scene,
  service: string,
  given: Extract<PagerDutyFact, { kind: 'assign' }> | undefined,
): readonly string[] {
  if (given !== undefined && given.users.length > 0) return given.users
  return escalationLevelOf(scene, service, given?.level ?? 1)
}

/** Level 1 is the person on call for the service, level 2 the user that the drill's requests are made for. */
export function escalationLevelOf({ scenario }: Scene, service: string, level: number): readonly string[] {
  const { users, actAs } = scenario.pagerduty
  if (level === 1) return users.filter(user => user.onCallFor === service).map(user => user.id)
  return level === 2 ? [actAs] : []
}
