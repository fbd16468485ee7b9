import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Playing, play, START } from './playing'

let playing: Playing

beforeEach(async () => {
  playing = await play()
})
afterEach(() => playing.stop())

/** Status of a request whose Host header says something else than where it goes. */
function statusFor(origin: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    request({ hostname, port, path: '/api/health', headers: { host } }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

describe('a running drill', () => {
  it('[DR1] has stable connection ids, loopback origins and tokens of its own', () => {
    const { connections, origins, secrets } = playing.drill
    expect(connections.map(one => [one.id, one.vendor])).toEqual([
      ['drill-pagerduty', 'pagerduty'],
      ['drill-grafana', 'grafana'],
      ['drill-prometheus', 'prometheus'],
      ['drill-statuspage', 'statuspage'],
      ['drill-slack', 'slack'],
      ['drill-teams', 'teams'],
      ['drill-email', 'email'],
      ['drill-webhook', 'webhook'],
    ])
    for (const { baseUrl } of connections) {
      expect(new URL(baseUrl).hostname).toBe('127.0.0.1')
      expect([...origins].some(origin => baseUrl.startsWith(origin))).toBe(true)
    }
    const tokens = connections.map(one => secrets.read(one.id))
    expect(new Set(tokens).size).toBe(8)
    for (const token of tokens) expect(token?.length).toBeGreaterThanOrEqual(24)
  })

  it('[DR2] refuses any other Host, before all else', async () => {
    for (const origin of playing.drill.origins) {
      if (!origin.startsWith('http:')) continue
      const port = new URL(origin).port
      for (const host of ['evil.example', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) + 1}`]) {
        expect(await statusFor(origin, host), host).toBe(421)
      }
    }
    const grafana = new URL(playing.drill.connections[1]?.baseUrl ?? '')
    expect(await statusFor(grafana.origin, grafana.host)).toBe(200)
  })

  it('[DR3] a restart has new tokens; the old ones are worth nothing', async () => {
    const old = playing.drill.secrets.read('drill-slack' as never)
    await playing.restart()
    expect(playing.drill.secrets.read('drill-slack' as never)).not.toBe(old)
    const headers = { authorization: `Bearer ${old}` }
    expect((await playing.call('drill-slack', 'POST', '/api/auth.test', { headers })).body.error).toBe('invalid_auth')
  })

  it('[DR4] no token is ever written into the folder', async () => {
    await playing.call('drill-slack', 'POST', '/api/chat.postMessage', { json: { channel: 'C0UPDATES1', text: 'x' } })
    for (const file of ['slack.jsonl', 'pagerduty.jsonl', 'statuspage.jsonl']) {
      const text = readFileSync(join(playing.folder, file), 'utf8')
      for (const { id } of playing.drill.connections) expect(text).not.toContain(playing.drill.secrets.read(id))
    }
  })

  it('[DR5] a body over the limit is refused, and the stand-in goes on', async () => {
    const json = { channel: 'C0UPDATES1', text: 'x'.repeat(1_100_000) }
    expect((await playing.call('drill-slack', 'POST', '/api/chat.postMessage', { json })).status).toBe(413)
    expect((await playing.call('drill-slack', 'POST', '/api/auth.test')).body.ok).toBe(true)
  })
})

it('[DR9] a start between two milliseconds gives whole instants', async () => {
  const odd = await play(START - 12_857.142857)
  odd.goTo(1)
  const history = await odd.call('drill-slack', 'GET', '/api/conversations.history?channel=C0DEPLOYS1')
  for (const message of history.body.messages) expect(message.ts).toMatch(/^\d{10}\.\d{6}$/)
  const deploys = await odd.call('drill-grafana', 'GET', '/api/annotations')
  expect(Number.isInteger(deploys.body[0].time)).toBe(true)
  await odd.stop()
})

describe('what the drill was told', () => {
  const message = (text: string) =>
    playing.call('drill-slack', 'POST', '/api/chat.postMessage', { json: { channel: 'C0UPDATES1', text } })
  const texts = async () => {
    const { body } = await playing.call('drill-slack', 'GET', '/api/conversations.history?channel=C0UPDATES1')
    return body.messages.map((one: { text: string }) => one.text)
  }

  it('[DR6] is on disk before the answer goes out', async () => {
    await message('Größe — on disk')
    expect(readFileSync(join(playing.folder, 'slack.jsonl'), 'utf8')).toMatch(/"Größe — on disk".*\}\n$/)
  })

  it('[DR7] survives a torn last line, which is dropped and overwritten', async () => {
    await message('Whole')
    appendFileSync(join(playing.folder, 'slack.jsonl'), '{"ts":"1790000000.000001","channel":"C0UPDATES1","te')
    await playing.restart()
    await message('Next')
    await playing.restart()
    expect(await texts()).toEqual(['Next', 'Whole'])
  })

  it('[DR8] a damaged line in the middle stops the start, with file and line', async () => {
    await message('One')
    await message('Two')
    const file = join(playing.folder, 'slack.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace('{', '#'))
    await expect(playing.restart()).rejects.toThrow(/slack\.jsonl:1 is not a line of this drill/)
  })
})
