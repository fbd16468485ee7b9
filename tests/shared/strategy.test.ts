import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../../src/main/engine/record/summary'
import { runningDeadlines } from '../../src/shared/domain/deadlines'
import { handoffContent } from '../../src/shared/domain/handoff-content'
import type { EntryId, StrategyId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import { definitionOf, type EventKind, eventRegistry as events } from '../../src/shared/events/registry'
import {
  ada,
  assigned,
  declared,
  line,
  minute,
  named,
  person,
  recordOf,
  resolved,
  retracted,
} from '../support/folded-incident'

const id = (name: string) => name as StrategyId
const text = 'roll back payments-api'
const given = (at = 1, more = {}) =>
  events['task-given'].draft(
    { task: id('t'), text, owner: named('Ada'), dueAt: minute(11), entry: null, ...more },
    minute(at),
    ada,
  )
const acknowledged = (at = 2) => events['task-acknowledged'].draft({ task: id('t'), text }, minute(at), person('Ada'))
const settled = (state: 'open' | 'done' | 'dropped', result = '') =>
  events['task-settled'].draft({ task: id('t'), text, state, result }, minute(3), ada)
const extended = () => events['task-extended'].draft({ task: id('t'), text, dueAt: minute(21) }, minute(3), ada)
const tried = (result: 'pending' | 'worked' = 'pending') =>
  events['attempt-noted'].draft({ attempt: id('a'), text: 'restart', result, entry: null }, minute(1), ada)
const judged = (result: 'pending' | 'worse') =>
  events['attempt-judged'].draft({ attempt: id('a'), text: 'restart', result }, minute(2), ada)
const hypothesisOf = (entry: EntryId | null) => ({ hypothesis: id('h'), text: 'bad disk', entry })
const raised = () => events['hypothesis-raised'].draft(hypothesisOf(null), minute(1), ada)
const evidence = (side: 'for' | 'against', name: string) =>
  events['evidence-added'].draft(
    { evidence: id(name), hypothesis: id('h'), side, text: 'slow fsync', entry: null },
    minute(2),
    ada,
  )
const eliminated = (state: 'open' | 'eliminated') =>
  events['hypothesis-settled'].draft(
    { hypothesis: id('h'), text: 'bad disk', state, reason: 'SMART is fine' },
    minute(3),
    ada,
  )
const asked = () =>
  events['point-raised'].draft(
    { point: id('p'), kind: 'question', text: 'EU only?', owner: null, entry: null },
    minute(1),
    ada,
  )
const answered = (state: 'open' | 'closed') =>
  events['point-settled'].draft({ point: id('p'), text: 'EU only?', state, answer: 'no' }, minute(2), ada)

const boardAfter = (...drafts: readonly EventDraft[]) => recordOf([declared(), ...drafts]).incident
const said = (...drafts: readonly EventDraft[]) =>
  recordOf([declared(), ...drafts])
    .timeline.slice(1)
    .map(entry => entry.text)

describe('[SG1] the board', () => {
  it.each([
    [
      'a task',
      [given()],
      { tasks: [{ text, owner: { name: 'Ada' }, dueAt: minute(11), state: 'open', acknowledged: null }] },
    ],
    ['an acknowledged one', [given(), acknowledged()], { tasks: [{ acknowledged: { at: minute(2) } }] }],
    ['one with more time', [given(), extended()], { tasks: [{ dueAt: minute(21) }] }],
    [
      'one that is done',
      [given(), settled('done', 'v41 runs')],
      { tasks: [{ state: 'done', result: 'v41 runs', settled: {} }] },
    ],
    [
      'one that was done by a slip',
      [given(), settled('done'), settled('open')],
      { tasks: [{ state: 'open', settled: null }] },
    ],
    ['an attempt', [tried()], { attempts: [{ text: 'restart', result: 'pending', settled: null }] }],
    [
      'one that was judged',
      [tried(), judged('worse')],
      { attempts: [{ result: 'worse', settled: { at: minute(2) } }] },
    ],
    [
      'one that was judged by a slip',
      [tried(), judged('worse'), judged('pending')],
      { attempts: [{ result: 'pending', settled: null }] },
    ],
    ['a hypothesis', [raised()], { hypotheses: [{ text: 'bad disk', state: 'open', evidence: [] }] }],
    [
      'one with evidence',
      [raised(), evidence('for', 'e1'), evidence('against', 'e2')],
      { hypotheses: [{ evidence: [{ side: 'for' }, { side: 'against' }] }] },
    ],
    [
      'one that is eliminated',
      [raised(), eliminated('eliminated')],
      { hypotheses: [{ state: 'eliminated', reason: 'SMART is fine' }] },
    ],
    [
      'one that came back',
      [raised(), eliminated('eliminated'), eliminated('open')],
      { hypotheses: [{ state: 'open', settled: null }] },
    ],
    ['a question', [asked()], { points: [{ kind: 'question', state: 'open' }] }],
    ['one that is answered', [asked(), answered('closed')], { points: [{ state: 'closed', answer: 'no' }] }],
    ['one that is asked again', [asked(), answered('closed'), answered('open')], { points: [{ state: 'open' }] }],
  ])('has %s', (_, drafts, board) => {
    expect(boardAfter(...drafts)).toMatchObject(board)
  })

  it.each([
    acknowledged(),
    extended(),
    settled('done'),
    judged('worse'),
    evidence('for', 'e'),
    eliminated('eliminated'),
    answered('closed'),
  ])('is as it was where $kind is of what is not there', draft => {
    const none = boardAfter()
    const { tasks, attempts, hypotheses, points } = boardAfter(draft)
    expect({ tasks, attempts, hypotheses, points }).toEqual({ tasks: [], attempts: [], hypotheses: [], points: [] })
    expect(none.unfolded).toEqual([])
  })

  it('[SG2] a task that is given again keeps its place; another owner or text has to be acknowledged anew, more time has not', () => {
    const again = boardAfter(given(), acknowledged(), given(3, { dueAt: minute(30) })).tasks
    expect(again).toMatchObject([{ dueAt: minute(30), raised: { at: minute(1) }, acknowledged: { at: minute(2) } }])
    expect(boardAfter(given(), acknowledged(), given(3, { owner: named('Bob') })).tasks).toMatchObject([
      { owner: { name: 'Bob' }, acknowledged: null },
    ])
  })

  it('[SG4] what was typed as a line has no other, and is gone when the line is retracted', () => {
    const typed = line(1, 'note', 'Task: roll back')
    const entry = (typed.body as { entry: EntryId }).entry
    expect(said(typed, given(1, { entry }))).toEqual(['Task: roll back'])
    expect(said(given())).toEqual(['Task for Ada: roll back payments-api, due 14:11 UTC'])
    expect(boardAfter(typed, given(1, { entry }), retracted(2, entry, '')).tasks).toEqual([])
    expect(boardAfter(typed, given(1, { entry: null }), retracted(2, entry, '')).tasks).toHaveLength(1)
  })

  it('each change is a line that says of what', () => {
    expect(said(given(), acknowledged(), extended(), settled('done', 'v41 runs'), settled('open'))).toEqual([
      'Task for Ada: roll back payments-api, due 14:11 UTC',
      'Task acknowledged: roll back payments-api',
      'Task due 14:21 UTC instead: roll back payments-api',
      'Task done: roll back payments-api: v41 runs',
      'Task open again: roll back payments-api',
    ])
    expect(
      said(
        tried('worked'),
        judged('worse'),
        raised(),
        evidence('against', 'e'),
        eliminated('eliminated'),
        asked(),
        answered('closed'),
      ),
    ).toEqual([
      'Tried: restart = worked',
      'Hypothesis: bad disk',
      'Question: EU only?',
      'Tried: restart = worse',
      'Evidence against a hypothesis: slow fsync',
      'Closed: EU only?: no',
      'Hypothesis eliminated: bad disk: SMART is fine',
    ])
  })

  it('[SG11] each line knows the item that it is about, typed or not; no other line does', () => {
    const typed = line(1, 'note', '!hyp bad disk')
    const entry = (typed.body as { entry: EntryId }).entry
    const { timeline } = recordOf([
      ...[declared(), line(0, 'note', 'hello'), given(), acknowledged(), settled('done', 'v41 runs')],
      ...[tried(), judged('worse'), typed, events['hypothesis-raised'].draft(hypothesisOf(entry), minute(1), ada)],
      ...[evidence('for', 'e'), eliminated('eliminated'), asked(), answered('closed')],
    ])
    expect(timeline.map(({ item }) => item && `${item.kind} ${item.id}`).toSorted()).toEqual([
      ...['attempt a', 'attempt a', 'hypothesis h', 'hypothesis h', 'hypothesis h', 'point p', 'point p'],
      ...['task t', 'task t', 'task t', undefined, undefined],
    ])
    expect(timeline.find(({ id: one }) => one === entry)?.item).toEqual({ kind: 'hypothesis', id: 'h' })
  })

  it('[SG7] each text of people can be replaced, and the event is as readable as before', () => {
    const drafts = [
      given(),
      acknowledged(),
      extended(),
      settled('done', 'x'),
      tried(),
      judged('worse'),
      raised(),
      evidence('for', 'e'),
      eliminated('eliminated'),
      asked(),
      answered('closed'),
    ]
    for (const { kind, body } of drafts) {
      const { withoutTexts, body: parser } = definitionOf(kind as EventKind)
      const bare = withoutTexts?.(body, 'erased')
      expect(parser.safeParse(bare)).toMatchObject({ success: true })
      expect(JSON.stringify(bare)).not.toMatch(/roll back|restart|bad disk|slow|SMART|EU only|Ada|"no"/)
    }
  })
})

it('[SG1] any order of changes folds: each item is there once, and nothing fails', () => {
  const all = [
    given(),
    given(4, { owner: null }),
    acknowledged(),
    extended(),
    settled('done'),
    settled('open'),
    tried(),
    tried('worked'),
    judged('worse'),
    judged('pending'),
    raised(),
    evidence('for', 'e1'),
    evidence('for', 'e1'),
    evidence('against', 'e2'),
    eliminated('eliminated'),
    eliminated('open'),
    asked(),
    answered('closed'),
    answered('open'),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(all), drafts => {
      const { tasks, attempts, hypotheses, points, unfolded } = boardAfter(...drafts)
      expect(unfolded).toEqual([])
      for (const items of [tasks, attempts, hypotheses, points]) expect(items.length).toBeLessThanOrEqual(1)
      for (const { evidence: parts } of hypotheses) expect(new Set(parts.map(one => one.id)).size).toBe(parts.length)
      for (const task of tasks) expect(task.settled === null).toBe(task.state === 'open')
    }),
  )
})

