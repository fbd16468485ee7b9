import type { Store } from '../../../src/main/engine/storage/store'
import { textOf } from '../../../src/shared/domain/approval'
import { type IncidentId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import { editHash } from '../../../src/shared/domain/proposed-edit'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { editJudged } from '../../../src/shared/events/edit-judged'
import { editProposed } from '../../../src/shared/events/edit-proposed'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Desk, slackRoom, statusPage } from './desk'
import { moveItem, newestItem } from './outbox-ends'

/** Updates in every state that one can be in: published, twice there, failed, in doubt, held back, placed, cancelled. */
export function updateStory(store: Store, desk: Desk, incident: IncidentId): void {
  const publish = (title: string, channel: Channel = statusPage) => {
    const update = draft(desk, incident, title, channel)
    desk.run('comms:publish', { incident, update })
    return { update, item: newestItem(store) }
  }
  const delivered = { externalId: 'i1', url: 'https://status.example.com/i1' }
  const asks = { outcome: 'asks', reason: 'two public incidents bear our mark', candidates: candidates(desk) } as const
  const unknown = { outcome: 'unknown', reason: 'no answer' } as const

  const approved = draft(desk, incident, 'Only a draft', statusPage)
  desk.run('comms:ask-approval', { incident, update: approved })
  approve(desk, incident, approved)
  const back = draft(desk, incident, 'Sent back', statusPage)
  desk.run('comms:ask-approval', { incident, update: back })
  desk.run('comms:send-back', { incident, update: back, text: textNow(desk, incident, back), note: 'Say how many.' })
  desk.run('comms:discard', { incident, update: draft(desk, incident, 'Thrown away', statusPage) })

  const called = publish('Called back')
  desk.run('comms:cancel', { incident, update: called.update })

  const held = publish('Held back')
  moveItem(desk, held.item, { state: 'asking', reason: asks.reason }, asks)
  desk.run('comms:place', { incident, update: held.update, word: { say: 'this', externalId: 'i1' } })
  const placed = { outcome: 'placed', publicIncident: candidates(desk)[0], by: 'marker' } as const
  moveItem(desk, held.item, { state: 'sent' }, { outcome: 'delivered', delivered })

  const out = publish('First')
  moveItem(desk, out.item, {}, placed)
  const sent = { state: 'sent', mayBeTwice: 1 } as const
  moveItem(desk, out.item, sent, { outcome: 'delivered', delivered })
  moveItem(desk, { ...out.item, ...sent }, sent, {
    outcome: 'twice',
    copies: [delivered, { externalId: 'i2', url: null }],
  })

  proposedEdit(desk, incident, out.update)

  const slack = publish('To colleagues', slackRoom)
  moveItem(desk, slack.item, { state: 'failed' }, { outcome: 'failed', reason: 'channel_not_found' })

  const doubted = publish('In doubt', slackRoom)
  moveItem(desk, doubted.item, { state: 'unknown' }, unknown)
  desk.run('comms:settle', { incident, update: doubted.update, word: 'give-up' })

  const still = publish('Still unknown', slackRoom)
  moveItem(desk, still.item, { state: 'unknown' }, unknown)

  const asking = publish('Still held back')
  moveItem(desk, asking.item, { state: 'asking', reason: asks.reason }, asks)
  publish('On its way')
}

/** [PE5] Where nobody has to approve no command proposes: as the log of a team that approves has it. */
function proposedEdit(desk: Desk, incident: IncidentId, update: UpdateId): void {
  const known = desk.ledger.record(incident)?.incident.updates.find(({ id }) => id === update)
  if (known?.delivery.state !== 'published') throw new Error('It is out')
  const { content, delivery } = known
  const what = {
    ...({ kind: 'update-edit', connection: content.channel.connection, update, published: delivery.at } as const),
    ...{
      publicIncident: { id: delivery.externalId, name: content.title },
      before: content.body,
      why: 'a wrong figure',
    },
    ...{
      body: 'Half of the payments fail.',
      entry: 'e1',
      anyway: { overrode: ['no-next-update'], reason: 'It follows' },
    },
  }
  const edit = newId<OutboxItemId>()
  const verdict = {
    edit,
    text: editHash(what),
    title: content.title,
    verdict: 'sent-back',
    note: 'Say since when.',
  } as const
  const now = desk.clock.now()
  desk.write(incident, editProposed.draft({ edit, what }, now, desk.by), editJudged.draft(verdict, now, desk.by))
}

function draft(desk: Desk, incident: IncidentId, title: string, channel: Channel): UpdateId {
  const update = newId<UpdateId>()
  const content: UpdateContent = {
    ...{
      stage: 'progress',
      channel,
      title,
      body: `${title}: some payments fail. Next update within the hour.`,
      status: 'identified',
    },
    ...{ components: { c1: 'partial_outage' }, before: { c1: 'operational' }, notify: true },
    nextUpdateAt: desk.clock.now() + 30 * MINUTE,
  }
  desk.run('comms:draft', { incident, update, content, facts: { service: 'Cards' } })
  return update
}

function textNow(desk: Desk, incident: IncidentId, update: UpdateId) {
  const updates = desk.ledger.record(incident)?.incident.updates ?? []
  return textOf(updates.filter(({ message }) => message === update))
}

function approve(desk: Desk, incident: IncidentId, update: UpdateId): void {
  desk.run('comms:approve', { incident, update, text: textNow(desk, incident, update) })
}

function candidates({ clock }: Desk) {
  const common = { status: 'investigating', openedAt: clock.now(), lastUpdate: 'Some payments fail.' }
  return [
    { externalId: 'i1', name: 'Payments', ...common },
    { externalId: 'i2', name: 'Payments', ...common },
  ] as const
}
