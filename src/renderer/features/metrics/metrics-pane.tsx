import { useMemo } from 'react'
import { freshness } from '../../../shared/domain/freshness'
import { type Millis, utcClock } from '../../../shared/lib/time'
import type { Mark } from '../../charts/chart-data'
import { useZoom, zoomTo } from '../../charts/pointed'
import { useBoard, useNow, useRecord } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { decisionMarks } from './decision-marks'
import { deployMarks, inOrder } from './deploy-marks'
import styles from './metrics-pane.module.css'
import { panelSource } from './panel-source'
import { Tile } from './tile'

/** The panels of the monitoring system, each with its age, its thresholds the incident's decisions and recent deploys. */
export function MetricsPane() {
  const panels = useBoard(board => board.panels)
  const feeds = useBoard(board => board.feeds)
  const timeline = useRecord(record => record.timeline)
  const now = useNow()
  const deploys = useBoard(board => board.deploys)
  const marks = useMemo(
    () => inOrder(timeline === undefined ? [] : decisionMarks(timeline), deployMarks(deploys)),
    [timeline, deploys],
  )
  if (panels.length === 0) return <NoPanels />
  return (
    <Pane
      {...panes.metrics}
      aside={
        <>
          <ZoomNote />
          <Sources now={now} />
        </>
      }
      footer={marks.length > 0 ? <Legend marks={marks} /> : undefined}
    >
      <div className={styles.grid}>
        {panels.map(panel => (
          <Tile key={panel.id} panel={panel} source={panelSource(panel, feeds, now)} marks={marks} />
        ))}
      </div>
    </Pane>
  )
}

function NoPanels() {
  return (
    <Pane {...panes.metrics}>
      <EmptyState title="The panels of your Grafana or Prometheus stand here, with their thresholds.">
        Connect one with <Key>,</Key> and choose panels with <Key>p</Key>
      </EmptyState>
    </Pane>
  )
}

/** A zoomed chart is not the present: it says so, and how to come back. */
function ZoomNote() {
  const zoom = useZoom()
  if (zoom === null) return null
  const [from, to] = [utcClock(zoom.from).slice(0, 5), utcClock(zoom.to).slice(0, 5)]
  return (
    <Button onClick={() => zoomTo(null)}>
      {from}–{to} UTC only · show all
    </Button>
  )
}

function Sources({ now }: { readonly now: Millis }) {
  const feeds = useBoard(board => board.feeds)
  return feeds
    .filter(({ what }) => what === 'panels')
    .map(feed => <FreshnessBadge key={feed.id} label={feed.name} freshness={freshness(feed, now)} />)
}

/** What the lines in the charts stand for, decisions and deploys, the newest first. */
function Legend({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <ol className={styles.legend} aria-label="Decisions and deploys marked in the charts" reversed>
      {marks.toReversed().map(mark => (
        <li key={mark.label} title={mark.text}>
          <span className={styles.number}>{mark.label}</span>
          <time dateTime={new Date(mark.at).toISOString()}>{utcClock(mark.at).slice(0, 5)}</time>
          <span className={styles.decision}>{mark.text}</span>
        </li>
      ))}
    </ol>
  )
}
