import type { ReactNode } from 'react'
import { panelNow } from '../../../shared/contract/figures/panel-now'
import type { PanelReading } from '../../../shared/contract/metrics'
import type { Incident } from '../../../shared/domain/incident'
import { reportDueAt, reportsOf } from '../../../shared/domain/lead-reports'
import type { Team } from '../../../shared/domain/responders'
import { type Attempt, runningTasks, type StrategyTask } from '../../../shared/domain/strategy'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useJudge, useNow } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Facts } from '../../ui/facts'
import { shortFreshnessText } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import styles from './checkpoint-dialog.module.css'
import { attemptsSince, type OpenDecision, openDecisions, sinceLast } from './checkpoint-sheet'

const text = texts.checkpoint
/** Works in a field too. */
const DECISIONS_KEY = 'Ctrl D'

interface KnownNowProps {
  readonly incident: Incident
  /** Goes to the decisions of the board. */
  readonly onDecisions: () => void
}

/** [CP8] What the record and the sources know, above the questions, so that no one has to ask for it again. */
export function KnownNow({ incident, onDecisions }: KnownNowProps) {
  const now = useNow()
  const clock = useClockFace()
  const since = sinceLast(incident)
  const panels = useBoard(board => board.panels)
  const attempts = attemptsSince(incident, since)
  const open = openDecisions(incident, now)
  const time = clock.short(since)
  return (
    <Facts
      size="small"
      className={styles.known}
      facts={[
        ...(open.length === 0 ? [] : [decisionsFact(open, onDecisions)]),
        ...(incident.crew.teams.length === 0 ? [] : [teamsFact(incident)]),
        {
          name: t(text.metricsSince, { time }),
          value: (
            <List none={text.noMetrics}>
              {panels.map(panel => (
                <Metric key={panel.id} {...{ panel, since }} />
              ))}
            </List>
          ),
        },
        {
          name: text.running,
          value: (
            <List none={text.noTasks}>
              {runningTasks(incident).map(task => (
                <Task key={task.id} task={task} />
              ))}
            </List>
          ),
        },
        {
          name: t(text.triedSince, { time }),
          value: (
            <List none={text.noAttempts}>
              {attempts.map(one => (
                <Tried key={one.id} attempt={one} />
              ))}
            </List>
          ),
        },
      ]}
    />
  )
}

function decisionsFact(open: readonly OpenDecision[], onGo: () => void) {
  const rows = open.map(one => <Decision key={one.decision.id} open={one} />)
  const go = (
    <Button tone="bare" onClick={onGo}>
      <Trans text={text.toDecisions} parts={{ key: <Key quiet>{DECISIONS_KEY}</Key> }} />
    </Button>
  )
  return {
    name: text.decisions,
    value: (
      <>
        <List none="">{rows}</List>
        {go}
      </>
    ),
  }
}

/** [RC8] Each sub-team's last report, and when. */
function teamsFact(incident: Incident) {
  const rows = incident.crew.teams.map(team => <TeamSaid key={team.id} {...{ incident, team }} />)
  return { name: text.teams, value: <List none="">{rows}</List> }
}

function TeamSaid({ incident, team: { id, name } }: { readonly incident: Incident; readonly team: Team }) {
  const now = useNow()
  const reports = reportsOf(incident, id)
  const last = reports?.reports.at(-1)
  const dueAt = reports === undefined ? null : reportDueAt(reports)
  const isLate = dueAt !== null && dueAt <= now
  const said = last === undefined ? text.teamSilent : last.text === '' ? text.teamNothingNew : last.text
  return (
    <li className={styles.row}>
      <span className={textStyles.cut} dir="auto">
        {t(text.teamSaid, { team: name, text: said })}
      </span>
      <span className={styles.word} data-word={isLate ? 'worse' : undefined}>
        {isLate
          ? t(text.taskLate, { span: spanText(now - dueAt) })
          : last !== undefined && t(text.teamAgo, { span: spanText(Math.max(0, now - last.said.at)) })}
      </span>
    </li>
  )
}

/** [CP14] What it waits for, and for how long. */
function Decision({ open: { decision, number, dueAt } }: { readonly open: OpenDecision }) {
  const now = useNow()
  const isProposed = decision.state === 'proposed'
  const isLate = dueAt === null || dueAt <= now
  const said = isProposed ? (isLate ? text.toDecide : text.objecting) : text.toRevisit
  return (
    <li className={styles.row}>
      <span className={textStyles.cut} dir="auto">
        {t(text.decisionOf, { number, text: decision.text })}
      </span>
      <span className={styles.word} data-word={isLate ? 'worse' : undefined}>
        {t(said, { span: spanText(Math.abs((dueAt ?? now) - now)) })}
      </span>
    </li>
  )
}

/** Rows that a list shows before it scrolls. */
const ROWS_IN_SIGHT = 5

function List({ none, children }: { readonly none: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return <span className={styles.none}>{none}</span>
  return (
    // What is scrolled must be reachable by keyboard (WCAG 2.1.1).
    <ul className={styles.list} tabIndex={children.length > ROWS_IN_SIGHT ? 0 : undefined}>
      {children}
    </ul>
  )
}

/** Better, same or worse than at the last checkpoint; if the value is not current, it says so instead. */
function Metric({ panel, since }: { readonly panel: PanelReading; readonly since: Millis }) {
  const judge = useJudge()
  const now = useNow()
  const feed = useBoard(board => board.feeds.find(({ id }) => id === panel.feed))
  const reading = panelNow(panel, () => since)
  const freshness = judge({ ...(feed ?? noFeed), trueAt: panel.trueAt })
  const late = freshness.state === 'fresh' ? '' : shortFreshnessText(freshness)
  const ended = reading?.endedAt ?? null
  const old = late || (ended === null ? '' : t(text.ended, { span: spanText(now - ended) }))
  const trend = reading?.trend
  return (
    <li className={styles.row}>
      <span className={textStyles.cut} dir="auto">
        {panel.title}
      </span>
      <span className={styles.figure}>
        {reading === undefined ? '–' : `${reading.figure.number} ${reading.figure.unit}`.trim()}
      </span>
      <span className={styles.word} data-word={old === '' ? trend?.word : 'old'}>
        {old !== ''
          ? old
          : trend === undefined
            ? text.notThen
            : trend.word === 'same'
              ? texts.charts.trends.same
              : t(text.was, { word: texts.charts.trends[trend.word], before: trend.before })}
      </span>
    </li>
  )
}

const noFeed = { answer: 'none-yet', lateAfter: 0, reason: '' } as const

function Task({ task: { text: what, owner, dueAt } }: { readonly task: StrategyTask }) {
  const now = useNow()
  const isLate = dueAt !== null && dueAt <= now
  return (
    <li className={styles.row}>
      <span className={textStyles.cut} dir="auto">
        {owner === null ? what : t(text.taskOf, { who: owner.name, text: what })}
      </span>
      {dueAt !== null && (
        <span className={styles.word} data-word={isLate ? 'worse' : undefined}>
          {t(isLate ? text.taskLate : text.taskLeft, { span: spanText(Math.abs(dueAt - now)) })}
        </span>
      )}
    </li>
  )
}

const words = { pending: undefined, worked: 'better', 'no-change': undefined, worse: 'worse' } as const

function Tried({ attempt: { text: what, result } }: { readonly attempt: Attempt }) {
  return (
    <li className={styles.row}>
      <span className={textStyles.cut} dir="auto">
        {what}
      </span>
      <span className={styles.word} data-word={words[result]}>
        {texts.strategyLines.results[result]}
      </span>
    </li>
  )
}
