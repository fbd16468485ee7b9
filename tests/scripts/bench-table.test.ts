import { describe, expect, it } from 'vitest'
import { benchTable } from '../../scripts/bench-table.mjs'
import { against, atLeast, atMost } from '../bench/result'

describe('bench results', () => {
  it('judges the ratio where there is a baseline, else the value', () => {
    const appended = against({ name: 'append', value: 700, unit: '/s' }, 1000)
    expect(appended).toMatchObject({ baseline: 1000, ratio: 0.7 })
    expect(atLeast(appended, 0.7).ok).toBe(true)
    expect(atLeast(appended, 0.8).ok).toBe(false)
    expect(atMost({ name: 'paint', value: 900, unit: 'ms' }, 800)).toMatchObject({ target: 800, ok: false })
  })

  it('prints columns, with nothing where nothing was measured', () => {
    const appended = atLeast(against({ name: 'append', value: 5512.4, unit: '/s' }, 6400), 0.7)
    const table = benchTable([appended, { name: 'memory', value: 61.234, unit: 'MB' }])
    expect(table.split('\n')).toEqual([
      'name    value  unit  baseline   ratio  target   ok',
      'append  5,512  /s       6,400  0.861×     0.7  yes',
      'memory   61.2  MB',
    ])
  })

  it('prints headings alone where there is no bench yet', () => {
    expect(benchTable([])).toBe('name  value  unit  baseline  ratio  target  ok')
  })
})
