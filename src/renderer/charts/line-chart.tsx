import { useEffect, useRef } from 'react'
import { type ChartData, summary } from './chart-data'
import { pageQueue } from './frame-queue'
import styles from './line-chart.module.css'
import { type RunningChart, startChart } from './running-chart'

/**
 * Lines over time with thresholds and marks. It fills its box. The library comes as a chunk of its own after the first
 * paint; until then, and for who cannot see the drawing, the box is described in words.
 */
export function LineChart({ data }: { readonly data: ChartData }) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<RunningChart>(undefined)
  useEffect(() => {
    if (box.current === null) return
    const running = startChart(box.current, pageQueue())
    chart.current = running
    return running.stop
  }, [])
  useEffect(() => chart.current?.show(data), [data])
  return (
    <div className={styles.frame} role="img" aria-label={summary(data)}>
      <div ref={box} className={styles.canvas} />
    </div>
  )
}
