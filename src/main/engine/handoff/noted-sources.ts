import type { ListedAlert } from '../../../shared/contract/alert-list'
import { MOST_ROWS } from '../../../shared/contract/alerts'
import type { Board, FeedStatus } from '../../../shared/contract/feeds'
import { panelNow } from '../../../shared/contract/figures/panel-now'
import { inOne } from '../../../shared/contract/figures/units'
import type { PanelReading } from '../../../shared/contract/metrics'
import type { OnCallList } from '../../../shared/contract/people'
import type { StatusPage } from '../../../shared/contract/status-pages'
import { ageOf, freshness } from '../../../shared/domain/freshness'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { PanelFact } from '../../../shared/domain/method/panel-meaning'
import type { NotedSource, NotedValue } from '../../../shared/domain/noted-source'
import { MOST_NOTED_SOURCES, MOST_NOTED_VALUES, NOTED_TEXT } from '../../../shared/events/sources-noted'
import { utcFace } from '../../../shared/lib/clock-face'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import * as english from '../../../shared/texts/english'
import { t, tCount } from '../../../shared/texts/t'

/** What is known of other systems, at one instant. */
export interface KnownOutside {
  readonly board: Pick<Board, 'feeds' | 'panels' | 'pages'>
  /** The first of the open alerts, the loudest on top. */
  readonly alerts: readonly ListedAlert[]
  /** How many a connection has open, the hidden ones too. */
  readonly openAt: (connection: ConnectionId) => number
  readonly onCall: { readonly list: OnCallList; readonly readAt: Millis } | null
  /** Why the last read of who is on call failed; empty: it succeeded. */
  readonly onCallTrouble: string
  readonly now: Millis
}

const texts = english.handoff.sources

/** Alerts of one source: the rest of a storm is counted. */
const MOST_ALERTS = 8
/** Who is on call is read on demand; an answer older than this is not current. */
const ON_CALL_CURRENT: Millis = 5 * MINUTE

interface Sources {
  readonly accounts: { board(): KnownOutside['board'] }
  readonly alerts: Pick<KnownOutside, 'openAt'> & {
    first(input: { order: 'loudest'; limit: number }): { readonly rows: KnownOutside['alerts'] }
  }
  readonly onDemandReads: { knownOnCall(): KnownOutside['onCall']; onCallTrouble(): string }
}

/** [HC3] The same, asked of what reads them. */
export function sourcesNow({ accounts, alerts, onDemandReads }: Sources, now: Millis): readonly NotedSource[] {
  return notedSources({
    ...{ board: accounts.board(), alerts: alerts.first({ order: 'loudest', limit: MOST_ROWS }).rows },
    ...{ openAt: alerts.openAt, now },
    ...{ onCall: onDemandReads.knownOnCall(), onCallTrouble: onDemandReads.onCallTrouble() },
  })
}

/** [HC3] For a handoff: what each source showed when it was last read. Its panes say it too; a document has no panes. */
export function notedSources(known: KnownOutside): readonly NotedSource[] {
  const sources = [...known.board.feeds.flatMap(feed => sourceOf(feed, known)), ...onCallSource(known)]
  return sources.slice(0, MOST_NOTED_SOURCES).map(bounded)
}

function sourceOf(feed: FeedStatus, known: KnownOutside): readonly NotedSource[] {
  const { name, what, trueAt } = feed
  const { state, reason } = freshness(feed, known.now)
  const values = valuesOf(feed, known)
  // Of what shows no values here, only that it could not be read is worth a line.
  if (values === undefined && state === 'fresh') return []
  // Of what was never read nothing is known, not even that there is none of it.
  const { shown, more } = values === undefined || trueAt === null ? { shown: [], more: 0 } : values
  return [{ ...{ name, what, state, trueAt, reason }, values: shown, more }]
}

interface Values {
  readonly shown: readonly NotedValue[]
  readonly more: number
}

/** Undefined: values of this kind are no part of a handoff. */
function valuesOf({ id, connection, what }: FeedStatus, known: KnownOutside): Values | undefined {
  const { board, now } = known
  switch (what) {
    case 'alerts':
      return alertValues(connection, known)
    case 'panels':
      return { shown: board.panels.filter(({ feed }) => feed === id).flatMap(panelValue), more: 0 }
    case 'components':
      return { shown: board.pages.filter(({ feed }) => feed === id).flatMap(page => pageValues(page, now)), more: 0 }
    default:
      return undefined
  }
}

