import { memo, useMemo } from 'react'
import type { Level } from '../../../shared/contract/figures/levels'
import type { PanelNow } from '../../../shared/contract/figures/panel-now'
import type { Trend } from '../../../shared/contract/figures/trend'
import type { PanelReading, PanelSeries } from '../../../shared/contract/metrics'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { ChartData, Mark } from '../../charts/chart-data'
import { LineChart } from '../../charts/line-chart'
import { drawsTheSame } from '../../stores/board-store'
import { useClockFace } from '../../ui/clock-face'
import { codedValueText, problemText, reasonText } from '../../ui/fault-text'
import { shortFreshnessText } from '../../ui/freshness-badge'
import { OutsideLink } from '../../ui/outside-link'
import { readsTheSame, type TileSource } from './panel-source'
import styles from './tile.module.css'
import { readTile } from './tile-reading'
import { TileTable } from './tile-table'

const text = texts.metrics

export interface TileProps {
  readonly panel: PanelReading
  readonly source: TileSource
  readonly marks: readonly Mark[]
  /** End of the time axis. */
  readonly until: Millis
  /** The same series on another day. */
  readonly baseline?: readonly PanelSeries[] | undefined
}

/**
 * One panel: the worst current value as text and figure, and its history. Grey when it is not current. Memoized, so
 * that a tick of the clock renders only the tiles that it changes.
 */
export const Tile = memo(DrawnTile, isSame)

function isSame(before: TileProps, now: TileProps): boolean {
  return showsTheSame(before, now) && readsTheSame(before.source, now.source)
}

type Shown = Omit<TileProps, 'source'>

function showsTheSame({ panel, ...before }: Shown, now: Shown): boolean {
  const unmoved = before.marks === now.marks && before.until === now.until && before.baseline === now.baseline
  return unmoved && drawsTheSame(panel, now.panel)
}

function DrawnTile({ panel, source, marks, until, baseline }: TileProps) {
  const reading = useMemo(() => readTile(panel), [panel])
  const stale = source.freshness.state !== 'fresh'
  const old = stale || (reading !== undefined && reading.endedAt !== null)
  return (
    <article className={styles.tile} aria-label={panel.title} data-level={old ? 'stale' : reading?.level.level}>
      <header className={styles.head}>
        <h3 className={styles.title} title={panel.title}>
          <OutsideLink url={panel.url}>{panel.title}</OutsideLink>
        </h3>
        {reading !== undefined && !stale && <LevelChip level={reading.level} />}
        {stale && <span className={styles.age}>{shortFreshnessText(source.freshness)}</span>}
        {!stale && reading !== undefined && <Ended reading={reading} />}
      </header>
      {reading !== undefined && (
        <p className={styles.value}>
          <span className={styles.figure}>
            {reading.figure.number}
            <span className={styles.unit}>{reading.figure.unit}</span>
          </span>
          {panel.series.length > 1 && <span className={styles.line}>{reading.line.name}</span>}
          {source.insteadOf !== '' && (
            <span className={styles.source} title={t(text.insteadOf, { usual: source.insteadOf, name: source.name })}>
              {t(text.via, { name: source.name })}
            </span>
          )}
          {reading.trend !== undefined && <TrendNote trend={reading.trend} />}
        </p>
      )}
      <Trouble panel={panel} source={source} />
      <div className={styles.chart}>
        {panel.table === undefined ? (
          <Chart panel={panel} marks={marks} until={until} baseline={baseline} stale={old} />
        ) : (
          <TileTable title={panel.title} table={panel.table} decimals={panel.decimals} />
        )}
      </div>
    </article>
  )
}

type ChartProps = Shown & { readonly stale: boolean }

/** A memoized component of its own, so that a tick of the clock does not draw it again. */
const Chart = memo(function Chart({ panel, marks, until, baseline, stale }: ChartProps) {
  const data = useMemo<ChartData>(
    () => ({
      title: panel.title,
      unit: panel.unit,
      decimals: panel.decimals,
      series: panel.series,
      thresholds: panel.thresholds,
      marks,
      until,
      baseline,
      stale,
    }),
    [panel, marks, until, baseline, stale],
  )
  return <LineChart data={data} />
}, isSameChart)

function isSameChart(before: ChartProps, now: ChartProps): boolean {
  return before.stale === now.stale && showsTheSame(before, now)
}

/** [MT7] Since when there is no data: of the whole panel, or of how many of its series. */
function Ended({ reading: { endedAt, ended } }: { readonly reading: PanelNow }) {
  const clock = useClockFace()
  if (ended.length === 0) return null
  const lines = ended.map(({ name, at }) => t(text.lineUntil, { line: name, time: clock.short(at) }))
  const said =
    endedAt === null ? tCount(text.endedLines, ended.length) : t(text.noDataSince, { time: clock.short(endedAt) })
  return (
    <span className={endedAt === null ? styles.source : styles.age} title={lines.join(' · ')}>
      {said}
    </span>
  )
}

const levelShapes: Readonly<Record<'ok' | 'warning' | 'critical', string>> = {
  ok: 'M3 8.5l3.2 3.2L13 4.8',
  warning: 'M8 2l6.5 12h-13z',
  critical: 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z',
}

function LevelChip({ level: { level, words: said } }: { readonly level: Level }) {
  if (level === 'none') return null
  return (
    <span className={styles.level} data-level={level}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={levelShapes[level]} />
      </svg>
      {said}
    </span>
  )
}

const arrows: Readonly<Record<Trend['way'], string>> = { up: '↑', level: '→', down: '↓' }

function TrendNote({ trend: { way, word, before } }: { readonly trend: Trend }) {
  return (
    <span className={styles.trend} data-word={word} title={t(text.before, { value: before })}>
      <span className={styles.word}>
        <span aria-hidden="true">{arrows[way]}</span> {texts.charts.trends[word]}
      </span>
      <span className={styles.before}>{t(text.beforeShort, { value: before })}</span>
    </span>
  )
}

/** What is wrong with this panel or with its source. */
function Trouble({ panel, source }: Pick<TileProps, 'panel' | 'source'>) {
  const warnings = panel.warnings.map((warning, at) => codedValueText(panel.codedWarnings?.[at], warning))
  const told = [reasonText(source.freshness), problemText(panel), ...warnings].filter(one => one !== '').join(' · ')
  if (told === '') return null
  return (
    <p className={styles.trouble} title={told}>
      {told}
    </p>
  )
}
