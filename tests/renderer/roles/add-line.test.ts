import { describe, expect, it } from 'vitest'
import { readAddLine, roleLine, teamLine } from '../../../src/renderer/features/roles/add-line'
import type { CustomRoleId, TeamId } from '../../../src/shared/domain/ids'
import { seenTeam } from '../../../src/shared/domain/seen-roles'
import * as story from '../../support/folded-incident'

const role = { kind: 'role', letters: 'DB', name: 'Data', duties: [], operates: false } as const

describe('the line that adds a sub-team or a role', () => {
  it.each([
    ['Database: Jonas', { kind: 'team', name: 'Database', lead: 'Jonas', members: [] }],
    ['Data base : Jonas , Mei,', { kind: 'team', name: 'Data base', lead: 'Jonas', members: ['Mei'] }],
    ['DB Data', role],
    ['DB Data: find it; kill it +fixes', { ...role, duties: ['find it', 'kill it'], operates: true }],
    ['DB Data +fixes', { ...role, operates: true }],
    ['DB Data: keep +fixes apart', { ...role, duties: ['keep +fixes apart'] }],
    ['ÄÖ Data', { ...role, letters: 'ÄÖ' }],
    ['db data: Jonas', { kind: 'team', name: 'db data', lead: 'Jonas', members: [] }],
  ])('[RO13] reads “%s”', (text, meaning) => {
    expect(readAddLine(text)).toEqual(meaning)
  })

  it.each(['', '  ', ':', 'Database', 'Database:', 'DB :x'])('[RO13] says what “%s” lacks', text => {
    expect(readAddLine(text)).toMatchObject({ kind: 'unread', missing: expect.stringMatching(/\w/) })
  })

  it('[RO13] reads back what it writes for an existing sub-team or role', () => {
    const team = {
      id: 't' as TeamId,
      name: 'Database',
      lead: story.named('Jonas'),
      members: [story.named('Mei')],
      since: 0,
    }
    expect(readAddLine(teamLine(seenTeam(team)))).toEqual({
      kind: 'team',
      name: 'Database',
      lead: 'Jonas',
      members: ['Mei'],
    })
    const own = { id: 'r' as CustomRoleId, letters: 'DB', name: 'Data', duties: ['a', 'b'], operates: true, held: null }
    expect(readAddLine(roleLine(own))).toEqual({ ...role, duties: ['a', 'b'], operates: true })
  })
})
