import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PublicView } from '../../../src/renderer/features/comms/public-view'
import type { StatusPage } from '../../../src/shared/contract/status-pages'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { show } from '../../support/shown'

const now = Date.parse('2026-11-20T12:00:00Z')
const page: StatusPage = {
  ...{ feed: 'sp/components', connection: 'sp' as ConnectionId, name: 'Acme', incidents: [] },
  components: [{ id: 'c', name: 'API', status: 'operational' }],
}

async function shown(change: Partial<StatusPage>) {
  const { cockpit } = await show(<PublicView now={now} roomy />)
  cockpit.board.setState({ pages: [{ ...page, ...change }] })
  return (await screen.findByRole('article')).textContent
}

afterEach(cleanup)

describe('status page', () => {
  it('[CM15] names a part that could not be read with its age, and claims nothing about it', async () => {
    const words = await shown({ missing: [{ part: 'incidents', reason: 'not yours', trueAt: now - 4 * MINUTE }] })
    expect(words).toContain('Incidents as of 4 min ago: not yours')
    expect(words).not.toContain('No incident')
    expect(words).toContain('The only component is operational')
  })

  it('[CM15] says where a part was never read', async () => {
    const words = await shown({ components: [], missing: [{ part: 'components', reason: 'not yours', trueAt: null }] })
    expect(words).toContain('Components unknown')
    expect(words).toContain('No incident')
    expect(words).not.toContain('operational')
  })

  it('shows the work that is announced, and when', async () => {
    const work = {
      externalId: 'm',
      name: 'New pool',
      status: 'in_progress',
      url: null,
      from: now - HOUR,
      to: now + HOUR,
    }
    expect(await shown({ maintenances: [work] })).toContain(
      'Maintenance: New pool (in progress, since 11:00 UTC, until 13:00 UTC)',
    )
  })
})
