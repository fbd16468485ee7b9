import type { ReactNode } from 'react'
import { liveFigureText, lostText } from '../../../shared/contract/figures/impact-text'
import { reportsNow } from '../../../shared/domain/customer-reports'
import { type FigureName, type FigureStatement, lastSaid } from '../../../shared/domain/impact-figures'
import { impactEnd, impactTime, liveFigure, lostSoFar } from '../../../shared/domain/impact-now'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import { figureText } from '../../../shared/events/figure-stated'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useCockpit, useNow } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Key } from '../../ui/key'
import { clockText, spanText } from '../../ui/span-text'
import styles from './figures.module.css'

const text = texts.impactFigures

interface FigureMeaningProps {
  readonly incident: Incident
  readonly figure: FigureName
}

/** [IM6] What a panel measures first, then what a person stated, each with its source and age. */
export function FigureMeaning({ incident: { figuresStated }, figure }: FigureMeaningProps) {
  const now = useNow()
  const live = useBoard(board => liveFigure(board.facts, figure))
  const last = lastSaid(figuresStated, figure)
  const earlier = figuresStated.filter(one => one.figure === figure).length - 1
  const span = spanText(Math.max(0, now - (live?.at ?? now)))
  return (
    <>
      {live !== undefined && (
        <span className={styles.live} data-stale={!live.current} dir="auto">
          {t(live.current ? text.live : text.stale, { value: liveFigureText(figure, live), panel: live.title, span })}
        </span>
      )}
      {last === undefined ? live === undefined && text.notStated : <Stated statement={last} />}
      {earlier > 0 && <span className={styles.earlier}>{tCount(text.before, earlier)}</span>}
    </>
  )
}

function Stated({ statement }: { readonly statement: FigureStatement }) {
  const clock = useClockFace()
  const { value, since, source, stated } = statement
  const [by, time] = [actorName(stated.by), clock.short(stated.at)]
  if (value === null) return <span dir="auto">{t(text.withdrawn, { by, time })}</span>
  const said = t(text.said, { value: figureText(statement), by, time })
  const from = stated.at - since < MINUTE ? said : t(text.since, { said, since: clock.short(since) })
  return (
    <span className={styles.stated} dir="auto">
      {source === '' ? from : t(text.from, { said: from, source })}
    </span>
  )
}

/** [IM4] [IM5] Impact that follows from other parts of the record, and the way there. */
export function FromTheRecord({ incident, onLeave }: { readonly incident: Incident; readonly onLeave: () => void }) {
  const { focus } = useCockpit()
  const opens = (command: 'reports' | 'times-kept') => () => {
    onLeave()
    focus.request(command)
  }
  const now = useNow()
  const lost = lostSoFar(incident.figuresStated, impactEnd(incident) ?? now)
  const { count, lastAt } = reportsNow(incident.reports)
  const ago = spanText(Math.max(0, now - (lastAt ?? now)))
  return (
    <dl className={styles.record} aria-label={text.more}>
      {lost !== undefined && (
        <Row name={text.soFar}>{t(text.soFarHow, { amounts: lostText(lost), span: spanText(lost.span) })}</Row>
      )}
      <Row name={text.reportsName} opens="reports" onOpen={opens('reports')}>
        {lastAt === null ? text.noReports : tCount(text.reports, count, { span: ago })}
      </Row>
      <Row name={text.time} opens="times-kept" onOpen={opens('times-kept')}>
        <ImpactTime incident={incident} now={now} />
      </Row>
    </dl>
  )
}

function ImpactTime({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const clock = useClockFace()
  const span = impactTime(incident, now)
  const { started } = incident.timesKept
  if (span === null || started === undefined) return text.noStart
  const end = impactEnd(incident)
  const times = { span: clockText(span), since: clock.short(started.at), until: end === null ? '' : clock.short(end) }
  return t(end === null ? text.timeRuns : text.timeOver, times)
}

interface RowProps {
  readonly name: string
  readonly opens?: 'reports' | 'times-kept'
  readonly onOpen?: () => void
  readonly children: ReactNode
}

function Row({ name, opens, onOpen, children }: RowProps) {
  return (
    <div className={styles.row}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
      {opens !== undefined && (
        <dd className={styles.way}>
          <Button tone="bare" onClick={onOpen}>
            {text.ways[opens]} <Key quiet>{keyOf(opens)}</Key>
          </Button>
        </dd>
      )}
    </div>
  )
}
