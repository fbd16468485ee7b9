import { describe, expect, it } from 'vitest'
import type { FeedSource } from '../../../src/main/engine/feeds/types'
import { ok } from '../../../src/shared/lib/reply'
import { SECOND } from '../../../src/shared/lib/time'
import { handClock } from '../../support/hand-clock'
import { connection, onStage } from './stage'

describe('what a person chose not to read', () => {
  it('[FE16] is neither asked for nor listed; all else of the connection is', async () => {
    const asked: string[] = []
    const answer = (what: string) => async () => {
      asked.push(what)
      return ok([])
    }
    const account: FeedSource['account'] = {
      alerts: { fetchOpenAlerts: answer('alerts') },
      rules: { fetchRules: answer('rules') },
      annotations: { fetchAnnotations: answer('annotations') },
    }
    const source = {
      connection: { ...connection('gf', 'grafana'), unread: ['alerts', 'annotations'] as const },
      account,
    }
    const { feeds, walk } = onStage(handClock(), [source])
    await walk(2 * SECOND)
    expect(asked).toEqual(['rules'])
    expect(feeds.board().feeds.map(({ what }) => what)).toEqual(['rules'])
    feeds.stop()
  })
})
