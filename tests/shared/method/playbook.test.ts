import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../src/shared/domain/incident'
import { recordFacts } from '../../../src/shared/domain/method/method-measures'
import type { KnownPlaybook, PlaybookPhase, PlaybookRun } from '../../../src/shared/domain/playbook'
import { offeredPlaybooks, playbookProgress, playbookState } from '../../../src/shared/domain/playbook-state'
import { recordFact } from '../../../src/shared/domain/record-facts'
import { MINUTE } from '../../../src/shared/lib/time'
import { ada, declared, line, minute, recordOf, START } from '../../support/folded-incident'
import { shippedPlaybooks } from '../../support/shipped-method'

const phases: readonly PlaybookPhase[] = [
  {
    ...{ id: 'first', text: 'First', within: 5 },
    items: [
      { id: 'say', text: 'Say it', by: 'impact-stated' },
      { id: 'call', text: 'Call', role: 'tech' },
    ],
  },
  { id: 'then', text: 'Then', items: [{ id: 'look', text: 'Look', role: 'comms' }] },
  { id: 'over', text: 'Over', within: 60, begins: 'resolved', items: [{ id: 'learn', text: 'Learn', role: 'ic' }] },
]

const run = (changes: Partial<PlaybookRun> = {}): PlaybookRun => ({
  ...{ key: 'ours', version: '1', title: 'Ours', phases, started: { by: ada, at: START }, marks: {}, moved: null },
  ended: null,
  ...changes,
})

const incident = (changes: Partial<Incident> = {}): Incident => ({ ...recordOf([declared()]).incident, ...changes })
const mark = (at: number) => ({ mark: 'done' as const, by: ada, at: minute(at) })
const phaseNow = (one: PlaybookRun, of: Incident = incident(), at = 1) =>
  playbookState(one, of, minute(at)).find(state => state.at === 'now')?.phase.id

describe('[PB4] the phase of now', () => {
  it('is the first, then the next once all of one is settled, by the record or by people', () => {
    expect(phaseNow(run())).toBe('first')
    expect(phaseNow(run({ marks: { call: mark(2) } }))).toBe('first')
    expect(phaseNow(run({ marks: { call: mark(2) } }), incident({ impact: 'Nobody can pay' }))).toBe('then')
  })

  it('is where a person moved to, until something later begins one after it', () => {
    const resolved = incident({ resolvedAt: minute(30) })
    expect(phaseNow(run(), resolved, 31)).toBe('over')
    const back = { moved: { phase: 'first', by: ada, at: minute(31) } }
    expect(phaseNow(run(back), resolved, 32)).toBe('first')
    expect(phaseNow(run(back), incident({ resolvedAt: minute(40) }), 41)).toBe('over')
    expect(phaseNow(run({ moved: { phase: 'gone', by: ada, at: minute(2) } }))).toBe('first')
  })
})

describe('[PB5] what is late', () => {
  const late = (one: PlaybookRun, at: number, of: Incident = incident()) =>
    playbookProgress(playbookState(one, of, minute(at))).late.map(({ item }) => item.id)

  it('is open after the minutes of its phase, from the declaration, or from the resolution where that begins it', () => {
    expect(late(run(), 5)).toEqual([])
    expect(late(run(), 6)).toEqual(['say', 'call'])
    expect(late(run({ marks: { call: mark(9) } }), 10)).toEqual(['say'])
    expect(late(run(), 200, incident({ resolvedAt: minute(120), impact: 'x' }))).toEqual(['call', 'learn'])
    expect(late(run({ ended: { by: ada, at: minute(7), reason: '' } }), 10)).toEqual([])
  })
})

describe('[PB6] whose items', () => {
  it('a role sees its own and everybody’s, the commander all', () => {
    const states = playbookState(run(), incident(), START)
    expect(playbookProgress(states).all).toBe(4)
    expect(playbookProgress(states, ['tech']).all).toBe(2)
    expect(playbookProgress(states, ['ic', 'tech']).all).toBe(4)
  })
})

describe('[PB2] what is offered', () => {
  const keys = (of: Incident) => offeredPlaybooks(shippedPlaybooks, of).map(({ playbook }) => playbook.key)
  const reasons = (title: string) =>
    offeredPlaybooks(shippedPlaybooks, incident({ title })).flatMap(({ playbook, reason }) =>
      reason?.by === 'word' ? [`${playbook.key}: ${reason.word}`] : [],
    )

  it('a word of the incident first, then its severity, then the rest', () => {
    expect(keys(incident({ title: 'AWS is down' })).slice(0, 2)).toEqual(['third-party', 'sev-1'])
    expect(keys(incident())[0]).toBe('sev-1')
    expect(keys(incident({ playbooks: [run({ key: 'sev-1' })] }))).not.toContain('sev-1')
    expect(keys(incident()).length).toBe(shippedPlaybooks.length)
  })

  it('by whole words in any case and script, and no pattern in them acts', () => {
    expect(reasons('data LOSS in orders')).toEqual(['data-loss: data loss'])
    expect(reasons('laws and lawsuits')).toEqual([])
    expect(reasons('Unleaked')).toEqual([])
    const odd = (word: string): KnownPlaybook => ({
      ...{ key: word, version: '1', from: 'team', title: word, about: '', phases, offered: { words: [word] } },
    })
    const fits = (word: string, title: string) => offeredPlaybooks([odd(word)], incident({ title }))[0]?.reason
    expect(fits('.*', 'anything')).toBeUndefined()
    expect(fits('(a+)+$', 'aaaa')).toBeUndefined()
    expect(fits('c++', 'the C++ service')).toEqual({ by: 'word', word: 'c++' })
    expect(fits('Störung', 'STÖRUNG im Netz')).toEqual({ by: 'word', word: 'Störung' })
    expect(fits('Sto\u0308rung', 'Störung')).toEqual({ by: 'word', word: 'Sto\u0308rung' })
  })
})

describe('[PB3] what the record shows', () => {
  it('is the declaration, by a person who saw it, while nothing else happened, and each fact answers without a throw', () => {
    expect(recordFacts.filter(fact => recordFact(incident(), fact) !== undefined)).toEqual(['declared', 'acknowledged'])
  })

  it('stays with a record that has lines of people only', () => {
    const talked = recordOf([declared(), line(1, 'note', 'We fail over')]).incident
    expect(recordFacts.filter(fact => recordFact(talked, fact) !== undefined)).toEqual(['declared', 'acknowledged'])
  })

  it('names who and when', () => {
    expect(recordFact(incident(), 'declared')).toEqual({ at: START, what: 'Ada Lovelace' })
    const roles = { ...incident().roles, ic: { responder: { id: 'x' as never, name: 'Bo' }, since: START + MINUTE } }
    expect(recordFact(incident({ roles }), 'commander-assigned')).toEqual({ at: START + MINUTE, what: 'Bo' })
  })
})
