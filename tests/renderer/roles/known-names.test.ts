import { describe, expect, it } from 'vitest'
import { knownNames } from '../../../src/renderer/features/roles/candidates'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { responderNamed } from '../../../src/shared/domain/people'
import { createFakeLink } from '../../support/fake-link'

describe('names to suggest', () => {
  it('are this user, holders of roles and authors of lines, each once', async () => {
    const board = {
      feeds: [],
      alerts: [],
      panels: [],
      pages: [],
      deploys: [],
      rules: [],
      annotations: [],
      proposals: [],
    }
    const link = createFakeLink({ now: () => 0, board, me: 'Mira Osei' })
    const incident = newId<IncidentId>()
    await link.call('incident:declare', { incident, title: 'Cards', severity: 'SEV-1', impact: '' })
    await link.call('roles:assign', { incident, role: 'ic', name: 'Ada Park' })
    await link.call('roles:assign', { incident, role: 'tech', name: 'ada  park' })
    const record = link.log.record(incident)
    if (record === undefined) throw new Error('It was declared')
    const names = knownNames(record.incident, record.timeline, responderNamed('Jonas Weber') ?? null)
    expect(names.map(name => name.toLowerCase())).toEqual(['ada park', 'jonas weber', 'mira osei'])
  })
})
