import { describe, expect, it } from 'vitest'
import { shippedMethod, shippedRules } from '../../support/shipped-method'

const { method } = shippedMethod().current()

const rows = (items: readonly { readonly id: string; readonly text: string }[]) =>
  items.map(({ id, text }) => `${id}: ${text}`)

describe('[MM3] each row of the mitigation menu that ships', () => {
  const { speeds, measures, causes } = method.mitigation

  it.each([
    ['In less than 15 minutes', 'roll-back flag-off scale-out route-away restart maintenance'],
    ['In 15 minutes to 2 hours', 'hotfix raise-limits rate-limit backup-system correct-data'],
    ['Workarounds', 'degrade queue cached tell-users'],
  ])('%s: %s', (speed, ids) => {
    const { id } = speeds.find(({ text }) => text === speed) ?? {}
    expect(
      measures
        .filter(one => one.speed === id)
        .map(one => one.id)
        .join(' '),
    ).toBe(ids)
  })

  it.each([
    [
      'deployment',
      ['roll-back: Roll back', 'flag-off: Switch the feature flag off', 'hotfix: Deploy a hotfix if it is trivial'],
      ['route-away: Route traffic away'],
    ],
    [
      'resources',
      ['scale-out: Add replicas', 'raise-limits: Raise the limits', 'restart: Restart'],
      ['stop-requests: Stop the expensive requests'],
    ],
    [
      'dependency',
      ['degrade: Degrade gracefully', 'cached: Serve cached data', 'backup-system: Fail over'],
      ['queue: Queue requests for later'],
    ],
    [
      'database',
      ['end-queries: End queries that run for more than 5 minutes', 'replica: Fail over to a replica'],
      ['read-only: Make it read-only', 'scale-database: Scale it'],
    ],
    [
      'traffic',
      ['rate-limit: Limit the request rate (10 a second, burst 20)', 'scale-out: Scale out'],
      ['cdn-cache: Cache at the CDN', 'shed-load: Shed load'],
    ],
  ])('of %s, in the order to try them', (id, first, then) => {
    const cause = causes.find(one => one.id === id)
    expect(cause?.try.map(({ id: own, measure, text }) => `${own ?? measure}: ${text}`)).toEqual([...first, ...then])
  })

  it('has no other speed or cause', () => {
    expect([speeds.length, measures.length, causes.length]).toEqual([3, 15, 5])
  })
})

describe('each row of the lists that ship', () => {
  const { checkpoint, 'first-response': first, lifecycle, resolution, decisions } = method

  it('[CP7] the questions of a checkpoint, how it ends, and what follows', () => {
    expect(checkpoint.questions.map(({ id, asks }) => `${id}: ${asks}`)).toEqual([
      'tried: What did we try since the last checkpoint?',
      'trying: What are we trying now?',
      'rollback-plan: What is the rollback plan?',
      'more-people: Do we need more people?',
      'still-impacted: Are customers still affected?',
    ])
    expect(checkpoint.verdicts.map(({ id, tree }) => [id, tree])).toEqual([
      ['continue', undefined],
      ['pivot', undefined],
      ['escalate', 'commander-escalation'],
    ])
    expect(checkpoint.afterwards.map(({ id, opens }) => [id, opens])).toEqual([
      ['stakeholders', 'customer-update'],
      ['timeline', 'line'],
      ['people', 'roles'],
    ])
  })

  it('[GT7] the closing list, with what the record ticks, and the farewell', () => {
    expect(resolution.closing.map(({ id, text, by }) => [`${id}: ${text}`, by])).toEqual([
      ['metrics: Metrics are normal', 'metrics'],
      ['tried-out: Somebody tried what customers use', undefined],
      ['secondary: Somebody looked for secondary problems', undefined],
      ['status: The status is resolved', 'status'],
      ['stakeholders: Stakeholders know', 'stakeholders'],
      ['review: The review has a date', 'review'],
      ['channels: The channels are closed', undefined],
      ['handoff-notes: The on-call handoff notes are up to date', undefined],
    ])
    expect(rows(resolution.farewell)).toEqual([
      'announce: Announce it in the channel',
      'follow-ups: Hand on the follow-ups',
      'ticket: Close the ticket',
      'thanks: Thank the team',
    ])
  })

  it('the first response, and the commander’s first five minutes with what is read aloud', () => {
    expect(rows(first.firstResponse)).toEqual([
      'acknowledge: Acknowledge the page',
      'judge: Judge severity and impact',
      'ticket: Open the ticket of record',
      'stakeholders: Tell the stakeholders',
      'commander: Name the incident commander',
      'channel: Open the channel',
      'timeline: Start the timeline',
    ])
    expect(first.commanderFirst.map(({ id, say }) => [id, say])).toEqual([
      ['join', undefined],
      ['command', 'I am the incident commander. Who is here, and what is the state?'],
      ['broken', 'What is broken?'],
      ['affected', 'Who is affected, and how many?'],
      ['tried', 'What have you tried so far?'],
      ['needed', 'What do you need right now?'],
      ['roles', 'I need a tech lead, a comms lead and a scribe. Who takes which?'],
      ['checkpoint', 'We stop and look at where we are in 15 minutes.'],
    ])
  })

  it('what the commander does, and does not', () => {
    expect(rows(first.commanderDoes)).toEqual([
      'coordinate: Coordinates the people who work on it',
      'decide: Decides',
      'stakeholders: Sees to it that stakeholders know',
      'timeline: Sees to it that the timeline is written',
      'restore: Keeps everyone on restoring the service',
      'resolve: Declares it resolved',
    ])
    expect(rows(first.commanderDoesNot)).toEqual([
      'fix: Fix it',
      'write-updates: Write every update',
      'find-cause: Find the cause now',
      'many-things: Do several things at once',
    ])
  })

  it('[DI1] how an incident is noticed', () => {
    expect(rows(lifecycle.detectedBy)).toEqual([
      'alert: An alert',
      'synthetic-check: A synthetic check',
      'business-metric: A business metric',
      'slo: An SLO',
      'customer: A customer',
      'ticket: A ticket',
      'social-media: Social media',
      'partner: A partner',
      'person: One of us',
    ])
  })

  it('the figures that have no severity: review, command, reports of leads, objections', () => {
    expect([resolution.reviewWithin, checkpoint.command, checkpoint.leads, decisions.objections]).toEqual([
      ...[48, { ask: 240, insist: 360 }, 15, 2],
    ])
    expect(shippedRules.rules).toMatchObject({ reviewWithin: 48, command: { ask: 240, insist: 360 }, leads: 15 })
  })
})
