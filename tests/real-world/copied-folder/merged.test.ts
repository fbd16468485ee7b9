import { expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { MINUTE } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { askPost, carry, declare, openFolder, postsOf, publishUpdate, startSlack } from './stage'

it('[OB24] an update in its cancel window and a request that came in a file are sent by the folder that asked, once', async () => {
  const [vendorOfA, vendorOfB] = [await startSlack(), await startSlack()]
  const a = openFolder(scratchFolder(), vendorOfA)
  const outbox = a.start()
  const incident = declare(a)
  publishUpdate(a, incident)
  const b = openFolder(scratchFolder(), vendorOfB)
  const others = b.start()
  askPost(a, incident, 'page')
  await carry(incident, a, b)
  // It is shown as on its way, and is nothing that this folder could send, or call back.
  expect([b.delivery(incident), b.standing(incident)]).toEqual([['publishing'], ['waiting']])
  expect(openItems(b.store.db)).toEqual([])
  const [update] = b.ledger.record(incident)?.incident.updates ?? []
  expect(b.run('comms:cancel', { incident, update: update?.id })).toMatchObject({ ok: false })
  expect(b.run('comms:settle', { incident, update: update?.id, word: 'send-again' })).toMatchObject({ ok: false })
  const [asked] = b.ledger.record(incident)?.incident.acts ?? []
  expect(b.run('acts:settle', { incident, act: asked?.id, word: 'send-again' })).toMatchObject({ ok: false })
  // Each goes on by itself, B also over a restart.
  others.wake()
  b.clock.advance(10 * MINUTE)
  await b.stop()
  const again = openFolder(b.store.folder, vendorOfB, b.clock)
  again.start()
  again.clock.advance(10 * MINUTE)
  outbox.wake()
  a.clock.advance(MINUTE)
  await expect.poll(() => [a.delivery(incident), a.standing(incident)]).toEqual([['published'], ['done']])
  // What became of it comes the same way.
  await carry(incident, a, again)
  expect([again.delivery(incident), again.standing(incident)]).toEqual([['published'], ['done']])
  again.clock.advance(10 * MINUTE)
  await again.stop()
  expect(vendorOfB.seen).toEqual([])
  expect([...postsOf(vendorOfA)].sort()).toEqual(
    [expect.stringContaining('Customers cannot pay by card.'), 'page'].sort(),
  )
})
