import { describe, expect, it } from 'vitest'
import { type Candidate, candidatesFor, matchingCandidates } from '../../../src/renderer/features/roles/candidates'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import * as story from '../../support/folded-incident'

const onCall = (name: string, level: number) => ({
  ...{ connection: 'pd' as ConnectionId, externalId: name, name, policy: 'Payments', level, until: null },
})
const deputyOfIc = kinds['deputy-named'].draft(
  { role: 'ic', responder: story.named('Noor Haddad') },
  story.minute(2),
  story.ada,
)
const { incident } = story.recordOf([
  story.declared(),
  story.assigned(1, 'ic', 'Ada Byron'),
  story.assigned(1, 'scribe', 'Mei Tanaka'),
  deputyOfIc,
])
const offered = {
  onCall: [
    onCall('Rafael Duarte', 2),
    onCall('Mei Tanaka', 1),
    onCall('Jonas Lindqvist', 1),
    onCall('jonas lindqvist', 2),
  ],
  known: ['Ada Byron', 'Jana Novak', 'Rafael Duarte'],
  services: [],
}
const names = (candidates: readonly Candidate[]) => candidates.map(({ name }) => name)

describe('candidates for a role', () => {
  it('[RO1] people on call in paging order, then known people, then people with a role; each once', () => {
    const found = candidatesFor({ role: 'tech', deputy: false }, incident, offered)
    expect(names(found)).toEqual(['Jonas Lindqvist', 'Rafael Duarte', 'Jana Novak', 'Mei Tanaka', 'Ada Byron'])
    expect(found[0]?.about).toBe('on call · Payments')
    expect(found.at(-2)?.about).toBe('Scribe · on call · Payments')
  })

  it('[RO1] the deputy of a role first, and never its current holder', () => {
    expect(names(candidatesFor({ role: 'ic', deputy: false }, incident, offered))[0]).toBe('Noor Haddad')
    expect(names(candidatesFor({ role: 'ic', deputy: false }, incident, offered))).not.toContain('Ada Byron')
    expect(names(candidatesFor({ role: 'ic', deputy: true }, incident, offered))).not.toContain('Noor Haddad')
  })

  it.each([
    ['jl', ['Jonas Lindqvist', 'jl']],
    ['ja', ['Jana Novak', 'ja']],
    ['jo li', ['Jonas Lindqvist', 'jo li']],
    ['duar', ['Rafael Duarte', 'duar']],
    ['  mei   TANAKA ', ['Mei Tanaka']],
    ['Ines', ['Ines']],
    ['nas', ['nas']],
  ])('[RO11] “%s” means %j', (typed, expected) => {
    expect(names(matchingCandidates(typed, candidatesFor({ role: 'tech', deputy: false }, incident, offered)))).toEqual(
      expected,
    )
  })
})
