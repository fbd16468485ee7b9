import { act, cleanup, fireEvent, render, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draggedSpan, instantAt, PLOT, shareOf } from '../../../src/renderer/charts/plot'
import { pointAt, useZoom, zoomTo } from '../../../src/renderer/charts/pointed'
import { PointerLayer } from '../../../src/renderer/charts/pointer-layer'

const noon = Date.UTC(2026, 10, 20, 12)
const span = { from: noon, to: noon + 100_000 }
const width = PLOT.left + 100 + PLOT.right

describe('where an instant stands', () => {
  it('maps the plot to its span, and its margins to the ends', () => {
    expect(instantAt(PLOT.left + 25, width, span)).toBe(noon + 25_000)
    expect(instantAt(0, width, span)).toBe(span.from)
    expect(instantAt(width, width, span)).toBe(span.to)
    expect(shareOf(noon + 25_000, span)).toBe(25)
    expect(shareOf(noon - 1, span)).toBeUndefined()
  })
  it('[CH8] takes a drag either way, and none too short to be meant', () => {
    const chosen = { from: noon + 10_000, to: noon + 50_000 }
    expect(draggedSpan(PLOT.left + 10, PLOT.left + 50, width, span)).toEqual(chosen)
    expect(draggedSpan(PLOT.left + 50, PLOT.left + 10, width, span)).toEqual(chosen)
    expect(draggedSpan(PLOT.left + 10, PLOT.left + 12, width, span)).toBeNull()
  })
})

describe('the pointer over charts', () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width)
  })
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
    pointAt(null)
    zoomTo(null)
  })
  const series = (name: string) => [{ name, times: [noon, noon + 50_000], values: [1, 7] }]

  it('[CH9] reads the same instant off every chart, vendor’s names as text', () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const { container } = render(
      <>
        <PointerLayer span={span} series={series(hostile)} unit="count" lines={['#fff']} />
        <PointerLayer span={span} series={series('other')} unit="percent" lines={['#fff']} />
      </>,
    )
    const first = container.firstElementChild
    if (first === null) throw new Error('no layer')
    fireEvent.pointerMove(first, { clientX: PLOT.left + 60 })
    expect(container.querySelector('img')).toBeNull()
    const values = [...container.querySelectorAll('dl')].map(list => list.textContent?.replaceAll('\u202f', ' '))
    expect(values).toEqual([`12:01:00 UTC${hostile} 7`, '12:01:00 UTCother 7 %'])
    fireEvent.pointerLeave(first)
    expect(container.querySelector('dl')).toBeNull()
  })

  it('a drag outlives the readings that come meanwhile', () => {
    const layer = (later: number) => (
      <PointerLayer
        span={{ from: span.from + later, to: span.to + later }}
        series={series('a')}
        unit="count"
        lines={['#fff']}
      />
    )
    const { container, rerender } = render(layer(0))
    const chart = container.firstElementChild
    if (chart === null) throw new Error('no layer')
    fireEvent.pointerDown(chart, { clientX: PLOT.left + 10, button: 0 })
    rerender(layer(1_000))
    fireEvent.pointerMove(chart, { clientX: PLOT.left + 50 })
    fireEvent.pointerUp(chart)
    const zoom = renderHook(useZoom).result.current
    expect(zoom).toEqual({ from: noon + 11_000, to: noon + 51_000 })
  })

  it('a chart that shows another span has no line where the instant is outside', () => {
    const { container } = render(<PointerLayer span={span} series={series('a')} unit="count" lines={['#fff']} />)
    act(() => pointAt(noon - 60_000))
    expect(container.querySelector('dl')).toBeNull()
  })
})
