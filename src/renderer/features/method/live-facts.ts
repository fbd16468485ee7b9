import type { AlertRow } from '../../../shared/contract/alert-rows'
import { panelNow } from '../../../shared/contract/figures/panel-now'
import { inOne } from '../../../shared/contract/figures/units'
import type { Deploy, PanelReading } from '../../../shared/contract/metrics'
import { nameKey } from '../../../shared/domain/alerts/facts'
import type { Incident } from '../../../shared/domain/incident'
import { type AskedFact, hasWord } from '../../../shared/domain/method/asked-facts'
import { HOUR, MINUTE, type Millis } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { spanText } from '../../ui/span-text'

const text = texts.liveFacts

/** What is known now, as far as questions and causes use it. */
export interface Known {
  readonly incident: Incident
  readonly deploys: readonly Deploy[]
  readonly alerts: readonly AlertRow[]
  readonly panels: readonly PanelReading[]
  readonly now: Millis
}

/** [TR3] A fact can support an answer. It never answers: what is not seen is no proof that it is not there. */
export interface LiveFact {
  readonly text: string
  /** Null: it is shown, and is evidence for neither answer. */
  readonly speaks: 'yes' | 'no' | null
}

/** A deployment this long before the start is no longer recent. */
const RECENT: Millis = 2 * HOUR
/** The start is known to a few minutes. */
const ABOUT_THEN: Millis = 5 * MINUTE
const MOST_FACTS = 4
/** Length of the event's text. */
const LONGEST = 300

/** [TR3] The facts that help to answer a question, the most useful first. */
export function factsFor(asked: readonly AskedFact[], known: Known): readonly LiveFact[] {
  return asked.flatMap(one => readers[one.kind](known, 'words' in one ? one.words : undefined))
}

type Reader = (known: Known, words: readonly string[] | undefined) => readonly LiveFact[]

const readers: Readonly<Record<AskedFact['kind'], Reader>> = {
  deployment: ({ incident, deploys, now }) => {
    // An unset start time is unknown: a deployment after it can still be the cause.
    const began = incident.started?.at ?? incident.declaredAt
    const known = incident.started !== null
    const recent = deploys.filter(({ at }) => at >= began - RECENT && at <= now)
    const ours = new Set(servicesOf(incident))
    const isOurs = (deploy: Deploy) => Number(deploy.services.some(name => ours.has(nameKey(name))))
    const told = recent.toSorted((a, b) => isOurs(b) - isOurs(a) || b.at - a.at).slice(0, MOST_FACTS)
    const until = suspectsUntil(incident)
    return told.map(deploy => yesIf(deployText(deploy, began, known), deploy.at <= until && !isRollback(deploy)))
  },
  alerts: ({ alerts }, words) => {
    const rows = alerts.filter(row => row.origin === 'alert' && hasWord(alertWords(row), words))
    return several(
      text.alerts,
      rows.map(row => row.title),
      words !== undefined,
    )
  },
  metrics: ({ panels }, words) =>
    panels.flatMap(panel => {
      const shown = hasWord(panel.title, words) ? panelNow(panel) : undefined
      if (shown === undefined || (shown.level.level !== 'warning' && shown.level.level !== 'critical')) return []
      const { figure, level } = shown
      const value = inOne(figure)
      return [yesIf(t(text.metric, { title: panel.title, value, level: level.words }), words !== undefined)]
    }),
  pages: ({ incident, alerts }) =>
    incident.pages.flatMap(({ connection, externalId, title }) => {
      const row = alerts.find(one => one.connection === connection && one.externalId === externalId)
      if (row === undefined) return []
      return row.state === 'acknowledged'
        ? [fact(t(text.pageAcknowledged, { title }), 'yes')]
        : [fact(t(text.pageOpen, { title }), 'no')]
    }),
  tasks: ({ incident }) =>
    several(text.tasks, incident.tasks.filter(({ state }) => state === 'open').map(taskText), false),
  attempts: ({ incident }) => several(text.attempts, incident.attempts.map(attemptText).toReversed(), false),
}

/** [TR3] While nobody has said when it began, it began at the latest with the first of its alerts, or when it was declared. */
function suspectsUntil({ started, declaredAt, proposedTimes }: Incident): Millis {
  if (started !== null) return started.at + ABOUT_THEN
  const alerts = proposedTimes.filter(({ of, at }) => of === 'started' && at >= declaredAt - RECENT && at < declaredAt)
  return alerts.length === 0 ? declaredAt : Math.min(declaredAt, ...alerts.map(({ at }) => at + ABOUT_THEN))
}

const ROLLBACK = /\b(?:roll(?:ed|ing)?[ _-]?back|revert(?:ed|ing|s)?)\b/i

/** What undoes a change is no change to undo. */
function isRollback({ title }: Deploy): boolean {
  return ROLLBACK.test(title)
}

function servicesOf({ services, pages }: Incident): readonly string[] {
  return [...(services ?? []), ...pages.flatMap(({ service }) => service ?? [])].map(nameKey)
}

function deployText({ title, services, at }: Deploy, began: Millis, isStart: boolean): string {
  const isNamed = services.every(name => nameKey(title).includes(nameKey(name)))
  const what = isNamed ? title : t(text.deployOf, { services: listText(services), title })
  const span = spanText(Math.abs(began - at))
  const { deployBefore, deployAfter, deployBeforeDeclared, deployAfterDeclared } = text
  const [before, after] = isStart ? [deployBefore, deployAfter] : [deployBeforeDeclared, deployAfterDeclared]
  return t(at <= began ? before : after, { what, span })
}

function alertWords({ title, cause, service }: AlertRow): string {
  return [title, cause ?? '', service ?? ''].join(' ')
}

function taskText({ text: what, owner }: Incident['tasks'][number]): string {
  return owner === null ? what : t(text.task, { who: owner.name, what })
}

function attemptText({ text: what, result }: Incident['attempts'][number]): string {
  return t(text.attempt, { what, result: texts.strategyLines.results[result] })
}

/** `3 alerts: A, B, C`; nothing for none. */
function several(
  forms: Parameters<typeof tCount>[0],
  names: readonly string[],
  suggests: boolean,
): readonly LiveFact[] {
  if (names.length === 0) return []
  const shown = names.slice(0, MOST_FACTS).map(name => shortened(name, 80))
  return [yesIf(tCount(forms, names.length, { names: listText(shown) }), suggests)]
}

function yesIf(said: string, suggests: boolean): LiveFact {
  return fact(said, suggests ? 'yes' : null)
}

function fact(said: string, speaks: LiveFact['speaks']): LiveFact {
  return { text: shortened(said, LONGEST), speaks }
}
