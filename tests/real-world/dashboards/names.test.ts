import { describe, expect, it } from 'vitest'
import { seriesName } from '../../../src/main/engine/vendors/labels'
import { namesApart } from '../../../src/main/engine/vendors/names-apart'
import { startLoopback } from '../../main/http/loopback'
import { accountAt, minute } from '../../main/vendors/accounts'
import { sendJson } from '../../support/open-loopback'
import { panelsIn } from './a-dashboard'

describe('[DB17] a legend', () => {
  const labels = { 'k8s-app': 'dns', 'app.kubernetes.io/name': 'shop', pod: 'a', größe: '1' }
  it('is filled from labels of any name', () => {
    expect(seriesName('{{k8s-app}} {{ app.kubernetes.io/name }}', labels, 2)).toBe('dns shop')
    expect(seriesName('{{größe}}/{{pod}}', labels, 2)).toBe('1/a')
    expect(seriesName('{{nope}} {{pod}}', labels, 2)).toBe('a')
    expect(seriesName('{{constructor}}|{{toString}}', labels, 1)).toBe('|')
  })

  it('may stand as the panel’s display name', () => {
    const named = (displayName: string) =>
      panelsIn({ panels: [{ type: 'stat', targets: [{ expr: 'up' }], fieldConfig: { defaults: { displayName } } }] })[0]
        ?.queries[0]?.legend
    expect(named('${__field.labels.k8s-app}')).toBe('{{k8s-app}}')
    expect(named('${__field.labels["app.kubernetes.io/name"]} x')).toBe('{{app.kubernetes.io/name}} x')
  })
})

describe('[DB17] names of lines that are too long to show', () => {
  const long = 'x'.repeat(250)
  it('keep what tells them apart', () => {
    const [first = '', second = ''] = namesApart([`${long}{pod="a"}`, `${long}{pod="b"}`])
    expect(first).toMatch(/…x*\{pod="a"\}$/)
    expect(second).toMatch(/…x*\{pod="b"\}$/)
    expect(Math.max(first.length, second.length)).toBeLessThanOrEqual(200)
  })

  it('stay different however many there are, and whole characters', () => {
    const names = Array.from({ length: 300 }, (_, at) => `${'🚒'.repeat(150)}${at % 2 === 0 ? 'q' : 'r'}${long}${at}`)
    const shown = namesApart(names)
    expect(new Set(shown).size).toBe(300)
    expect(shown.every(name => name.isWellFormed())).toBe(true)
  })

  it('are left alone where they are short, or the same', () => {
    expect(namesApart(['a', 'b', 'a', ''])).toEqual(['a', 'b', 'a', ''])
    expect(new Set(namesApart([long, long])).size).toBe(1)
  })

  it.each(['prometheus', 'grafana'] as const)('come apart through %s', async vendor => {
    const metric = (pod: string) => ({ __name__: 'up', a: long, pod })
    const server = await startLoopback((_seen, response) => {
      const values = [[minute.to / 1_000, '1']]
      const result = ['a', 'b'].map(pod => ({ metric: metric(pod), values }))
      const frame = (pod: string) => ({
        schema: {
          fields: [
            { name: 'Time', type: 'time' },
            { name: 'Value', type: 'number', labels: metric(pod) },
          ],
        },
        data: { values: [[minute.to], [1]] },
      })
      if (vendor === 'prometheus') sendJson(response, { status: 'success', data: { resultType: 'matrix', result } })
      else sendJson(response, { results: { P0Q0: { status: 200, frames: [frame('a'), frame('b')] } } })
    })
    const panel = { id: 'p', title: 'P', unit: 'count', thresholds: [], connection: 'c' as never } as const
    const spec = { ...panel, datasourceUid: 'u', queries: [{ legend: '', expr: 'up' }] }
    const reply = await accountAt(vendor, server.origin).panels?.fetchPanels(
      [spec],
      minute,
      new AbortController().signal,
    )
    const names = reply?.ok ? reply.value[0]?.series.map(one => one.name) : []
    expect(names).toEqual([expect.stringMatching(/pod=a\}$/), expect.stringMatching(/pod=b\}$/)])
  })
})
