import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'

/**
 * The peer: a page that updates all of its charts with `setOption` on the main thread each second, which is what the
 * charting library's own examples do. 24 panels of 4 series of 360 points, as large as the cockpit's tiles.
 */
const page = `<!doctype html><title>Plain charts</title><script src="echarts.js"></script>
<style>#charts{display:grid;grid-template-columns:repeat(4,1fr)}#charts>div{height:120px}</style>
<input aria-label="Line"><div id="charts"></div><script>
const charts = Array.from({ length: 24 }, () => echarts.init(document.querySelector('#charts').appendChild(document.createElement('div'))))
const value = (series, second) => 50 + 12 * series + 20 * Math.sin(second / 90 + series) + 5 * Math.sin(second * 7.3)
const draw = () => {
  const now = Math.floor(Date.now() / 1000)
  const seconds = Array.from({ length: 360 }, (_, at) => now - 3600 + 10 * at)
  for (const chart of charts) chart.setOption({
    animation: false, xAxis: { type: 'time' }, yAxis: { type: 'value' }, tooltip: { trigger: 'axis' },
    series: [0, 1, 2, 3].map(at => ({ type: 'line', showSymbol: false, data: seconds.map(second => [second * 1000, value(at, second)]) })),
  })
}
draw()
setInterval(draw, 1000)
</script>`

export interface PlainPage {
  readonly url: string
  stop(): Promise<void>
}

export async function servePlainPage(): Promise<PlainPage> {
  const library = readFileSync(resolve('node_modules/echarts/dist/echarts.min.js'))
  const server = createServer((request, response) => {
    const isLibrary = request.url === '/echarts.js'
    response.setHeader('Content-Type', isLibrary ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isLibrary ? library : page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
