import { liveFigureText } from '../../../shared/contract/figures/impact-text'
import { type FigureNow, figuresNow } from '../../../shared/domain/impact-now'
import type { Incident } from '../../../shared/domain/incident'
import type { Severity } from '../../../shared/domain/severity'
import { figureText } from '../../../shared/events/figure-stated'
import type { IncidentRecord } from '../../../shared/events/fold'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useEngineAway, useGate } from '../../stores/cockpit'
import { severityShapes } from '../../ui/severity-badge'
import { clockText, spanText } from '../../ui/span-text'
import { WallboardClocks } from './clocks'
import styles from './incident-board.module.css'
import { KeyLines } from './key-line-list'
import { OwnRoles, RoleList } from './role-list'
import { TileGrid } from './tile-grid'

export interface IncidentBoardProps {
  readonly record: IncidentRecord
  readonly now: Millis
  /** Two incidents share the wallboard: each shows only what must be read first. */
  readonly halved: boolean
}

/** One incident, as large as the wallboard allows. */
export function IncidentBoard({ record: { incident, timeline }, now, halved }: IncidentBoardProps) {
  const since = incident.checkpointsHeld.at(-1)?.heldAt ?? incident.declaredAt
  return (
    <section className={styles.board} aria-label={incident.title} data-halved={halved}>
      <WallboardHead incident={incident} now={now} />
      <div className={styles.command}>
        <WallboardClocks incident={incident} now={now} />
        <RoleList incident={incident} now={now} />
      </div>
      {!halved && <OwnRoles incident={incident} />}
      {!halved && <TileGrid since={since} now={now} />}
      {!halved && <KeyLines incident={incident} timeline={timeline} now={now} />}
    </section>
  )
}

/** How bad, what, for how long; below it the status and what customers experience. */
function WallboardHead({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const { severity, title, status, impact, declaredAt } = incident
  const isOff = useBoard(({ facts }) => facts.some(({ state }) => state === 'off'))
  return (
    <>
      <div className={styles.head}>
        <SeverityBlock severity={severity} />
        <h1 className={styles.title} data-step={titleStep(title)} dir="auto">
          {title}
        </h1>
        <p className={styles.elapsed}>
          <span className={styles.label}>{texts.wall.openFor}</span>
          <span className={styles.span}>{clockText(now - declaredAt)}</span>
        </p>
      </div>
      <p className={styles.state}>
        <strong className={styles.status} data-status={status} data-off={isOff}>
          {texts.status.names[status]}
        </strong>
        {status === 'monitoring' && <GateState incident={incident} now={now} />}
        <WallFigures incident={incident} now={now} />
        <span className={styles.impact} data-unsaid={impact === ''} dir="auto">
          {impact === '' ? texts.bar.noImpact : impact}
        </span>
      </p>
    </>
  )
}

/** [GT4] How far it is from being resolved. */
function GateState({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const gate = useGate(incident.id)
  if (gate === undefined) return null
  const { green, criteria, until } = gate
  const span = until === null ? '' : spanText(Math.max(0, until - now))
  return (
    <span className={styles.gate}>
      {t(until === null ? texts.wall.gate : texts.wall.gateIn, { green, all: criteria.length, span })}
    </span>
  )
}

/** [IM8] As many as fit beside the text. */
const MOST_FIGURES = 2

/** [IM8] The figures that matter most: of users and of money, else the state of the SLA. */
function WallFigures({ incident: { figuresStated }, now }: { readonly incident: Incident; readonly now: Millis }) {
  const facts = useBoard(board => board.facts)
  const away = useEngineAway()
  const known = figuresNow(figuresStated, facts)
  const hasShare = known.some(({ figure }) => figure === 'users-share')
  const shown = known.filter(({ figure }) => figure !== 'users' || !hasShare).slice(0, MOST_FIGURES)
  return shown.map(one => {
    const { figure, live, stated } = one
    const value = live === undefined ? (stated === undefined ? '' : figureText(stated)) : liveFigureText(figure, live)
    const age = wallAge(one, away, now)
    return (
      <span key={figure} className={styles.figure}>
        {t(texts.impactFigures.short[figure], { value })}
        {age !== '' && ` (${age})`}
      </span>
    )
  })
}

/**
 * [IM8] Empty for a value that a panel measures now. [CW4] While the engine is unreachable, this window knows of no
 * such value.
 */
function wallAge({ live, stated }: FigureNow, away: boolean, now: Millis): string {
  if (live?.current && !away) return ''
  const at = live === undefined ? stated?.stated.at : live.at
  const span = spanText(Math.max(0, now - (at ?? now)))
  return t(live === undefined ? texts.impactFigures.ago : texts.impactFigures.old, { span })
}

function SeverityBlock({ severity }: { readonly severity: Severity }) {
  return (
    <p className={styles.severity} data-severity={severity}>
      <svg className={styles.shape} viewBox="0 0 16 16" aria-hidden="true">
        <path d={severityShapes[severity]} />
      </svg>
      {severity}
    </p>
  )
}

/**
 * A short title fills one line; a longer one takes two, smaller; beyond that it is cut off at the end of the second.
 */
function titleStep(title: string): 'one' | 'two' | 'small' {
  if (title.length <= 19) return 'one'
  return title.length <= 50 ? 'two' : 'small'
}
