import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import type { NotedSource } from '../../../src/shared/domain/noted-source'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry } from '../../../src/shared/events/registry'
import * as story from '../../support/folded-incident'
import { contentOf } from './sample'

const start = story.declared({ severity: 'SEV-2', impact: 'One in three card payments fails' })
const status = (at: number, from: string, to: string, reason: string) =>
  eventRegistry['status-changed'].draft({ from, to, reason } as never, story.minute(at), story.ada)
const offered = (at: number) =>
  eventRegistry['severity-prompted'].draft(
    {
      ...{ trigger: 'reason', text: 'Complaints are growing', direction: 'raise', from: 'SEV-2', severity: 'SEV-1' },
      evidence: '25 customers within 15 min',
    },
    story.minute(at),
    story.engineItself,
  )
const share = (at: number, value: number) =>
  eventRegistry['figure-stated'].draft(
    { figure: 'users-share', value, currency: null, since: story.minute(at), source: 'support', was: null },
    story.minute(at),
    story.ada,
  )
const panels = (at: number, change: Partial<NotedSource> = {}): EventDraft => {
  const users = { name: 'Customers affected', value: '34 %', at: story.minute(39), means: 'users' } as const
  const pool = { name: 'Database pool', value: '97 %' }
  const source = { name: 'Prometheus', what: 'panels', state: 'fresh', trueAt: story.minute(at), reason: '', more: 0 }
  return eventRegistry['sources-noted'].draft(
    { sources: [{ ...source, values: [pool, users], ...change } as NotedSource] },
    story.minute(at),
    story.engineItself,
  )
}
/** What is read before the list of what is missing. */
const head = (...drafts: readonly EventDraft[]) =>
  renderHandoff(contentOf([start, ...drafts], 40), 'markdown').split('## ')[0]

describe('[HD13] the first lines of a handoff', () => {
  it('have when it started and how long before it was declared that was', () => {
    expect(head()).toContain('**Started:** Not confirmed.')
    expect(head(story.confirmed(10, 'started', -13))).toContain(
      '**Started:** 13:47 UTC · 13 min before it was declared; customers affected for 53 min',
    )
  })

  it('have the impact as stated, with the figures and when each was stated', () => {
    const text = head(share(20, 51.5))
    expect(text).toContain(
      '**Impact:** One in three card payments fails · Share of users affected 51.5 %, stated 14:20 UTC',
    )
  })

  it('[HC6] have the impact as measured, each value with its age, and nothing that measures something else', () => {
    expect(head(panels(40))).toContain('**Measured:** Customers affected 34 % (14:39 UTC, 1 min old)')
    expect(head(panels(40))).not.toContain('pool')
    const down = { state: 'down', trueAt: story.minute(25), reason: '503' } as const
    const values = [{ name: 'Orders lost', value: '12', means: 'business' }] as const
    expect(head(panels(40, { ...down, values }))).toContain('Orders lost 12 (14:25 UTC, 15 min old)')
    expect(head()).not.toContain('Measured')
  })

  it('have the severity that is offered, since when nobody answers, and not one that was answered', () => {
    expect(head(offered(5))).toMatch(
      /\*\*Severity offered:\*\* SEV-1 instead of SEV-2, unanswered for 35 min · offered 14:05 UTC: Complaints are growing: 25 customers/,
    )
    const raised = eventRegistry['severity-changed'].draft(
      { from: 'SEV-2', to: 'SEV-1', reason: '' },
      story.minute(9),
      story.ada,
    )
    expect(head(offered(5), raised)).not.toContain('Severity offered')
  })

  it('have of a reopened one when and why it was resolved and reopened', () => {
    const early = status(20, 'monitoring', 'resolved', 'early, 6 of 13 held: it is quiet')
    const back = status(24, 'resolved', 'investigating', 'errors at 40 % again')
    const text = head(status(15, 'investigating', 'monitoring', ''), early, back)
    expect(text).toContain(
      '**Reopened:** 14:24 UTC, errors at 40 % again · by Ada Lovelace; resolved 14:20 UTC by Ada Lovelace, early, 6 of 13 held: it is quiet',
    )
    expect(head(early)).not.toContain('Reopened')
    expect(head(early, back, status(30, 'investigating', 'resolved', 'fixed'))).not.toContain('Reopened')
  })

  it('are ten at most, whatever the impact says', () => {
    const long = eventRegistry['impact-stated'].draft(
      { impact: 'Cards fail.\n'.repeat(60) },
      story.minute(6),
      story.ada,
    )
    const again = [status(20, 'monitoring', 'resolved', ''), status(24, 'resolved', 'investigating', 'again')]
    const text = head(long, story.confirmed(10, 'started', -13), share(20, 51.5), panels(40), offered(25), ...again)
    expect(text?.match(/^- /gm)?.length).toBeLessThanOrEqual(8)
    const whole = renderHandoff(contentOf([start, long], 40), 'markdown')
    expect(whole.match(/Cards fail\./g)?.length).toBeGreaterThan(60)
  })
})
