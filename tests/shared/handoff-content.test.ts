import { describe, expect, it } from 'vitest'
import { gapText } from '../../src/shared/contract/gap-text'
import { handoffContent } from '../../src/shared/domain/handoff-content'
import type { EventDraft } from '../../src/shared/events/define'
import { roughSpan } from '../../src/shared/lib/time'
import * as english from '../../src/shared/texts/english'
import * as told from '../support/folded-incident'

function contentAt(after: number, drafts: readonly EventDraft[]) {
  const { incident, timeline } = told.recordOf(drafts)
  return handoffContent(incident, timeline, told.minute(after))
}

function gapsAt(after: number, drafts: readonly EventDraft[]): readonly string[] {
  return gapsInWords(contentAt(after, drafts)).map(({ name }) => name)
}

function gapsInWords({ review }: ReturnType<typeof contentAt>) {
  return review.gaps.map(gap => gapText(gap, english.handoffGaps, roughSpan))
}

describe('handoff content', () => {
  it('[HC1] gathers the state, the strategy and the roles from the record', () => {
    const content = contentAt(20, told.wellKept)
    expect(content).toMatchObject({
      severity: 'SEV-1',
      status: 'investigating',
      impact: 'One in three card payments fails',
    })
    expect(content.lastCheckpoint).toMatchObject({
      verdict: 'pivot',
      answers: [{}, {}, { question: 'rollback-plan', text: told.fullAnswers.rollbackPlan }, {}, {}],
    })
    expect(content.deadlines).toEqual([
      { kind: 'checkpoint', audience: null, due: { at: told.minute(30), overdue: false } },
      { kind: 'update', audience: 'customers', due: { at: told.minute(35), overdue: false } },
    ])
    expect(content.roles.map(role => role.held?.responder.name)).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
      'Katherine Johnson',
      'Annie Easley',
    ])
    expect(content.lastUpdate?.body).toContain('Some payments fail')
  })

  it('[HC1] keeps retracted lines out of the lists, and in the full timeline', () => {
    const drafts = [
      told.declared(),
      told.line(1, 'decision', 'Fail over'),
      told.retracted(2, 'entry-1-decision', 'not so'),
    ]
    const content = contentAt(3, drafts)
    expect(content.decisions).toEqual([])
    expect(content.timeline.map(line => line.text)).toContain('Fail over')
  })

  it('[HC1] lists decisions, findings, pinned lines and to-dos', () => {
    const content = contentAt(9, [
      told.declared(),
      told.line(1, 'decision', 'Roll back'),
      told.line(2, 'finding', 'Pool is full'),
      told.line(3, 'note', 'Pinned note', true),
      told.line(4, 'note', 'Plain note'),
      told.line(5, 'todo', 'Tell support'),
    ])
    expect(content.decisions.map(line => line.text)).toEqual(['Roll back'])
    expect(content.keyLines.map(line => line.text)).toEqual(['Pool is full', 'Pinned note'])
    expect(content.todos.map(line => line.text)).toEqual(['Tell support'])
  })

  it('[HC2] the ledger has what customers read or may have read, never a draft', () => {
    const drafts = ['a', 'b', 'c', 'd'].map((id, index) => told.drafted(index, id))
    const content = contentAt(9, [
      told.declared(),
      ...drafts,
      told.unsettled(5, 'a'),
      told.published(8, 'c'),
      told.published(7, 'b'),
    ])
    expect(content.told.map(({ id, state }) => [id, state])).toEqual([
      ['b', 'published'],
      ['c', 'published'],
      ['a', 'unknown'],
    ])
    expect(content.lastUpdate?.id).toBe('c')
  })
})

describe('handoff gaps', () => {
  it('[HG1] says nothing is missing only where nothing is', () => {
    expect(gapsAt(20, told.wellKept)).toEqual([])
  })

  it('[HG1] names all that a bare incident lacks', () => {
    expect(gapsAt(1, [told.declared()])).toEqual([
      'No incident commander',
      'No tech lead',
      'No comms lead',
      'No scribe',
      'No impact set',
      'Start not confirmed',
      'No checkpoint held',
      'No next checkpoint',
      'No customer updates yet',
      'No next customer update promised',
    ])
  })

  it('[HG1] an overdue checkpoint or update says by how much', () => {
    expect(gapsAt(40, told.wellKept)).toEqual(['Checkpoint overdue by 10 min', 'Customer update overdue by 5 min'])
  })

  it('[HG1] an unanswered question of the last checkpoint is a gap', () => {
    const drafts = [...told.wellKept, told.held(16, { rollbackPlan: '', trying: '', stillImpacted: '' })]
    expect(gapsAt(20, drafts)).toEqual([
      'Current attempt not recorded',
      'No rollback plan',
      'Current customer impact not recorded',
    ])
  })

  it('[HG1] an update whose fate is open comes first', () => {
    expect(gapsAt(20, [...told.wellKept, told.drafted(17, 'u2'), told.unsettled(18, 'u2')])[0]).toBe(
      'An update may be out',
    )
  })

  it('[HG1] nobody owes customers an update on a SEV-4', () => {
    expect(gapsAt(1, [told.declared({ severity: 'SEV-4' })]).filter(name => /ustomer/.test(name))).toEqual([])
  })

  it('[HG1] of a resolved incident only the farewell is owed', () => {
    const over = [...told.wellKept, told.resolved(18), told.confirmed(19, 'ended', 17)]
    expect(gapsAt(90, over)).toEqual(['Resolution not published'])
    const farewell = { status: 'resolved' } as const
    const saidSo = [...over, told.drafted(19, 'u3', farewell), told.published(20, 'u3', farewell)]
    expect(gapsAt(90, saidSo)).toEqual([])
  })

  it('[HG1] every gap says what to do', () => {
    expect(gapsInWords(contentAt(1, [told.declared()])).every(({ advice }) => advice.endsWith('.'))).toBe(true)
  })
})
