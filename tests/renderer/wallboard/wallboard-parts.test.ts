import { describe, expect, it } from 'vitest'
import { audience } from '../../../src/renderer/features/wallboard/clocks'
import { keyLines, wallboardTrouble } from '../../../src/renderer/features/wallboard/key-line-list'
import { commandMark, ownSeats } from '../../../src/renderer/features/wallboard/role-list'
import { wallboardTiles } from '../../../src/renderer/features/wallboard/tiles'
import { wallboardTurn } from '../../../src/renderer/features/wallboard/use-wallboard'
import { feedsByAge } from '../../../src/renderer/features/wallboard/worst-feed'
import { judgeAt } from '../../../src/renderer/stores/judge'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import type { IncidentSummary } from '../../../src/shared/contract/incidents'
import type { PanelReading } from '../../../src/shared/contract/metrics'
import type { ConnectionId, CustomRoleId, IncidentId, TeamId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { roleDefined } from '../../../src/shared/events/role-defined'
import { teamFormed } from '../../../src/shared/events/team-formed'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import {
  ada,
  assigned,
  crewCalled,
  declared,
  drafted,
  line,
  minute,
  named,
  published,
  recordOf,
  retracted,
  START,
  unsettled,
  updateContent,
} from '../../support/folded-incident'

const now = START + 60 * MINUTE
const judge = judgeAt({ judged: now, away: false })
const feed = (rest: Partial<FeedStatus> = {}): FeedStatus => ({
  ...{ id: 'g/panels', connection: 'g' as ConnectionId, name: 'Grafana', vendor: 'grafana', what: 'panels' },
  ...{ answer: 'good', trueAt: now, lateAfter: 45 * SECOND, reason: '' },
  ...rest,
})
/** One sample a minute, the last one now. */
const panel = (id: string, values: readonly (number | null)[], rest: Partial<PanelReading> = {}): PanelReading => ({
  ...{ id, title: id, unit: 'percent', feed: 'g/panels', trueAt: now, problem: '', warnings: [] },
  thresholds: [
    { at: 2, level: 'warning' },
    { at: 5, level: 'critical' },
  ],
  series: [{ name: 'api', times: values.map((_, at) => now - (values.length - 1 - at) * MINUTE), values }],
  ...rest,
})
const tile = (values: readonly (number | null)[], since: number | null, rest: Partial<PanelReading> = {}) =>
  wallboardTiles([panel('errors', values, rest)], [feed()], since, judge)[0]

describe('[WA4] the unit of a panel on the wallboard', () => {
  const shown = (title: string, unit: PanelReading['unit'] = 'count') => {
    const [tile] = wallboardTiles([panel('p', [1, 139], { title, unit, thresholds: [] })], [feed()], null, judge)
    return [tile?.title, tile?.figure.unit.trim()]
  }
  it('moves from the end of the title to the figure that has none', () => {
    expect(shown('Replica is behind (seconds)')).toEqual(['Replica is behind', 's'])
    expect(shown('Search is behind (documents)')).toEqual(['Search is behind', 'docs'])
    expect(shown('Queue (msgs)')).toEqual(['Queue', 'msgs'])
  })
  it('stays in the title where the figure has one, where there is none, and where it is long', () => {
    expect(shown('Latency (p99)', 'seconds')[0]).toBe('Latency (p99)')
    for (const title of ['Orders per minute', 'Queue (all regions)', '(seconds)', 'Lag (s) now'])
      expect(shown(title)).toEqual([title, ''])
  })
})

describe('a tile of the wall', () => {
  const values = [1, 9, 4, 4, 6]
  it('compares with the value at the last checkpoint, not with any other', () => {
    expect(tile(values, now - 4 * MINUTE)?.trend).toMatchObject({ word: 'worse', way: 'up' })
    expect(tile(values, now - 3 * MINUTE)?.trend).toMatchObject({ word: 'better', way: 'down' })
    expect(tile(values, now - 2.5 * MINUTE)?.trend).toMatchObject({ word: 'better' })
  })
  it('calls noise the same', () => {
    expect(tile([6, 6.1, 6.1], now - 2 * MINUTE)?.trend?.word).toBe('same')
  })
  it('turns round where low is bad, and does not judge without thresholds', () => {
    const low = [{ at: 50, level: 'critical', low: true }] as const
    expect(tile([90, 90, 20], now - MINUTE, { thresholds: low })?.trend?.word).toBe('worse')
    expect(tile([90, 90, 20], now - MINUTE, { thresholds: [] })?.trend?.word).toBe('lower')
  })
  it('compares with nothing where the window does not reach back, or nothing was measured then', () => {
    expect(tile(values, now - 30 * MINUTE)?.trend).toBeUndefined()
    expect(tile([1, null, null, null, null, 6], now - 2 * MINUTE)?.trend).toBeUndefined()
    expect(tile(values, now)?.trend).toBeUndefined()
    expect(tile(values, null)?.trend).toBeUndefined()
    expect(tile(values, now - 4 * MINUTE, { figure: 'mean' })?.trend).toBeUndefined()
  })
  it('keeps the six gravest, each in its place, and leaves out what has no value', () => {
    const panels = [panel('none', [null]), ...[0, 1, 9, 0, 0, 3, 0, 9].map((value, at) => panel(`p${at}`, [value]))]
    const shown = wallboardTiles(panels, [feed()], null, judge).map(({ id }) => id)
    expect(shown).toEqual(['p0', 'p1', 'p2', 'p3', 'p5', 'p7'])
  })
  it('has the age of its feed', () => {
    const [old] = wallboardTiles([panel('errors', [6], { trueAt: now - MINUTE })], [feed()], null, judge)
    expect(old?.freshness).toMatchObject({ state: 'late', age: MINUTE })
  })
})

describe('the key lines', () => {
  it('are decisions, status, comms and what is pinned; the newest first, at most five, none taken back', () => {
    const { timeline } = recordOf([
      declared(),
      line(1, 'decision', 'too long ago'),
      line(2, 'decision', 'Roll back'),
      line(3, 'note', 'somebody coughs'),
      line(4, 'note', 'Bridge: room 4', true),
      line(5, 'decision', 'taken back'),
      retracted(6, 'entry-5-decision', 'no'),
      line(7, 'decision', 'Fail over'),
      drafted(8, 'u1'),
      published(9, 'u1'),
      line(10, 'decision', 'Scale up'),
    ])
    const texts = keyLines(timeline, 5).map(({ text }) => text)
    expect(texts).toHaveLength(5)
    expect(texts[0]).toBe('Scale up')
    expect(texts).toContain('Bridge: room 4')
    for (const absent of ['too long ago', 'somebody coughs', 'taken back']) expect(texts).not.toContain(absent)
  })
})

describe('what went out wrong', () => {
  it('is one line, with the unknown first', () => {
    const one = recordOf([declared(), drafted(1, 'u1'), unsettled(2, 'u1')]).incident
    expect(wallboardTrouble(one)).toBe('May be out: update to Public status page')
    expect(wallboardTrouble(recordOf([declared(), drafted(1, 'u1')]).incident)).toBe('')
    const what = { kind: 'annotation', connection: 'g' as ConnectionId, text: 'x', at: 0 } as const
    const act = { id: 'a' as never, what, standing: { state: 'failed', reason: 'no', inDoubt: false } } as const
    expect(wallboardTrouble({ updates: [], acts: [act] })).toBe('Failed: mark on the charts: x')
    expect(wallboardTrouble({ ...one, acts: [act] })).toMatch(/^May be out.*, and 1 more$/)
  })
})

describe('whom the next update is for', () => {
  it('[UP7] is which customers were told last, else the public page', () => {
    const { channel } = updateContent()
    const slack = { ...channel, vendor: 'slack', label: '#ops' } as const
    expect(audience({ updates: [] }, [slack, channel])).toBe('Public status page')
    expect(audience({ updates: [] }, [])).toBe('customers')
    const told = recordOf([
      declared(),
      drafted(1, 'u1', { channel: { ...channel, label: 'Second page' } }),
      published(2, 'u1', { channel: { ...channel, label: 'Second page' } }),
      drafted(3, 'u2', { channel: slack }),
      published(4, 'u2', { channel: slack }),
    ]).incident
    expect(audience(told, [channel])).toBe('Second page')
  })
})

describe('the turns', () => {
  const incident = (id: string, severity: IncidentSummary['severity'], status: IncidentSummary['status']) => ({
    ...{ id: id as IncidentId, severity, status, title: id, drill: false, declaredAt: START, ic: null },
  })
  const open = [
    incident('b', 'SEV-3', 'investigating'),
    incident('a', 'SEV-1', 'monitoring'),
    incident('over', 'SEV-1', 'resolved'),
    incident('c', 'SEV-4', 'identified'),
  ]
  const ids = (turn: number, still = false) => wallboardTurn(open, turn, still).shown.map(({ id }) => id)
  it('go round the open ones, the worst first', () => {
    expect([0, 1, 2, 3].flatMap(turn => ids(turn))).toEqual(['a', 'b', 'c', 'a'])
    expect(wallboardTurn(open, 1, false).note).toBe('2 of 3')
  })
  it('stand still where motion is unwelcome: the two worst at once', () => {
    expect([0, 1].map(turn => ids(turn, true))).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
    expect(wallboardTurn(open, 0, true).note).toBe('1 more open')
  })
  it('show one alone without a note, and none where none is open', () => {
    expect(wallboardTurn(open.slice(0, 1), 7, false)).toMatchObject({ note: '', shown: [{ id: 'b' }] })
    expect(wallboardTurn([], 3, false)).toEqual({ shown: [], note: '' })
  })
})

describe('the feeds', () => {
  it('stand with the worst first, of one state the oldest', () => {
    const order = feedsByAge(
      [
        feed({ id: 'new' }),
        feed({ id: 'old', trueAt: now - 20 * SECOND }),
        feed({ id: 'late', trueAt: now - 90 * SECOND }),
        feed({ id: 'down', answer: 'failed' }),
      ],
      judge,
    )
    expect(order.map(({ id }) => id)).toEqual(['down', 'late', 'old', 'new'])
  })
})

describe('what is wrong with command', () => {
  const mark = (after: number, ...drafts: readonly EventDraft[]) =>
    commandMark(recordOf([declared(), assigned(1, 'ic', 'Ada'), ...drafts]).incident, minute(after))

  it('[RO4][RO6] stands beside the commander, the gravest alone', () => {
    expect(mark(10)).toBeUndefined()
    expect(mark(120)).toBe('no deputy')
    expect(mark(120, ...crewCalled(2, 'Database'))).toBeUndefined()
    expect(mark(120, assigned(2, 'tech', 'Ada'))).toBe('+ fixing')
  })

  it('[RO5] counts those who report to the commander, where they are too many', () => {
    const leads = Array.from({ length: 8 }, (_, at) =>
      teamFormed.draft(
        { team: `t${at}` as TeamId, name: `T${at}`, lead: named(`Lead ${at}`), members: [] },
        minute(2),
        ada,
      ),
    )
    expect(mark(10, ...leads)).toBe('leads 8')
    expect(mark(10, ...leads.slice(1))).toBeUndefined()
  })
})

describe('roles of the incident’s own', () => {
  const role = (name: string, letters: string, holder?: string) => {
    const key = `00000000-0000-4000-8000-0000000000${letters}` as CustomRoleId
    const body = { role: key, name, letters, duties: [], operates: false }
    const defined = roleDefined.draft(body, minute(1), ada)
    return holder === undefined ? [defined] : [defined, assigned(2, key, holder)]
  }
  const own = (...drafts: readonly EventDraft[]) => ownSeats(recordOf([declared(), ...drafts]).incident)
  it('stand in one line, those that nobody holds first', () => {
    const { shown, more } = own(...role('Database lead', '11', 'Ada'), ...role('Network lead', '22'))
    expect(shown.map(({ name }) => name)).toEqual(['Network lead', 'Database lead'])
    expect(more).toBe(0)
  })
  it('are counted where the line is full, and one is there however long its name is', () => {
    const all = ['11', '22', '33', '44'].flatMap(letters => role(`Liaison to bank ${letters}`, letters))
    expect(own(...all)).toMatchObject({ shown: { length: 2 }, more: 2 })
    expect(own(...role('Liaison '.repeat(12).trim(), '11'))).toMatchObject({ shown: { length: 1 }, more: 0 })
    expect(own()).toEqual({ shown: [], more: 0 })
  })
})
