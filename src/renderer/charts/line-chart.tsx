import { useContext, useEffect, useMemo, useRef } from 'react'
import { ClockContext } from '../ui/clock-face'
import { type ChartData, summary } from './chart-data'
import { drawableOf } from './drawable'
import { lineColours } from './palette'
import { useZoom } from './pointed'
import { PointerLayer } from './pointer-layer'
import styles from './pointer-layer.module.css'
import { type RunningChart, startChart } from './running-chart'

/**
 * Lines over time with thresholds and marks. It fills its box, and is drawn off the main thread where possible. The
 * library loads after the first paint; until then, and for people who cannot see the chart, the box is described in
 * text.
 */
export function LineChart({ data }: { readonly data: ChartData }) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<RunningChart>(undefined)
  const zoom = useZoom()
  const { choice, face } = useContext(ClockContext)
  const drawable = useMemo(() => drawableOf(data, zoom), [data, zoom])
  useEffect(() => {
    if (box.current === null) return
    const running = startChart(box.current)
    chart.current = running
    return running.stop
  }, [])
  useEffect(() => chart.current?.show(drawable, choice), [drawable, choice])
  return (
    <div className={styles.frame} role="img" aria-label={summary(data, face)}>
      <div ref={box} className={styles.canvas} />
      {drawable.span !== null && (
        <PointerLayer
          span={drawable.span}
          series={data.series}
          baseline={data.baseline}
          unit={data.unit}
          decimals={data.decimals}
          thresholds={data.thresholds}
          lines={lineColours}
          marks={data.marks}
        />
      )}
    </div>
  )
}
