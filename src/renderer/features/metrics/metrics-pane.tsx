import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PanelBaseline, PanelReading, PanelSeries } from '../../../shared/contract/metrics'
import { type BaselineDay, baselineDays } from '../../../shared/domain/method/panel-meaning'
import { MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { Mark } from '../../charts/chart-data'
import { useZoom, zoomTo } from '../../charts/pointed'
import { keyOf } from '../../commands/command-list'
import { useBoard, useCockpit, useFault, useJudge, useNow, useRecord } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Trans } from '../../ui/trans'
import { chartMarks } from './chart-marks'
import { tileSource } from './panel-source'
import { ServicePanels } from './service-panels'
import { Tile } from './tile'
import styles from './tile.module.css'
import { useFreeze } from './use-freeze'
import { useWholeRows } from './whole-rows'

interface Baseline {
  /** null: none is drawn. */
  readonly day: BaselineDay | null
  /** Switches to the next: none, yesterday, a week ago. */
  readonly change: () => void
  readonly of: (panel: string) => readonly PanelSeries[] | undefined
  /** Why some panels have none, in the vendors' words. */
  readonly problem: string
}

const nothing: readonly PanelBaseline[] = []
const order: readonly (BaselineDay | null)[] = [null, ...baselineDays]

/** The day that the charts are compared with, and its values. Read again each minute, as the window moves on. */
function useBaseline(): Baseline {
  const { commands } = useCockpit()
  const [day, setDay] = useState<BaselineDay | null>(null)
  const [read, setRead] = useState(nothing)
  const pinned = useBoard(board => board.panels.map(({ id }) => id).join(' '))
  const change = useCallback(() => {
    setRead(nothing)
    setDay(now => order[(order.indexOf(now) + 1) % order.length] ?? null)
  }, [])
  useCommand('baseline', change)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel that was just pinned has a past too
  useEffect(() => {
    if (day === null) return
    let here = true
    const ask = async () => {
      const reply = await commands.ask('metrics', 'panels:baseline', { day })
      if (here && reply.ok) setRead(reply.value)
    }
    void ask()
    const timer = setInterval(ask, MINUTE)
    return () => {
      here = false
      clearInterval(timer)
    }
  }, [commands, day, pinned])
  const of = useCallback((panel: string) => read.find(each => each.panel === panel)?.series, [read])
  return { day, change, of, problem: [...new Set(read.map(({ problem }) => problem))].filter(Boolean).join(' · ') }
}

const text = texts.metrics

/** Time axes end now, and advance by this step: all charts together, and not every second. */
const AXIS_STEP: Millis = 30 * SECOND

/** As the style sheet has them. */
const COLUMNS = 2

/**
 * The panels of the monitoring system, each with its age, its thresholds, the incident's decisions, recent deploys and
 * annotations.
 */
export function MetricsPane() {
  const panels = useBoard(board => board.panels)
  return panels.length === 0 ? <NoPanels /> : <OpenMetrics panels={panels} />
}

