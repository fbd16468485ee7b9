import { type HandoffContent, handoffContent } from '../../../src/shared/domain/handoff-content'
import type { ConnectionId, EntryId, LinkId, StrategyId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry } from '../../../src/shared/events/registry'
import * as story from '../../support/folded-incident'

/** An incident as one may be handed over: half-way, with what goes wrong on the way. */

const declared = eventRegistry['incident-declared'].draft(
  {
    title: 'Card payments fail at checkout',
    severity: 'SEV-1',
    impact: 'One in three card payments fails since 14:00 UTC. PayPal and invoices work.',
    drill: false,
    page: {
      connection: 'pd' as ConnectionId,
      externalId: 'P1',
      title: 'High error rate on payments-api',
      service: 'Payments',
      url: 'https://example.pagerduty.com/incidents/P1',
    },
  },
  story.START,
  story.ada,
)

const corrected = eventRegistry['entry-corrected'].draft(
  {
    entry: 'entry-4-finding' as EntryId,
    text: 'Release 4.2 of payments-api went out at 13:58, two minutes before the errors',
  },
  story.minute(6),
  story.person('Annie Easley'),
)

const toIdentified = eventRegistry['status-changed'].draft(
  { from: 'investigating', to: 'identified', reason: 'pool of payments-db is full' },
  story.minute(12),
  story.ada,
)

const firstNotice = {
  title: 'Problems with card payments',
  body: 'Since about 14:00 UTC some card payments fail. We are looking for the cause.\n\nWe will write again by 14:35 UTC.',
  nextUpdateAt: story.minute(35),
}

export const halfWay: readonly EventDraft[] = [
  declared,
  story.assigned(1, 'ic', 'Ada Lovelace'),
  story.assigned(1, 'tech', 'Grace Hopper'),
  story.line(2, 'note', 'Support sees 40 tickets in ten minutes, all cards, all countries'),
  story.assigned(3, 'comms', 'Katherine Johnson'),
  story.line(4, 'finding', 'Release 4.2 went out at 13:57'),
  story.line(5, 'note', 'Might be the card network'),
  story.retracted(6, 'entry-5-note', 'their status page is green'),
  corrected,
  story.drafted(7, 'u1', firstNotice),
  story.published(8, 'u1', firstNotice),
  story.line(10, 'finding', 'Connection pool of payments-db at 100 %, queries wait 8 s', true),
  toIdentified,
  story.line(13, 'decision', 'Roll back to 4.1 in all regions at once; the slow way takes 40 minutes we do not have'),
  story.line(14, 'todo', 'Ask finance whether failed payments were charged'),
  story.armed(15, 30),
  story.held(15, {
    tried: 'Restarted half of the payment workers: errors back after 90 s',
    trying: 'Rolling back payments-api to 4.1 in all regions (Grace)',
    rollbackPlan: '',
    morePeople: 'Database on-call joins at 14:20',
    stillImpacted: 'Yes: error ratio 31 %',
  }),
  eventRegistry['services-stated'].draft({ services: ['payments-api', 'checkout'] }, story.minute(16), story.ada),
  eventRegistry['detection-stated'].draft(
    { detection: { how: 'alert', name: 'CheckoutSuccessLow', at: story.minute(0) } },
    story.minute(16),
    story.ada,
  ),
  eventRegistry['link-added'].draft(
    {
      link: {
        id: 'l1' as LinkId,
        kind: 'ticket',
        label: 'INC-42 [urgent]',
        url: 'https://tickets.example.com/INC-42?a=1&b=(2)',
      },
    },
    story.minute(16),
    story.ada,
  ),
  eventRegistry['link-added'].draft(
    { link: { id: 'l2' as LinkId, kind: 'bridge', label: 'Bridge', url: 'tel:+1555010999,,123%23' } },
    story.minute(16),
    story.ada,
  ),
  story.line(17, 'action', 'Rollback started in eu-1 and us-1'),
]

/** With all that a bare incident lacks. */
export const bare: readonly EventDraft[] = [story.declared({ drill: true, severity: 'SEV-2' })]

const item = (name: string) => name as StrategyId

/** A strategy board that somebody used, from a minute on. */
export function boardOf(at: number): readonly EventDraft[] {
  const when = story.minute(at)
  const hypothesis = { hypothesis: item('h'), text: 'Bad disk' }
  const evidence = { evidence: item('e'), hypothesis: item('h'), side: 'for', text: 'slow fsync', entry: null } as const
  const task = {
    task: item('t'),
    text: 'Roll back to 4.1',
    owner: story.named('Grace Hopper'),
    dueAt: story.minute(18),
  }
  const question = { point: item('p'), kind: 'question', text: 'EU only?', owner: null, entry: null } as const
  const attempt = {
    attempt: item('a'),
    text: 'Restart of half of the workers',
    result: 'no-change',
    entry: null,
  } as const
  return [
    eventRegistry['task-given'].draft({ ...task, entry: null }, when, story.ada),
    eventRegistry['attempt-noted'].draft(attempt, when, story.ada),
    eventRegistry['hypothesis-raised'].draft({ ...hypothesis, entry: null }, when, story.ada),
    eventRegistry['evidence-added'].draft(evidence, when, story.ada),
    eventRegistry['hypothesis-settled'].draft(
      { ...hypothesis, state: 'eliminated', reason: 'SMART is fine' },
      when,
      story.ada,
    ),
    eventRegistry['point-raised'].draft(question, when, story.ada),
  ]
}

export function contentOf(drafts: readonly EventDraft[], after: number): HandoffContent {
  const { incident, timeline } = story.recordOf(drafts)
  return handoffContent(incident, timeline, story.minute(after))
}