describe('[SG9] a task with a time', () => {
  const due = (...drafts: readonly EventDraft[]) =>
    runningDeadlines(boardAfter(...drafts)).filter(({ kind }) => kind === 'task')

  it('is a deadline of who has it, with the commander behind them', () => {
    const commander = assigned(1, 'ic', 'Grace Hopper')
    expect(due(commander, given())).toMatchObject([
      { dueAt: minute(11), about: text, owner: { name: 'Ada' }, backups: [{ name: 'Grace Hopper' }] },
    ])
    expect(due(commander, given(1, { owner: null }))).toMatchObject([
      { owner: null, backups: [{ name: 'Grace Hopper' }] },
    ])
  })

  it('that nobody has asks the commander, is shown as nobody’s, and is a gap of the handoff', () => {
    const { incident, timeline } = recordOf([
      declared(),
      assigned(1, 'ic', 'Grace Hopper'),
      given(1, { owner: null }),
      given(1, { task: id('other') }),
    ])
    expect(summaryOf(incident).deadlines?.flatMap(({ who }) => who ?? [])).toEqual(['Grace Hopper', 'Ada'])
    const { gaps } = handoffContent(incident, timeline, minute(2)).review
    expect(gaps).toContainEqual({ kind: 'tasks-unowned', count: 1 })
  })

  it('that somebody has is no gap of the handoff', () => {
    const { incident, timeline } = recordOf([declared(), given()])
    const { gaps, lookedAt } = handoffContent(incident, timeline, minute(2)).review
    expect([gaps.some(({ kind }) => kind === 'tasks-unowned'), lookedAt.includes('tasks')]).toEqual([false, true])
  })

  it('is due no longer once it is settled or the incident is resolved, and again when that is undone', () => {
    expect(due(given(), settled('done'))).toEqual([])
    expect(due(given(1, { dueAt: null }))).toEqual([])
    expect(due(given(), settled('done'), settled('open'))).toHaveLength(1)
    const over = [given(), resolved(5)]
    expect(due(...over)).toEqual([])
    const reopen = { from: 'resolved', to: 'investigating', reason: '' } as const
    expect(due(...over, events['status-changed'].draft(reopen, minute(6), ada))).toMatchObject([{ dueAt: minute(11) }])
  })
})
