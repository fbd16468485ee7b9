import { describe, expect, it } from 'vitest'
import { drawableOf } from '../../../src/renderer/charts/drawable'
import { chartOption } from '../../../src/renderer/charts/option'
import { readPalette } from '../../../src/renderer/charts/palette'
import { deployMarks, inOrder } from '../../../src/renderer/features/metrics/chart-marks'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'

const deploy = (id: string, at: number, services: readonly string[] = []) => ({
  ...{ id, connection: 'pd' as ConnectionId, title: `Deploy ${id}`, services, source: '', at, url: null },
})

describe('deploys in the charts', () => {
  it('[MT3] are the newest ones, numbered from the oldest, with their services', () => {
    const marks = deployMarks([9, 8, 7, 6, 5, 4, 3].map(at => deploy(String(at), at, at === 9 ? ['API', 'Web'] : [])))
    expect(marks.map(({ label, at }) => [label, at])).toEqual([
      ['R1', 4],
      ['R2', 5],
      ['R3', 6],
      ['R4', 7],
      ['R5', 8],
      ['R6', 9],
    ])
    expect(marks.at(-1)?.text).toBe('Deploy 9 (API, Web)')
  })

  it('[MT3] stand among the decisions, dashed, and only where the chart shows that time', () => {
    const marks = inOrder(
      [{ at: 50 * MINUTE, label: '1', text: 'Roll back' }],
      deployMarks([deploy('a', 20 * MINUTE), deploy('b', -MINUTE)]),
    )
    expect(marks.map(({ label }) => label)).toEqual(['R1', 'R2', '1'])
    const series = [{ name: 's', times: [10 * MINUTE, HOUR], values: [1, 2] }]
    const data = {
      title: 'Errors',
      unit: 'count',
      series,
      thresholds: [],
      marks,
      until: HOUR,
      stale: false,
    } as const
    const drawn = chartOption(drawableOf(data, null), readPalette(document.body), { width: 400, height: 120 }).series
    const lines = (drawn as { markLine?: { data: { name: string; lineStyle: { type: string } }[] } }[])[1]?.markLine
      ?.data
    expect(lines?.map(({ name, lineStyle }) => [name, lineStyle.type])).toEqual([
      ['R2', 'dashed'],
      ['1', 'solid'],
    ])
  })
})
