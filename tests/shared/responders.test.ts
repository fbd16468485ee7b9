import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewHandoff } from '../../src/shared/domain/handoff-gaps'
import { type CustomRoleId, newId, type TeamId } from '../../src/shared/domain/ids'
import type { Incident } from '../../src/shared/domain/incident'
import { type RoleKey, roles } from '../../src/shared/domain/people'
import { directReports, gapsOf, neededRoles, responderWarnings } from '../../src/shared/domain/responder-warnings'
import { assignedResponders, roleSlot, roleSlots } from '../../src/shared/domain/responders'
import { severities } from '../../src/shared/domain/severity'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry as kinds } from '../../src/shared/events/registry'
import * as story from '../support/folded-incident'

const dba = newId<CustomRoleId>()
const database = 'team-1' as TeamId

const headAfter = (...drafts: readonly EventDraft[]): Incident => story.recordOf([story.declared(), ...drafts]).incident
const line = (...drafts: readonly EventDraft[]) => story.recordOf([story.declared(), ...drafts]).timeline.at(-1)?.text

const words = { name: 'Database specialist', letters: 'DB', duties: ['Find the slow query'] }
const defined = (operates: boolean) =>
  kinds['role-defined'].draft({ role: dba, ...words, operates }, story.minute(1), story.ada)
const released = (at: number, role: RoleKey, name: string) =>
  kinds['role-released'].draft({ role, responder: story.named(name) }, story.minute(at), story.ada)
const deputy = (at: number, role: RoleKey, name: string) =>
  kinds['deputy-named'].draft({ role, responder: story.named(name) }, story.minute(at), story.ada)
const step = (at: number, role: RoleKey, done: boolean) =>
  kinds['first-step-marked'].draft({ role, step: 'say', done }, story.minute(at), story.ada)
const formed = (at: number, lead: string, members: readonly string[], team = database, name = 'Database') =>
  kinds['team-formed'].draft(
    { team, name, lead: story.named(lead), members: members.map(story.named) },
    story.minute(at),
    story.ada,
  )
const people = (count: number) => Array.from({ length: count }, (_, at) => `Person ${at + 1}`)
const warned = (incident: Incident, at = 10) => responderWarnings(incident, story.minute(at)).map(({ kind }) => kind)

describe('who holds a role', () => {
  it('is read from events of the first version too, which knew the four roles alone', () => {
    const body = { role: 'ic', responder: { id: 'ada', name: 'Ada' } }
    for (const kind of ['role-assigned', 'role-released'] as const) expect(kinds[kind].body.parse(body)).toEqual(body)
    expect(headAfter(story.assigned(1, 'ic', 'Ada'), released(2, 'ic', 'Ada')).roles.ic).toBeNull()
  })

  it('[RO7] keeps each who held it before, with both times', () => {
    const { crew, roles: held } = headAfter(
      story.assigned(1, 'ic', 'Ada'),
      story.assigned(9, 'ic', 'Grace'),
      released(20, 'ic', 'Grace'),
      story.assigned(30, 'ic', 'Ada'),
    )
    expect(crew.past.map(({ responder, since, until }) => [responder.name, since, until])).toEqual([
      ['Ada', story.minute(1), story.minute(9)],
      ['Grace', story.minute(9), story.minute(20)],
    ])
    expect(held.ic).toMatchObject({ responder: { name: 'Ada' }, since: story.minute(30) })
  })

  it('[RO2] a role of its own is held, released and dropped as the four are, and its line has its name', () => {
    const taken = kinds['role-assigned'].draft(
      { role: dba, responder: story.named('Mei'), title: words.name },
      story.minute(2),
      story.ada,
    )
    expect(roleSlot(headAfter(defined(true), taken), dba)).toMatchObject({
      letters: 'DB',
      held: { responder: { name: 'Mei' } },
    })
    expect(line(defined(true), taken)).toBe('Database specialist: Mei')
    const dropped = kinds['role-dropped'].draft({ role: dba, title: words.name }, story.minute(5), story.ada)
    const { crew } = headAfter(defined(true), taken, dropped)
    expect(crew.customRoles).toEqual([])
    expect(crew.past).toMatchObject([{ role: dba, responder: { name: 'Mei' } }])
  })

  it('[RO2] another wording of a role keeps its holder', () => {
    const taken = story.assigned(2, dba, 'Mei')
    const reworded = kinds['role-defined'].draft(
      { role: dba, ...words, letters: 'DX', operates: false },
      story.minute(3),
      story.ada,
    )
    expect(roleSlot(headAfter(defined(true), taken, reworded), dba)).toMatchObject({
      letters: 'DX',
      held: { responder: { name: 'Mei' } },
    })
  })

  it('[RO6] a deputy who takes the role is its deputy no more; another holder leaves the deputy in place', () => {
    const before = [story.assigned(1, 'ic', 'Ada'), deputy(2, 'ic', 'Grace')]
    expect(headAfter(...before, story.assigned(3, 'ic', 'Grace')).crew.deputies).toEqual({})
    expect(headAfter(...before, story.assigned(3, 'ic', 'Mei')).crew.deputies.ic?.responder.name).toBe('Grace')
  })

  it('[RO8] the first steps of a role begin anew with each holder', () => {
    const taken = [story.assigned(1, 'ic', 'Ada'), step(2, 'ic', true)]
    expect(headAfter(...taken).crew.stepsDone.ic).toEqual(['say'])
    expect(headAfter(...taken, step(3, 'ic', false)).crew.stepsDone.ic).toEqual([])
    expect(headAfter(...taken, story.assigned(4, 'ic', 'Grace')).crew.stepsDone.ic).toEqual([])
  })

  it('[FO1] any order of role events folds, and nobody is their own deputy', () => {
    const key = fc.constantFrom<RoleKey>(...roles, dba)
    const who = fc.constantFrom('Ada', 'Grace', 'Mei')
    const draft = fc.oneof(
      fc.tuple(key, who).map(([role, name]) => story.assigned(1, role, name)),
      fc.tuple(key, who).map(([role, name]) => released(1, role, name)),
      fc.tuple(who, fc.subarray(['Ada', 'Grace', 'Mei'])).map(([lead, members]) => formed(1, lead, members)),
      fc.tuple(key, who).map(([role, name]) => deputy(1, role, name)),
      fc.constant(defined(true)),
      fc.constant(kinds['role-dropped'].draft({ role: dba, title: words.name }, story.minute(1), story.ada)),
      key.map(role => step(1, role, true)),
    )
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 30 }), drafts => {
        const incident = headAfter(...drafts)
        for (const seat of roleSlots(incident))
          expect(seat.deputy?.responder.id).not.toBe(seat.held?.responder.id ?? '')
        const ids = assignedResponders(incident).map(({ responder }) => responder.id)
        expect(new Set(ids).size).toBe(ids.length)
        responderWarnings(incident, story.minute(200))
      }),
    )
  })
})