function OpenMetrics({ panels }: { readonly panels: readonly PanelReading[] }) {
  const { commands } = useCockpit()
  const feeds = useBoard(board => board.feeds)
  const timeline = useRecord(record => record.timeline)
  const now = useNow()
  const judge = useJudge()
  const deploys = useBoard(board => board.deploys)
  const annotations = useBoard(board => board.annotations)
  const clock = useClockFace()
  const marks = useMemo(
    () => chartMarks({ timeline: timeline ?? [], deploys, annotations }, clock),
    [timeline, deploys, annotations, clock],
  )
  const baseline = useBaseline()
  const until = Math.ceil(now / AXIS_STEP) * AXIS_STEP
  const grid = useRef<HTMLDivElement>(null)
  const rows = useWholeRows(grid, Math.ceil(panels.length / COLUMNS))
  const below = rows === undefined ? 0 : Math.max(0, panels.length - rows.shown * COLUMNS)
  const { freeze, word } = useFreeze(grid)
  const fault = useFault('metrics')
  return (
    <Pane
      {...panes.metrics}
      scroll={false}
      note={
        <>
          <Zone now={now} />
          {below > 0 && tCount(text.below, below)}
        </>
      }
      aside={
        <>
          <ZoomNote />
          <BaselineNote baseline={baseline} />
          <Button tone="bare" onClick={freeze} title={text.freezeHint}>
            <Trans text={text.freeze} parts={{ key: <Key quiet>{keyOf('freeze')}</Key> }} />
          </Button>
          <output className={styles.freezeWord}>{word}</output>
          <Sources />
        </>
      }
      footer={marks.length > 0 ? <Legend marks={marks} /> : undefined}
    >
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('metrics')} />
      <ServicePanels />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div
        className={styles.room}
        ref={grid}
        role="group"
        aria-label={t(texts.ui.content, { pane: panes.metrics.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <div className={styles.grid} style={{ gridAutoRows: rows?.height }}>
          {panels.map(panel => (
            <Tile
              key={panel.id}
              panel={panel}
              source={tileSource(panel, feeds, judge)}
              marks={marks}
              until={until}
              baseline={baseline.of(panel.id)}
            />
          ))}
        </div>
      </div>
    </Pane>
  )
}

/** Shown once for all axes: their labels are too small to carry it. */
function Zone({ now }: { readonly now: Millis }) {
  const zone = useClockFace().zone(now)
  return <span title={t(text.zoneOfAxes, { zone })}>{zone}</span>
}

function NoPanels() {
  const { commands } = useCockpit()
  const fault = useFault('metrics')
  return (
    <Pane {...panes.metrics}>
      <EmptyState title={text.none}>
        <Trans
          text={text.noneHow}
          parts={{ connect: <Key>{keyOf('connections')}</Key>, choose: <Key>{keyOf('panels')}</Key> }}
        />
      </EmptyState>
      <ServicePanels />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('metrics')} />
    </Pane>
  )
}

/** What the dashed lines are; a press switches to the next day. */
function BaselineNote({ baseline: { day, change, problem } }: { readonly baseline: Baseline }) {
  const compared = problem === '' ? text.compared : text.comparedPartly
  return (
    <Button tone="bare" onClick={change} title={problem === '' ? text.compareHint : problem}>
      <Trans text={day === null ? text.compare : compared[day]} parts={{ key: <Key quiet>{keyOf('baseline')}</Key> }} />
    </Button>
  )
}

/** A zoomed chart does not show the present: this says so, and how to go back. */
function ZoomNote() {
  const clock = useClockFace()
  const zoom = useZoom()
  if (zoom === null) return null
  return (
    <Button onClick={() => zoomTo(null)}>
      {t(text.zoomed, { from: clock.bare(zoom.from), to: clock.short(zoom.to) })}
    </Button>
  )
}

function Sources() {
  const feeds = useBoard(board => board.feeds)
  const judge = useJudge()
  return feeds
    .filter(({ what }) => what === 'panels')
    .map(feed => <FreshnessBadge key={feed.id} label={feed.name} freshness={judge(feed)} />)
}

/**
 * What the lines in the charts mean: deployments first, which a commander asks for first, each kind from the newest on.
 * What has no room whole is left out, and how many there are is said.
 */
function Legend({ marks }: { readonly marks: readonly Mark[] }) {
  const newest = marks.toReversed()
  const isDeploy = ({ kind }: Mark) => kind === 'deploy'
  const listed = [...newest.filter(isDeploy), ...newest.filter(mark => !isDeploy(mark))]
  const whole = ({ kind, label, text: about }: Mark) => t(text.mark[kind ?? 'decision'], { label, text: about })
  return (
    <div className={styles.legend}>
      <ol aria-label={text.legend}>
        {listed.map(mark => (
          <li key={`${mark.at} ${mark.label}`} title={whole(mark)}>
            <time className={styles.markName} data-kind={mark.kind} dateTime={new Date(mark.at).toISOString()}>
              {mark.label}
            </time>
            <span className={styles.decision}>{mark.text}</span>
          </li>
        ))}
      </ol>
      {marks.length > 2 && (
        <span className={styles.ofAll} title={listed.map(whole).join('\n')}>
          {tCount(text.marks, marks.length)}
        </span>
      )}
    </div>
  )
}
