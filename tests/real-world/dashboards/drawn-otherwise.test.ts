import { describe, expect, it } from 'vitest'
import { panelsIn, pinned, specsOf } from './a-dashboard'

const heatmap = (expr: string, part: object = {}) => ({
  type: 'heatmap',
  title: 'Latency',
  targets: [{ refId: 'A', expr, format: 'heatmap', legendFormat: '{{le}}' }],
  options: { calculate: false, yAxis: { unit: 's' } },
  ...part,
})

describe('[DB20] a heatmap', () => {
  it.each(['sum(increase(took_bucket[$__rate_interval])) by (le)', 'sum by (le, job) (rate(took[5m]))'])(
    'of %s shows percentiles in the unit of its axis, and says so',
    async expr => {
      const [spec] = specsOf(await pinned({ panels: [heatmap(expr)] }))
      expect(spec).toMatchObject({
        unit: 'seconds',
        notes: ['A heatmap in the dashboard, its percentiles as lines here'],
      })
      const asked = expr.replace('$__rate_interval', '60s')
      expect(spec?.queries.map(query => [query.legend, query.expr])).toEqual([
        ['p50', `histogram_quantile(0.5, (${asked}\n))`],
        ['p95', `histogram_quantile(0.95, (${asked}\n))`],
        ['p99', `histogram_quantile(0.99, (${asked}\n))`],
      ])
    },
  )

  it('that is computed from plain lines shows those', () => {
    for (const part of [{ options: { calculate: true } }, { dataFormat: 'timeseries', options: {} }, {}])
      expect(panelsIn({ panels: [heatmap('took_seconds', part)] })[0]).toMatchObject({
        reason: '',
        queries: [{ expr: 'took_seconds' }],
        notes: ['A heatmap in the dashboard, its values as lines here'],
      })
  })
})

describe('[DB20] a text panel', () => {
  const text = (part: object) => panelsIn({ panels: [{ type: 'text', ...part }] })[0]?.text

  it('is its text, whatever its version and kind', () => {
    expect(text({ options: { mode: 'markdown', content: '# Runbook\n\n* restart $host' } })).toBe(
      '# Runbook\n\n* restart $host',
    )
    expect(text({ content: 'of Grafana 6', mode: 'text' })).toBe('of Grafana 6')
    expect(text({ options: { mode: 'html', content: '<b onclick="x()">Call</b>\n<script>1</script>' } })).toBe(
      'Call \n 1',
    )
    expect(text({ options: { content: '\u202Eevil\u0000' } })).toBe('⟨U+202E⟩evil')
    expect(text({ options: { content: null } })).toBe('')
    expect(text({ options: { content: 'x'.repeat(9_000) } })).toHaveLength(4_000)
  })
})