describe('sub-teams', () => {
  it('are led, joined and left, and say so in one line', () => {
    const change = kinds['team-changed'].draft(
      {
        team: database,
        name: 'Database',
        lead: story.named('Mei'),
        joined: [story.named('Lin')],
        left: [story.named('Jonas')],
      },
      story.minute(5),
      story.ada,
    )
    const drafts = [formed(2, 'Jonas', ['Mei', 'Rafael']), change]
    expect(headAfter(...drafts).crew.teams).toMatchObject([
      { lead: { name: 'Mei' }, members: [{ name: 'Rafael' }, { name: 'Lin' }] },
    ])
    expect(line(formed(2, 'Jonas', ['Mei', 'Rafael']))).toBe('Sub-team Database: Jonas leads Mei, Rafael')
    expect(line(...drafts)).toBe('Sub-team Database: Mei leads; Lin joined; Jonas left')
  })

  it('[RO5] a member reports to the lead, a deputy to whom they stand in for, all others who hold something to the IC', () => {
    const incident = headAfter(
      story.assigned(1, 'ic', 'Ada'),
      story.assigned(1, 'tech', 'Grace'),
      story.assigned(1, 'scribe', 'Lin'),
      deputy(1, 'ic', 'Noor'),
      formed(2, 'Jonas', ['Mei', 'Lin']),
    )
    expect(directReports(incident).map(({ name }) => name)).toEqual(['Grace', 'Jonas'])
  })
})

describe('what is wrong with who does what', () => {
  it.each(severities)('[RO3] a %s needs its roles, and warns of no other', severity => {
    const { incident } = story.recordOf([story.declared({ severity })])
    expect(gapsOf(incident).map(({ key }) => key)).toEqual(neededRoles[severity])
    expect(warned(incident)).toEqual(neededRoles[severity].map(() => 'unfilled'))
  })

  it('[RO3] a role of its own was added because it is needed', () => {
    const { incident } = story.recordOf([
      story.declared({ severity: 'SEV-4' }),
      story.assigned(1, 'ic', 'Ada'),
      defined(true),
    ])
    expect(responderWarnings(incident, story.minute(2))).toMatchObject([
      { kind: 'unfilled', seat: { name: 'Database specialist' } },
    ])
    const missing = reviewHandoff({ incident, now: story.minute(2), messages: 'no-room' }).gaps.map(
      gap => 'seat' in gap && gap.seat.name,
    )
    expect(missing).toContain('Database specialist')
  })

  it('[RO3] nothing is wrong with an incident that is over', () => {
    expect(warned(headAfter(story.resolved(3)), 300)).toEqual([])
  })

  const four = [
    story.assigned(1, 'ic', 'Ada'),
    story.assigned(1, 'tech', 'Grace'),
    story.assigned(1, 'comms', 'Lin'),
    story.assigned(1, 'scribe', 'Mei'),
  ]

  it.each([
    ['is tech lead', [story.assigned(2, 'tech', 'Ada')], true],
    ['holds a role that works on the system', [defined(true), story.assigned(2, dba, 'Ada')], true],
    ['holds a role that does not', [defined(false), story.assigned(2, dba, 'Ada')], false],
    ['leads a sub-team', [formed(2, 'Ada', ['Jonas'])], true],
    ['is in a sub-team', [formed(2, 'Jonas', ['Ada'])], true],
    ['keeps the timeline too', [story.assigned(2, 'scribe', 'Ada')], false],
  ] as const)('[RO4] the IC who %s: also fixing is %3$s', (_, drafts, fixes) => {
    expect(warned(headAfter(...four, ...drafts)).includes('ic-operates')).toBe(fixes)
  })

  it('[RO5] eight who report to one person are too many, seven are not', () => {
    const leads = (count: number) => people(count).map((name, at) => formed(2, name, [], `t${at}` as TeamId, `T${at}`))
    expect(warned(headAfter(...four, ...leads(4)))).toEqual([])
    expect(warned(headAfter(...four, ...leads(5)))).toEqual(['ic-span'])
    expect(warned(headAfter(...four, formed(2, 'Jonas', people(7))))).toEqual([])
    expect(warned(headAfter(...four, formed(2, 'Jonas', people(8))))).toEqual(['team-span'])
  })

  it('[RO6] from two hours on somebody must be able to stand in for the IC', () => {
    expect(warned(headAfter(...four), 119)).toEqual([])
    expect(warned(headAfter(...four), 120)).toEqual(['no-deputy'])
    expect(warned(headAfter(...four, deputy(3, 'ic', 'Noor')), 120)).toEqual([])
  })
})
