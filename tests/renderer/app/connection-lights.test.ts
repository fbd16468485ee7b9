import { expect, it } from 'vitest'
import { connectionLights } from '../../../src/renderer/features/incident-bar/feed-lights'
import { judgeAt } from '../../../src/renderer/stores/judge'
import { loadFaultTexts } from '../../../src/shared/contract/fault-catalogue'
import type { FeedStatus } from '../../../src/shared/contract/feeds'

const now = 1_790_000_000_000
const judge = judgeAt({ judged: now, away: false })

function feed(what: FeedStatus['what'], more: Partial<FeedStatus> = {}): FeedStatus {
  const health = { answer: 'good', trueAt: now - 1_000, lateAfter: 30_000, reason: '' } as const
  const connection = 'pd' as FeedStatus['connection']
  return { id: `pd/${what}`, connection, name: 'PagerDuty', vendor: 'pagerduty', what, ...health, ...more }
}

it('shows one light a connection, as fresh as the worst of its feeds', () => {
  const lights = connectionLights([feed('alerts'), feed('deploys', { answer: 'failed', reason: 'no answer' })], judge)
  expect(lights).toHaveLength(1)
  expect(lights[0]).toMatchObject({ name: 'PagerDuty', freshness: { state: 'down', reason: 'no answer' } })
  expect(lights[0]?.words).toMatch(/alerts; .*recent deploys \(no answer\)/)
})

it('keeps connections apart', () => {
  const other = feed('panels', { connection: 'gf' as FeedStatus['connection'], name: 'Grafana' })
  expect(connectionLights([feed('alerts'), other], judge).map(({ name }) => name)).toEqual(['PagerDuty', 'Grafana'])
})

it('[FA3] says why in the words of the page, and in those that came where it knows no code', async () => {
  await loadFaultTexts()
  const refused = { answer: 'refused', code: 'vendor-refused-token', reason: 'As the engine said it' } as const
  const values = { status: 401, vendor: 'PagerDuty', said: '' }
  const words = (more: Partial<FeedStatus>) =>
    connectionLights([feed('alerts', { ...refused, values, ...more })], judge)[0]?.words
  expect(words({})).toContain('(HTTP 401: PagerDuty rejected the token)')
  expect(words({ code: 'of-a-newer-engine' })).toContain('(As the engine said it)')
  expect(words({ code: undefined })).toContain('(As the engine said it)')
})
