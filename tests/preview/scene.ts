import type { CheckpointId, EntryId, IncidentId } from '../../src/shared/domain/ids'
import { newId } from '../../src/shared/domain/ids'
import type { TypedKind } from '../../src/shared/domain/timeline'
import { answersOfFixed } from '../../src/shared/events/checkpoint-held'
import { MINUTE } from '../../src/shared/lib/time'
import { type CannedBoard, cannedBoard } from '../support/canned-board'
import { createFakeLink, type FakeLink } from '../support/fake-link'
import { playActs } from './acts-scene'
import { playUpdates } from './comms-scene'

/** A cockpit link by name of the scene: `empty`, `outage`, `drill`, `late`, `comms`, `acts`, `calm` (no incident), `stale`. */
export async function playScene(name: string): Promise<FakeLink> {
  const end = Date.now()
  let ahead = 0
  const board = cannedBoard(end)
  const empty = { feeds: [], alerts: [], panels: [], pages: [], deploys: [], rules: [], annotations: [], proposals: [] }
  const link = createFakeLink({
    now: () => Date.now() - ahead,
    board: name === 'empty' ? empty : name === 'stale' ? staleBoard(board) : board,
    ...(name === 'drill' && {
      world: {
        kind: 'drill' as const,
        name: 'payments-outage',
        title: 'Payments outage',
        startedAt: end - 14 * MINUTE,
        speed: 5,
        briefing: 'Declare the incident from the loudest page.',
      },
    }),
  })
  const at = (minutesAgo: number) => {
    ahead = minutesAgo * MINUTE
  }
  if (name !== 'empty' && name !== 'calm') await playOutage(link, at, name === 'late' ? 18 : 0)
  at(0)
  const incident = link.log.incidents()[0]
  if (name === 'acts' && incident !== undefined) playActs(link, incident, end)
  if (name === 'comms' && incident !== undefined) playUpdates(link, incident, end)
  return link
}

/** Grafana does not answer, and half of the panels come from Prometheus instead. */
function staleBoard(board: CannedBoard): CannedBoard {
  const [feed] = board.feeds.filter(({ what }) => what === 'panels')
  if (feed === undefined) return board
  const down = { ...feed, answer: 'failed' as const, reason: '502 Bad Gateway: upstream connect error' }
  const instead = { ...feed, id: 'prom/panels', name: 'Prometheus', vendor: 'prometheus' as const }
  return {
    ...board,
    feeds: [...board.feeds.filter(known => known !== feed), down, instead],
    panels: board.panels.map((panel, at) =>
      at < 3 ? { ...panel, feed: instead.id } : { ...panel, trueAt: (panel.trueAt ?? 0) - 4 * MINUTE },
    ),
  }
}

async function playOutage(link: FakeLink, at: (minutesAgo: number) => void, late: number): Promise<void> {
  const incident = newId<IncidentId>()
  const say = (kind: TypedKind, text: string, pinned = false) =>
    link.call('timeline:append', { incident, entry: newId<EntryId>(), kind, text, occurredAt: null, pinned })
  at(13 + late)
  await link.call('incident:declare', {
    incident,
    title: 'Card payments fail in the EU after the 14:02 deploy',
    severity: 'SEV-1',
    impact: '',
  })
  await link.call('roles:assign', { incident, role: 'ic', name: 'Ada Park' })
  at(12 + late)
  await link.call('roles:assign', { incident, role: 'tech', name: 'Jonas Weber' })
  await link.call('roles:assign', { incident, role: 'scribe', name: 'Mira Osei' })
  await say('note', 'Bridge is open. 14 people on the call, Jonas shares the screen.')
  at(11 + late)
  await say('finding', 'Error rate 23 % on POST /v2/charges, only the EU cluster. US and APAC are clean.')
  at(10 + late)
  await say(
    'action',
    'Jonas compares the 14:02 deploy with the one before: connection pool settings moved to a new file.',
  )
  await say('finding', 'payments-db: 400 of 400 connections in use, 1,900 waiting.', true)
  at(8 + late)
  await link.call('incident:state-impact', { incident, impact: 'About one in four card payments in the EU fails.' })
  await say('note', 'Support sees 160 tickets in ten minutes, most from marketplaces.')
  at(6 + late)
  await say('decision', 'Roll back payments-api to 4.18.2 before anything else is tried.', true)
  await link.call('incident:change-status', {
    incident,
    to: 'identified',
    reason: 'pool limit fell from 400 to 40 a pod',
  })
  at(4 + late)
  await say('action', 'Rollback started in eu-west-1a, 3 of 12 pods done.')
  await say('todo', 'Ask the data team whether settlement can wait until 16:00.')
  const wrong = newId<EntryId>()
  const append = { incident, entry: wrong, kind: 'note' as const, occurredAt: null, pinned: false }
  await link.call('timeline:append', { ...append, text: 'Rollback is done.' })
  at(3 + late)
  await link.call('timeline:correct', {
    incident,
    entry: wrong,
    text: 'Rollback is done in zone a only; b and c wait.',
  })
  const struck = newId<EntryId>()
  await link.call('timeline:append', { ...append, entry: struck, text: 'Marek joined as comms lead.' })
  await link.call('timeline:retract', { incident, entry: struck, reason: 'he takes over at 15:00 only' })
  at(1 + late)
  await say('finding', 'Errors fall in zone a: 23 % → 11 %.')
  if (late > 0) await holdCheckpoint(link, incident)
}

async function holdCheckpoint(link: FakeLink, incident: IncidentId): Promise<void> {
  const checkpoint = link.log.record(incident)?.incident.checkpoint
  await link.call('checkpoint:hold', {
    incident,
    checkpoint: checkpoint?.state === 'waiting' ? checkpoint.id : newId<CheckpointId>(),
    answers: answersOfFixed({
      tried: 'Restart of the workers',
      trying: 'Rollback to 4.18.2',
      rollbackPlan: 'Is the plan',
      morePeople: 'Database on-call',
      stillImpacted: 'Yes, EU cards',
    }),
    verdict: 'continue',
  })
}