function alertValues(connection: ConnectionId, { alerts, openAt }: KnownOutside): Values {
  const shown = alerts.filter(row => row.connection === connection && row.hiddenBy === undefined).slice(0, MOST_ALERTS)
  const open = Math.max(openAt(connection), shown.length)
  const count = { name: texts.openAlerts, value: String(open) }
  return { shown: [count, ...shown.map(alertValue)], more: open - shown.length }
}

function alertValue({ title, service, urgency, state, startedAt }: ListedAlert): NotedValue {
  const since = startedAt === null ? [] : [t(texts.since, { time: utcFace.short(startedAt) })]
  const words = [english.alerts.urgencies[urgency], english.alerts.states[state], ...since]
  return { name: title, value: [...words, ...(service === null ? [] : [service])].join(', ') }
}

function panelValue(panel: PanelReading): readonly NotedValue[] {
  const { title, trueAt, problem, table } = panel
  const trouble = problem === '' ? {} : { trouble: problem }
  const at = trueAt === null ? {} : { at: trueAt }
  const means = ofImpact(panel)
  const now = panelNow(panel)
  if (now !== undefined) {
    const { line, figure, level, endedAt } = now
    const name = panel.series.length > 1 && line.name !== '' ? `${title} (${line.name})` : title
    const value = [inOne(figure), ...(level.level === 'ok' || level.words === '' ? [] : [level.words])].join(', ')
    return [{ name, value, ...(endedAt === null ? at : { at: endedAt }), ...trouble, ...means }]
  }
  const value = table === undefined ? texts.noValue : tCount(texts.rows, table.rows.length + table.more)
  return [{ name: title, value, ...at, ...trouble }]
}

/** [HC6] What customers feel: of latency and resources the commander reads among the sources. */
const impactFacts: ReadonlySet<PanelFact> = new Set(['users', 'revenue', 'errors', 'business'])

function ofImpact({ means }: PanelReading): Pick<NotedValue, 'means'> {
  return means !== undefined && impactFacts.has(means.fact) ? { means: means.fact } : {}
}

function pageValues({ components, incidents, missing = [] }: StatusPage, now: Millis): readonly NotedValue[] {
  const partOf = (part: 'components' | 'incidents') => {
    const gap = missing.find(one => one.part === part)
    return gap === undefined
      ? {}
      : { trouble: gap.reason, ...(gap.trueAt !== null && { at: Math.min(gap.trueAt, now) }) }
  }
  const troubled = components.filter(({ status }) => status !== 'operational')
  const well = components.length - troubled.length
  const { componentStatuses } = english.acts
  return [
    ...incidents.map(({ name, status }) => ({ name, value: t(texts.published, { status }), ...partOf('incidents') })),
    ...troubled.map(({ name, status }) => ({ name, value: componentStatuses[status], ...partOf('components') })),
    ...(well === 0
      ? []
      : [
          {
            name: tCount(troubled.length === 0 ? texts.components : texts.otherComponents, well),
            value: componentStatuses.operational,
            ...partOf('components'),
          },
        ]),
  ]
}

function onCallSource({ onCall, onCallTrouble, now }: KnownOutside): readonly NotedSource[] {
  if (onCall === null) return []
  const { list, readAt } = onCall
  const age = ageOf(readAt, now)
  const state = onCallTrouble !== '' ? 'down' : age !== null && age <= ON_CALL_CURRENT ? 'fresh' : 'late'
  const values = list.people.map(({ name, policy, level }) => ({
    name,
    value: t(texts.onCallLevel, { policy, level }),
  }))
  return [
    {
      name: texts.onCall,
      what: 'on-call',
      state,
      trueAt: readAt,
      reason: onCallTrouble,
      values,
      more: 0,
    },
  ]
}

/** [HC4] What others write is cut, and what is left out is counted. */
function bounded(source: NotedSource): NotedSource {
  const { values } = source
  const shown = values.slice(0, MOST_NOTED_VALUES).map(({ name, value, trouble, ...rest }) => ({
    ...{ ...rest, name: cut(name), value: cut(value) },
    ...(trouble !== undefined && { trouble: cut(trouble) }),
  }))
  const more = source.more + values.length - shown.length
  return { ...source, name: cut(source.name), reason: cut(source.reason), values: shown, more }
}

function cut(text: string): string {
  return shortened(text, NOTED_TEXT)
}
