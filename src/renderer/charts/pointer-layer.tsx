import { useEffect, useRef, useState } from 'react'
import { measured } from '../../shared/contract/figures/units'
import type { PanelSeries, Threshold } from '../../shared/contract/metrics'
import type { PanelUnit } from '../../shared/contract/panel-units'
import { sampleAt } from '../../shared/domain/samples'
import type { Millis } from '../../shared/lib/time'
import { beginningOf } from '../../shared/lib/whole-characters'
import { t, tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useClockFace } from '../ui/clock-face'
import type { Mark } from './chart-data'
import type { Span } from './drawable'

import { marksNear } from './mark-clusters'
import { draggedSpan, instantAt, PLOT, shareOf } from './plot'
import { pointAt, usePointedAt, zoomTo } from './pointed'
import styles from './pointer-layer.module.css'

/** A drag in progress, in pixels from the left of the chart. */
interface Drag {
  readonly start: number
  readonly end: number
}

/**
 * Pointer gestures over a chart: pointing shows the instant in all charts, a drag zooms them all, a double click shows
 * everything again. Returns its stop.
 * @param shown the current span: readings move it on while a drag goes on
 */
function watchGestures(chart: HTMLElement, shown: () => Span, dragged: (drag: Drag | undefined) => void): () => void {
  const stopping = new AbortController()
  const listen = <Kind extends keyof HTMLElementEventMap>(
    kind: Kind,
    take: (event: HTMLElementEventMap[Kind]) => void,
  ) => chart.addEventListener(kind, take, { signal: stopping.signal })
  const place = (event: MouseEvent) => event.clientX - chart.getBoundingClientRect().left
  let drag: Drag | undefined
  const set = (next: Drag | undefined) => {
    drag = next
    dragged(next)
  }
  listen('pointermove', event => {
    pointAt(instantAt(place(event), chart.clientWidth, shown()))
    if (drag !== undefined) set({ ...drag, end: place(event) })
  })
  listen('pointerdown', event => {
    if (event.button === 0) set({ start: place(event), end: place(event) })
  })
  listen('pointerup', () => {
    const chosen = drag === undefined ? null : draggedSpan(drag.start, drag.end, chart.clientWidth, shown())
    if (chosen !== null) zoomTo(chosen)
    set(undefined)
  })
  listen('pointerleave', () => {
    pointAt(null)
    set(undefined)
  })
  listen('dblclick', () => zoomTo(null))
  return () => stopping.abort()
}

export interface PointerLayerProps {
  readonly span: Span
  readonly series: readonly PanelSeries[]
  /** The same lines on another day, by their names. */
  readonly baseline?: readonly PanelSeries[] | undefined
  readonly unit: PanelUnit
  readonly decimals?: number | undefined
  readonly thresholds?: readonly Threshold[]
  readonly lines: readonly string[]
  readonly marks?: readonly Mark[]
}

/** Covers a chart: shows the pointed instant, whichever chart the pointer is in, and the drag that would zoom. */
export function PointerLayer(props: PointerLayerProps) {
  const { span } = props
  const layer = useRef<HTMLDivElement>(null)
  const shown = useRef(span)
  const [drag, setDrag] = useState<Drag>()
  const at = usePointedAt()
  useEffect(() => {
    shown.current = span
  }, [span])
  useEffect(() => {
    if (layer.current !== null) return watchGestures(layer.current, () => shown.current, setDrag)
  }, [])
  return (
    <div ref={layer} className={styles.layer}>
      {drag !== undefined && <div className={styles.drag} style={dragStyle(drag)} />}
      {at !== null && <ReadOff {...props} at={at} />}
    </div>
  )
}

function dragStyle({ start, end }: Drag) {
  return { left: Math.min(start, end), width: Math.abs(end - start), top: PLOT.top, bottom: PLOT.bottom }
}

/**
 * The line at the pointed instant, with each series' value there. Values are text: a series' name comes from the
 * vendor.
 */
function ReadOff({
  at,
  span,
  series,
  baseline = [],
  unit,
  decimals,
  thresholds = [],
  lines,
  marks = [],
}: PointerLayerProps & { readonly at: Millis }) {
  const clock = useClockFace()
  const share = shareOf(at, span)
  if (share === undefined) return null
  const here = marksNear(marks, at, span)
  const write = { unit, decimals, beside: thresholds.map(threshold => threshold.at) }
  return (
    <div className={styles.plot} style={{ left: PLOT.left, right: PLOT.right, top: PLOT.top, bottom: PLOT.bottom }}>
      <div className={styles.line} style={{ left: `${share}%` }} />
      <dl className={styles.values} data-side={share > 50 ? 'left' : 'right'}>
        <dt>
          {clock.full(at)}
          {here.length > 0 && <strong> {here.map(({ label }) => label).join(', ')}</strong>}
        </dt>
        {series.slice(0, MOST_VALUES).map((one, index) => (
          <dd key={one.name} style={{ borderColor: lines[index % lines.length] }}>
            <bdi className={styles.name}>{beginningOf(one.name, 80)}</bdi>{' '}
            <span className={styles.value}>{valueAt(one, at, write)}</span>
            <Before then={baseline.find(({ name }) => name === one.name)} at={at} write={write} />
          </dd>
        ))}
        {series.length > MOST_VALUES && <dd>{tCount(texts.charts.more, series.length - MOST_VALUES)}</dd>}
      </dl>
    </div>
  )
}

interface BeforeProps {
  readonly then: PanelSeries | undefined
  readonly at: Millis
  readonly write: Write
}

interface Write {
  readonly unit: PanelUnit
  readonly decimals: number | undefined
  readonly beside: readonly number[]
}

function Before({ then, at, write }: BeforeProps) {
  if (then === undefined) return null
  return <span className={styles.before}>{t(texts.charts.before, { value: valueAt(then, at, write) })}</span>
}

/** More lines than this would cover the chart that they explain. */
const MOST_VALUES = 6

/** [MT7] No value for a series that had ended by then, or has a gap there. */
function valueAt(series: PanelSeries, at: Millis, { unit, ...figuring }: Write): string {
  const sample = sampleAt(series, at)
  return sample === undefined ? texts.charts.noValue : measured(sample.value, series.unit ?? unit, figuring)
}
