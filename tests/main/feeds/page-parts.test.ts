import { describe, expect, it } from 'vitest'
import { missingParts, pageAfter } from '../../../src/main/engine/feeds/page-parts'
import type { PublicPageAnswer } from '../../../src/main/engine/feeds/types'
import { wordedReason } from '../../../src/shared/contract/coded-reason'
import type { ConnectionId } from '../../../src/shared/domain/ids'

const feed = { id: 'sp/components', connection: 'sp' as ConnectionId, name: 'Page' }
const work = { externalId: 'm', name: 'New pool', status: 'scheduled', from: 1, to: 2, url: null }
const whole: PublicPageAnswer = { components: [], incidents: [], maintenances: [work], missing: [] }
const lacking: PublicPageAnswer = {
  ...{ components: [{ id: 'c', name: 'API', status: 'operational' }], incidents: [], maintenances: [] },
  missing: [{ part: 'maintenances', reason: 'not yours' }],
}

describe('[FE15] a page whose answer lacks a part', () => {
  it('keeps the part as it was read last, since when it was true, and takes the rest anew', () => {
    const before = { page: pageAfter(undefined, feed, whole), trueAt: 10 }
    expect(before.page).not.toHaveProperty('missing')
    const after = pageAfter(before, feed, lacking)
    expect(after).toMatchObject({
      components: [{ name: 'API' }],
      maintenances: [work],
      missing: [{ part: 'maintenances', reason: 'not yours', trueAt: 10 }],
    })
    expect(pageAfter({ page: after, trueAt: 20 }, feed, lacking)).toMatchObject({ missing: [{ trueAt: 10 }] })
    expect(pageAfter({ page: after, trueAt: 20 }, feed, whole)).not.toHaveProperty('missing')
  })

  it('stands empty where it was never read, and says so', () => {
    const page = pageAfter(undefined, feed, lacking)
    expect(page).toMatchObject({ maintenances: [], missing: [{ trueAt: null }] })
    expect(wordedReason(missingParts(lacking.missing)).reason).toBe('no scheduled maintenance: not yours')
    expect(missingParts()).toBe('')
  })
})
