import { type IncidentId, newId, type OutboxItemId, type UpdateId } from '../../src/shared/domain/ids'
import type { UpdateContent } from '../../src/shared/domain/update'
import { eventRegistry as kinds } from '../../src/shared/events/registry'
import { MINUTE, SECOND } from '../../src/shared/lib/time'
import { cannedChannels } from '../support/fake-answers'
import type { FakeLink } from '../support/fake-link'

const engine = { kind: 'engine' } as const

/** Updates in every state that they can have, so that the Comms pane can be looked at. */
export function playUpdates(link: FakeLink, incident: IncidentId, now: number): void {
  const said = (content: Partial<UpdateContent>) => {
    const update = newId<UpdateId>()
    const full = { ...base, ...content }
    return { update, content: full, drafted: kinds['update-drafted'].draft({ update, content: full }, now, engine) }
  }
  const act = newId<OutboxItemId>()
  const out = said({ title: 'Card payments fail', stage: 'initial', status: 'investigating' })
  const late = said({ body: 'We found the cause and roll back the release that brought it.' })
  const failed = said({ channel: cannedChannels[1] ?? base.channel, body: 'EU card payments fail. Rollback runs.' })
  const draft = said({ body: 'The rollback runs; one in ten payments still fails.' })
  const leaving = said({ body: 'The rollback reached two of three zones.' })
  const reason = 'no answer from api.statuspage.io within 10 s'
  const published = { ...out, externalId: 'p1', url: 'https://status.example.com/incidents/p1' }
  const { drafted: _, ...publishedBody } = published
  const lead = said({
    channel: cannedChannels[1] ?? base.channel,
    body: 'One in four EU payments fails; no data is lost.',
  })
  link.log.append(
    incident,
    [
      ...[out, late, failed, draft, leaving].map(({ drafted }) => drafted),
      kinds['update-published'].draft({ ...publishedBody, audience: 'customers' }, now - 9 * MINUTE, engine),
      lead.drafted,
      kinds['update-published'].draft(
        {
          ...{ update: lead.update, content: lead.content, audience: 'named:Leadership', externalId: 's1', url: null },
          promise: now + 4 * MINUTE,
        },
        now - 6 * MINUTE,
        engine,
      ),
      kinds['update-failed'].draft({ update: failed.update, act, reason: 'Slack: channel_not_found' }, now, engine),
      kinds['update-unknown'].draft({ update: late.update, act, reason }, now, engine),
      kinds['update-publishing'].draft(
        { update: leaving.update, act, cancelUntil: now + 60 * SECOND, channel: leaving.content.channel },
        now,
        engine,
      ),
    ],
    now,
  )
}

const base: UpdateContent = {
  stage: 'progress',
  channel: cannedChannels[0] as UpdateContent['channel'],
  title: 'Problems with card payments',
  body: 'Since about 14:02 UTC one in four card payments in the EU fails. We are looking for the cause.',
  status: 'identified',
  components: { c1: 'major_outage' },
  notify: true,
  nextUpdateAt: null,
}
